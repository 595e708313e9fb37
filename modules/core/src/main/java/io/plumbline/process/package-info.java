/** Programs outside Plumbline: found on the user's path, run, followed, and asked to end. */
@NullMarked
package io.plumbline.process;

import org.jspecify.annotations.NullMarked;
