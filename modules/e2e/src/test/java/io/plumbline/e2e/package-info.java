/** The whole of Plumbline against real programs. */
@NullMarked
package io.plumbline.e2e;

import org.jspecify.annotations.NullMarked;
