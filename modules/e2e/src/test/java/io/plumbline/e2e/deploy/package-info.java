/** What deploys leave behind: engines held against each other, protection, plans, renaming. */
@NullMarked
package io.plumbline.e2e.deploy;

import org.jspecify.annotations.NullMarked;
