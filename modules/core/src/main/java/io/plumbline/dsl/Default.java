package io.plumbline.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a parameter of a stack is where the environment file leaves it out. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {

  /** As it would stand in the environment file: {@code "8"}, {@code "500GiB"}, {@code "[a, b]"}. */
  String value();
}
