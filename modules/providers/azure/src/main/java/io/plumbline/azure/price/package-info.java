/** What resources of Azure cost by the list prices of the catalogue. */
@NullMarked
package io.plumbline.azure.price;

import org.jspecify.annotations.NullMarked;
