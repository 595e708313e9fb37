/** The kinds of AWS: one file for each, which says all that Plumbline knows of it. */
@NullMarked
package io.plumbline.aws.kinds;

import org.jspecify.annotations.NullMarked;
