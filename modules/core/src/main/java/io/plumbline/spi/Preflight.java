package io.plumbline.spi;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.value.Value;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at before anything is written: whether the provider will let a design
 * through. What could not be looked at is said as well: silence would be taken for calm.
 *
 * @param subject what was looked at: a quota, an offering, a reservation, a right
 * @param detail what is needed and what there is, or why that is not known
 * @param fix what to do about it; empty where nothing needs doing
 * @param source the line in the user's Java that asks for it; null where many do
 */
public record Preflight(
    Outcome outcome, String subject, String detail, String fix, @Nullable SourceLine source) {

  /** What came of a look. */
  public enum Outcome {
    ENOUGH,
    SHORT,
    UNREADABLE
  }

  public static Preflight enough(String subject, String detail, @Nullable SourceLine source) {
    return new Preflight(Outcome.ENOUGH, subject, detail, "", source);
  }

  public static Preflight lacking(
      String subject, String detail, String fix, @Nullable SourceLine source) {
    return new Preflight(Outcome.SHORT, subject, detail, fix, source);
  }

  public static Preflight unreadable(String subject, String reason, @Nullable SourceLine source) {
    return new Preflight(Outcome.UNREADABLE, subject, reason, "", source);
  }

  /** What is lacking, as a warning. */
  public Diagnostic diagnostic() {
    return new Diagnostic(
        "PLB-RUN-040",
        Diagnostic.Severity.WARNING,
        "the provider will not let all of this through",
        subject + ": " + detail,
        source,
        fix);
  }

  /** As plain data. */
  public Value.Obj json() {
    return Value.object(
        "outcome", Value.text(outcome.name().toLowerCase(Locale.ROOT)),
        "subject", Value.text(subject),
        "detail", Value.text(detail),
        "fix", fix.isEmpty() ? Value.NULL : Value.text(fix),
        "source", source == null ? Value.NULL : Value.text(source.toString()));
  }
}
