/** Machines for tests. */
@NullMarked
package io.plumbline.testkit.lab;

import org.jspecify.annotations.NullMarked;
