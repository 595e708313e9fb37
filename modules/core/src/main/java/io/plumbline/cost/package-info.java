/** What resources cost while they stand, as far as list prices say. */
@NullMarked
package io.plumbline.cost;

import org.jspecify.annotations.NullMarked;
