package io.plumbline.diagnostic;

import org.jspecify.annotations.Nullable;

/**
 * One problem of an input.
 *
 * @param code stable for ever, such as {@code PLB-NET-003}; documentation and waivers name it
 * @param summary constant for the code, without user data
 * @param detail the specifics: what was got, what is allowed
 * @param source where a person wrote it; null where no line is to blame
 * @param fix what to do about it
 */
public record Diagnostic(
    String code,
    Severity severity,
    String summary,
    String detail,
    @Nullable SourceLine source,
    String fix) {

  public enum Severity {
    ERROR,
    WARNING
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** Three lines: what, where with the values, how to mend it. */
  @Override
  public String toString() {
    String where = source == null ? "" : source + " ";
    String level = severity == Severity.ERROR ? " error: " : " warning: ";
    return code + level + summary + "\n  " + where + detail + "\n  fix: " + fix;
  }
}
