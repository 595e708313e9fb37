/**
 * Resources and graphs of them: the design after lowering, and the live environment after reading,
 * in the same space.
 */
@NullMarked
package io.plumbline.graph;

import org.jspecify.annotations.NullMarked;
