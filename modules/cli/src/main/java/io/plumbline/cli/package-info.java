/** The command line: arguments, progress, exit codes. No logic. */
@NullMarked
package io.plumbline.cli;

import org.jspecify.annotations.NullMarked;
