/**
 * Resource kinds: the one declaration from which an attribute's spelling in every dialect, its
 * place in the provider's API and its comparison come.
 */
@NullMarked
package io.plumbline.kind;

import org.jspecify.annotations.NullMarked;
