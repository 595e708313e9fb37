/** From stacks to graphs, and from graphs to files. */
@NullMarked
package io.plumbline.synth;

import org.jspecify.annotations.NullMarked;
