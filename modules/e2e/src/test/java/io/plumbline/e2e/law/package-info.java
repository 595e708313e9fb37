/** Laws that hold between formats: what one says, another says. */
@org.jspecify.annotations.NullMarked
package io.plumbline.e2e.law;
