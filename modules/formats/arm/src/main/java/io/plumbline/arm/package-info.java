/** Templates of Azure Resource Manager. */
@NullMarked
package io.plumbline.arm;

import org.jspecify.annotations.NullMarked;
