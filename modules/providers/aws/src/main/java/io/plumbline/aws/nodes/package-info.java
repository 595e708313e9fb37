/** What scaling groups say of their nodes: for prices, and for what AWS will let through. */
@NullMarked
package io.plumbline.aws.nodes;

import org.jspecify.annotations.NullMarked;
