/** What AWS refuses or punishes: one file for each rule. */
@NullMarked
package io.plumbline.aws.rule;

import org.jspecify.annotations.NullMarked;
