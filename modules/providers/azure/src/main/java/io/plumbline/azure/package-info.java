/** The provider of Azure: finds its kinds, its rules and its lowering. */
@NullMarked
package io.plumbline.azure;

import org.jspecify.annotations.NullMarked;
