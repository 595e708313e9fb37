/**
 * The language in which stacks are written. A stack asks a {@link io.plumbline.dsl.Blueprint} for
 * components, sets them up in a lambda, and hands them to each other as Java objects. Nothing here
 * throws on bad input: all problems are reported together.
 */
@NullMarked
package io.plumbline.dsl;

import org.jspecify.annotations.NullMarked;
