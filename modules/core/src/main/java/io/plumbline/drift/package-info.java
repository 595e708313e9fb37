/** The check: desired against observed, finding by finding. It knows no provider. */
@NullMarked
package io.plumbline.drift;

import org.jspecify.annotations.NullMarked;
