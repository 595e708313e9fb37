/** Texts that are expected byte for byte, kept in files beside their case. */
@NullMarked
package io.plumbline.testkit.golden;

import org.jspecify.annotations.NullMarked;
