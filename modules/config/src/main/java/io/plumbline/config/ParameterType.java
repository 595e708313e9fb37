package io.plumbline.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What may stand at one place of an environment file. The binder reads by it and the JSON Schema is
 * written from it, so that an editor accepts what Plumbline does.
 */
sealed interface ParameterType {

  /** Any text; with a pattern, text of that form alone, described by {@code form}. */
  record Text(@Nullable String pattern, String form) implements ParameterType {
    static final Text ANY = new Text(null, "text");
  }

  record Whole(long min, long max) implements ParameterType {}

  record Decimal() implements ParameterType {}

  record Flag() implements ParameterType {}

  /** One of some words; {@code make} turns the word into the value. */
  record Choice(List<String> words, Function<String, Object> make) implements ParameterType {}

  /**
   * A quantity with its unit in one text: {@code 500GiB}, {@code 10.0.0.0/16}.
   *
   * @param name for messages: {@code "data size"}
   * @param parse throws IllegalArgumentException with a message that says what is allowed
   */
  record Quantity(String name, Function<String, Object> parse) implements ParameterType {}

  record ListOf(ParameterType item) implements ParameterType {}

  /**
   * Entries under names of the user's choice, which match {@code names}, in the order in which they
   * are written.
   */
  record MapOf(String names, String form, ParameterType value) implements ParameterType {
    MapOf(String names, ParameterType value) {
      this(names, "such that it matches " + names, value);
    }
  }

  /**
   * Named fields; {@code make} turns their values, by name, into the value.
   *
   * @param otherKeys what to do about a key that is none of them; null for the usual
   */
  record Section(
      List<Field> fields, Function<Map<String, Object>, Object> make, @Nullable String otherKeys)
      implements ParameterType {
    Section(List<Field> fields, Function<Map<String, Object>, Object> make) {
      this(fields, make, null);
    }

    /** The same, with something of its own to do about a key that is none of its fields. */
    Section orElse(String toDo) {
      return new Section(fields, make, toDo);
    }
  }

  /** Sections of which one field, by the word that stands there, says which it is. */
  record Variants(String by, Map<String, Section> sections) implements ParameterType {
    public Variants {
      sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
    }

    List<String> words() {
      return List.copyOf(sections.keySet());
    }
  }

  /**
   * The path of another file of the project, which says the value.
   *
   * @param name for messages: {@code "an inventory"}
   */
  record ContentOf(String name, Reader read) implements ParameterType {

    /** Reads the file that stands at a path below the project. */
    interface Reader {
      /** The value; null where a problem was reported. */
      @Nullable Object read(ProjectFile file, Problems problems);
    }
  }

  /** A section, or one word in its stead. */
  record WordOr(Choice word, Section section) implements ParameterType {}

  /** Not read but filled in: the line where the section stands. */
  record Place() implements ParameterType {}

  /** A value that need not be there. */
  record Maybe(ParameterType type) implements ParameterType {}

  /**
   * One named place of a section.
   *
   * @param otherwise what is taken where it is missing, as it would be written; null for none
   * @param about what it is for, shown by editors; empty where its name says it
   */
  record Field(
      String name,
      ParameterType type,
      Presence presence,
      @Nullable String otherwise,
      String about) {
    static Field required(String name, ParameterType type, String about) {
      return new Field(name, type, Presence.REQUIRED, null, about);
    }

    static Field optional(String name, ParameterType type, String about) {
      return new Field(name, type, Presence.OPTIONAL, null, about);
    }

    static Field optional(String name, ParameterType type, String otherwise, String about) {
      return new Field(name, type, Presence.OPTIONAL, otherwise, about);
    }
  }

  /** Whether a field must be there. */
  enum Presence {
    REQUIRED,
    OPTIONAL
  }
}
