/** What Azure refuses, or would do otherwise than the design says. */
@NullMarked
package io.plumbline.azure.rule;

import org.jspecify.annotations.NullMarked;
