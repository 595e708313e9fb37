/** What Plumbline is measured against. Nothing here is part of the product. */
@NullMarked
package io.plumbline.benchmarks;

import org.jspecify.annotations.NullMarked;
