/** What is wrong with an input, where, and how to mend it. */
@NullMarked
package io.plumbline.diagnostic;

import org.jspecify.annotations.NullMarked;
