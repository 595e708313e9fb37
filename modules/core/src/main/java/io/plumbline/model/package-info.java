/** The cloud-neutral model: what a stack describes, before any provider has a say. */
@NullMarked
package io.plumbline.model;

import org.jspecify.annotations.NullMarked;
