/**
 * What attributes hold: plain data, references to other resources, and text with references inside.
 */
@NullMarked
package io.plumbline.value;

import org.jspecify.annotations.NullMarked;
