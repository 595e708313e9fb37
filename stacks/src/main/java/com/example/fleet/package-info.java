/** Example stacks, written as a user writes them. */
@NullMarked
package com.example.fleet;

import org.jspecify.annotations.NullMarked;
