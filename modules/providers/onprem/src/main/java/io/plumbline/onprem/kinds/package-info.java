/** The kinds of a data centre: one file for each, which says all that Plumbline knows of it. */
@NullMarked
package io.plumbline.onprem.kinds;

import org.jspecify.annotations.NullMarked;
