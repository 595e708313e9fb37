/** Azure, stood in for, from Java to the drift report. */
@NullMarked
package io.plumbline.e2e.azure;

import org.jspecify.annotations.NullMarked;
