/** Asks the machines of a data centre what they are, by the user's own SSH client. */
@NullMarked
package io.plumbline.live.onprem;

import org.jspecify.annotations.NullMarked;
