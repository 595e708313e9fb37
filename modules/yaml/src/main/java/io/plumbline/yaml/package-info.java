/** YAML in and out: safe, with line and column in errors. */
@NullMarked
package io.plumbline.yaml;

import org.jspecify.annotations.NullMarked;
