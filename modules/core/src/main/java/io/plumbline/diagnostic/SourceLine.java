package io.plumbline.diagnostic;

import java.util.List;

/**
 * A line that a person wrote: of Java, or of an environment file.
 *
 * @param file path from the project's root where it is known, else the path by package such as
 *     {@code com/acme/Training.java}
 * @param line counted from 1
 * @param callers of Java, the lines that led there, innermost first, down to the stack; empty where
 *     the stack asked by itself
 */
public record SourceLine(String file, int line, List<SourceLine> callers) {
  public SourceLine {
    callers = List.copyOf(callers);
  }

  /** A line that nothing led to. */
  public SourceLine(String file, int line) {
    this(file, line, List.of());
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
