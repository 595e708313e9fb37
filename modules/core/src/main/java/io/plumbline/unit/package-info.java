/** Quantities with their units: what a naked number would leave to guesswork. */
@NullMarked
package io.plumbline.unit;

import org.jspecify.annotations.NullMarked;
