/** What designs are held against: a rule is a small class that carries its own documentation. */
@NullMarked
package io.plumbline.rule;

import org.jspecify.annotations.NullMarked;
