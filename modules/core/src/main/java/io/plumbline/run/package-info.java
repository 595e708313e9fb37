/** What the commands do: plan, deploy, destroy, verify. The command line only asks and shows. */
@NullMarked
package io.plumbline.run;

import org.jspecify.annotations.NullMarked;
