/** A data centre of one's own. */
@NullMarked
package io.plumbline.onprem;

import org.jspecify.annotations.NullMarked;
