/** Renders whole text files from FreeMarker templates. */
@NullMarked
package io.plumbline.text;

import org.jspecify.annotations.NullMarked;
