package io.plumbline.config;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.Diagnostic.Severity;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.diagnostic.SourceLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is wrong with one environment file, collected so that all of it is told at once. */
final class Problems {
  private final String file;
  private final List<Diagnostic> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  SourceLine line(int line) {
    return new SourceLine(file, line);
  }

  void unknownKey(
      String path, String key, Collection<String> allowed, int line, @Nullable String toDo) {
    String nearest = Nearest.to(key, allowed);
    String usual = "take one of these, or leave the line out";
    String fix =
        nearest == null
            ? Objects.requireNonNullElse(toDo, usual)
            : "did you mean \"" + nearest + "\"?" + (toDo == null ? "" : " If not, " + toDo);
    add(
        "PLB-ENV-003",
        "unknown key",
        at(path) + "got \"" + key + "\"; allowed: " + listed(allowed),
        line,
        fix);
  }

  void wrongType(String path, String got, String wanted, int line, String fix) {
    add(
        "PLB-ENV-004",
        "value of the wrong type",
        at(path) + "got " + got + "; allowed: " + wanted,
        line,
        fix);
  }

  void missing(String path, String key, String wanted, int line) {
    add(
        "PLB-ENV-005",
        "missing key",
        at(path) + "\"" + key + "\" is not there; allowed: " + wanted,
        line,
        "add \"" + key + ": ...\"");
  }

  void notOneOf(String path, String got, Collection<String> allowed, int line) {
    String nearest = Nearest.to(got, allowed);
    String fix = nearest == null ? "take one of these" : "did you mean \"" + nearest + "\"?";
    add(
        "PLB-ENV-006",
        "value not allowed",
        at(path) + "got \"" + got + "\"; allowed: " + listed(allowed),
        line,
        fix);
  }

  void refused(String path, String got, String why, int line) {
    add(
        "PLB-ENV-006",
        "value not allowed",
        at(path) + "got " + got + ": " + why,
        line,
        "write it as said");
  }

  void unset(String variable, int line) {
    add(
        "PLB-ENV-007",
        "environment variable not set",
        "got ${" + variable + "}, and " + variable + " is not set",
        line,
        "set it, or give a default: ${" + variable + ":-default}");
  }

  /** Those of another file, which this one names. */
  void addAll(Problems other) {
    found.addAll(other.found);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  void add(String code, String summary, String detail, @Nullable Integer line, String fix) {
    SourceLine source = line == null ? null : line(line);
    found.add(new Diagnostic(code, Severity.ERROR, summary, detail, source, fix));
  }

  /**
   * Ends the work if anything was found.
   *
   * @throws InvalidInputException with all of it, in the order of files and lines
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw exception();
    }
  }

  InvalidInputException exception() {
    return new InvalidInputException(
        found.stream()
            .sorted(Comparator.comparing(this::fileOf).thenComparingInt(Problems::lineOf))
            .toList());
  }

  /** Other files come after this one. */
  private String fileOf(Diagnostic diagnostic) {
    SourceLine source = diagnostic.source();
    return source == null || source.file().equals(file) ? "" : source.file();
  }

  private static int lineOf(Diagnostic diagnostic) {
    return diagnostic.source() == null ? 0 : diagnostic.source().line();
  }

  private static String at(String path) {
    return path.isEmpty() ? "" : path + ": ";
  }

  static String listed(Collection<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
