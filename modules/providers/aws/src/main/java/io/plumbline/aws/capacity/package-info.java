/**
 * Whether AWS will let a design through before it is deployed, and whether its nodes come after.
 */
@NullMarked
package io.plumbline.aws.capacity;

import org.jspecify.annotations.NullMarked;
