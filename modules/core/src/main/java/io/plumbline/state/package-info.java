/** What a deploy leaves behind, and the lock that keeps two deploys apart. */
@NullMarked
package io.plumbline.state;

import org.jspecify.annotations.NullMarked;
