/** What resources of AWS cost by the list prices of the catalogue. */
@NullMarked
package io.plumbline.aws.price;

import org.jspecify.annotations.NullMarked;
