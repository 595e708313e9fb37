/**
 * What an organisation asks of its own designs, beyond what providers refuse: policies as classes,
 * and waivers for them.
 */
@NullMarked
package io.plumbline.policy;

import org.jspecify.annotations.NullMarked;
