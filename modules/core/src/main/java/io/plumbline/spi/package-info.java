/**
 * What the outer modules bring: providers, formats, engines, sources of live documents. Found by
 * ServiceLoader.
 */
@NullMarked
package io.plumbline.spi;

import org.jspecify.annotations.NullMarked;
