/** How often a drift check cries wolf: designs made by chance, deployed and left alone. */
@NullMarked
package io.plumbline.e2e.precision;

import org.jspecify.annotations.NullMarked;
