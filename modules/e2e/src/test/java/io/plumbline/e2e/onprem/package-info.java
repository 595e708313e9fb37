/** Machines of one's own, set up and checked for real. */
@NullMarked
package io.plumbline.e2e.onprem;

import org.jspecify.annotations.NullMarked;
