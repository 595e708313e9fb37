/** What sandboxes run on: a local AWS endpoint, what stands in for Azure, and machines. */
@NullMarked
package io.plumbline.sandbox;

import org.jspecify.annotations.NullMarked;
