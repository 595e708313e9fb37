/** Reads documents of Azure in bulk; knows operations and no kind. */
@NullMarked
package io.plumbline.live.azure;

import org.jspecify.annotations.NullMarked;
