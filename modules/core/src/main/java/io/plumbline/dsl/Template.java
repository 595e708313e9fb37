package io.plumbline.dsl;

import io.plumbline.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A skeleton of a text file, with what is filled into it. Made by {@link Words#template}. */
public record Template(String name, Map<String, Value> variables) {
  public Template {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  /** Sets what is filled in, by the names that the skeleton uses. */
  public static final class Variables {
    private final Map<String, Value> values = new LinkedHashMap<>();

    Variables() {}

    /** A value that may be known only once something is there: {@code bucket.name()}. */
    public Variables set(String variable, Value value) {
      values.put(variable, value);
      return this;
    }

    /** Text. */
    public Variables set(String variable, String value) {
      return set(variable, Value.text(value));
    }

    /** A whole number. */
    public Variables set(String variable, long value) {
      return set(variable, Value.whole(value));
    }

    /** Yes or no. */
    public Variables set(String variable, boolean value) {
      return set(variable, Value.flag(value));
    }

    /** Several texts. */
    public Variables set(String variable, List<String> values) {
      return set(variable, Value.texts(values));
    }

    Map<String, Value> values() {
      return values;
    }
  }
}
