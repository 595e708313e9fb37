/** What a drift check finds, and what it does not take for drift, in an environment that runs. */
@NullMarked
package io.plumbline.e2e.drift;

import org.jspecify.annotations.NullMarked;
