/** How components become resources of a data centre. */
@NullMarked
package io.plumbline.onprem.lower;

import org.jspecify.annotations.NullMarked;
