/** Live environments for tests: recorded answers, faults on the way, and what every source owes. */
@NullMarked
package io.plumbline.testkit.live;

import org.jspecify.annotations.NullMarked;
