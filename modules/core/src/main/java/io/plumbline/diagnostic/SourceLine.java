package io.plumbline.diagnostic;

/**
 * A line that a person wrote: of Java, or of an environment file.
 *
 * @param file path from the project's root where it is known, else the path by package such as
 *     {@code com/acme/Training.java}
 * @param line counted from 1
 */
public record SourceLine(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
