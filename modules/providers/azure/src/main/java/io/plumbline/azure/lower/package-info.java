/** How components become resources of Azure. */
@NullMarked
package io.plumbline.azure.lower;

import org.jspecify.annotations.NullMarked;
