/** Chef: a cookbook of what every machine has, and a policy for each fleet. */
@NullMarked
package io.plumbline.chef;

import org.jspecify.annotations.NullMarked;
