/** The topology of designs: which components there are, and which stand on which. */
@NullMarked
package io.plumbline.report.topology;

import org.jspecify.annotations.NullMarked;
