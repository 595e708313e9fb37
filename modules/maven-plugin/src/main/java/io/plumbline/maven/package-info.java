/** Goals that run Plumbline from a Maven build; a thin launcher, no logic. */
@NullMarked
package io.plumbline.maven;

import org.jspecify.annotations.NullMarked;
