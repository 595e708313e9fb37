/** CloudFormation: its syntax, and the engine that runs it. */
@NullMarked
package io.plumbline.cloudformation;

import org.jspecify.annotations.NullMarked;
