/** Resource kinds of AWS, and how components are lowered to them; no SDK. */
@NullMarked
package io.plumbline.aws;

import org.jspecify.annotations.NullMarked;
