/** Kinds of Azure, one file each. */
@NullMarked
package io.plumbline.azure.kinds;

import org.jspecify.annotations.NullMarked;
