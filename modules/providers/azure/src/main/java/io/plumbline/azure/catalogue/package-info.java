/** Sizes of virtual machines with accelerators: facts, each with its source and date. */
@NullMarked
package io.plumbline.azure.catalogue;

import org.jspecify.annotations.NullMarked;
