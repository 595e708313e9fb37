/**
 * What AWS offers: instance types with accelerators, with list prices and where each figure comes
 * from.
 */
@NullMarked
package io.plumbline.aws.catalogue;

import org.jspecify.annotations.NullMarked;
