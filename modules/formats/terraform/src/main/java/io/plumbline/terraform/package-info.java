/** Terraform: its syntax, and the engine that runs it. */
@NullMarked
package io.plumbline.terraform;

import org.jspecify.annotations.NullMarked;
