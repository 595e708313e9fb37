/** The local AWS endpoint of environment sandbox. */
@NullMarked
package io.plumbline.sandbox;

import org.jspecify.annotations.NullMarked;
