/** Reads live AWS environments in bulk. */
@NullMarked
package io.plumbline.live.aws;

import org.jspecify.annotations.NullMarked;
