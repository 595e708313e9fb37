/** What must hold of designs for a data centre: a rule, a file. */
@NullMarked
package io.plumbline.onprem.rule;

import org.jspecify.annotations.NullMarked;
