/** Reads environment files into parameters. */
@NullMarked
package io.plumbline.config;

import org.jspecify.annotations.NullMarked;
