/**
 * What users need to test their stacks and policies, offline: {@link io.plumbline.test.Offline}.
 */
@NullMarked
package io.plumbline.test;

import org.jspecify.annotations.NullMarked;
