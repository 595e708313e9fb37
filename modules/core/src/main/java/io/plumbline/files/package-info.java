/** Files that appear whole or not at all, and what they hold in short. */
@NullMarked
package io.plumbline.files;

import org.jspecify.annotations.NullMarked;
