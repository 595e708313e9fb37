/** The command line: arguments, progress, exit codes. */
@NullMarked
package io.plumbline.cli;

import org.jspecify.annotations.NullMarked;
