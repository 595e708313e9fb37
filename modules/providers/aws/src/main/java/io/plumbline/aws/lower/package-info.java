/** How components become resources of AWS. */
@NullMarked
package io.plumbline.aws.lower;

import org.jspecify.annotations.NullMarked;
