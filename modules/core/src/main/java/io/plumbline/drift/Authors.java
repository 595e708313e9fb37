package io.plumbline.drift;

import io.plumbline.kind.ResourceKind;
import io.plumbline.spi.AuditLog;
import io.plumbline.spi.AuditLog.Answer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks the audit log of one site who made findings true. It reads the newest calls once, whatever
 * the number of findings, and asks by name for what they do not explain, a bounded number of times.
 */
public final class Authors {
  private static final int QUESTIONS = 16;

  private final AuditLog log;
  private final Function<String, @Nullable ResourceKind> kinds;
  private final Instant earliest;
  private int asked;

  /**
   * For the findings of some targets at a site.
   *
   * @param kinds by id
   * @param earliest when the first of the targets was deployed
   */
  public Authors(AuditLog log, Function<String, @Nullable ResourceKind> kinds, Instant earliest) {
    this.log = log;
    this.kinds = kinds;
    this.earliest = earliest;
  }

  /** The authors of findings of one target; what could not be read has none. */
  public Map<Finding, Author> of(List<Finding> findings, TargetDrift drift) {
    Map<Finding, Author> authors = new LinkedHashMap<>();
    for (Finding finding : findings) {
      ResourceKind kind = kinds.apply(finding.subject().kind());
      if (kind != null && !(finding instanceof Finding.Undetermined)) {
        authors.put(finding, author(Trace.of(finding, kind, drift), drift.expectation().since()));
      }
    }
    return authors;
  }

  private Author author(Trace trace, @Nullable Instant since) {
    String operation = LiveThings.main(trace.kind()).operation();
    Suspicion suspicion = new Suspicion(trace, since);
    Answer latest = log.latest(operation, earliest);
    if (latest.failure() != null) {
      return new Author.Unknown(latest.failure());
    }
    Author known = suspicion.isOld() ? null : suspicion.among(latest.calls());
    Instant from = suspicion.isOld() ? Instant.EPOCH : earliest;
    for (String name : known == null ? trace.questions() : List.<String>of()) {
      if (asked++ >= QUESTIONS) {
        return new Author.Unknown("too many findings to ask for each; the newest calls do not say");
      }
      Answer answer = log.about(operation, name, from);
      if (answer.failure() != null) {
        return new Author.Unknown(answer.failure());
      }
      known = suspicion.among(answer.calls());
      if (known != null) {
        break;
      }
    }
    if (known == null && suspicion.isOld()) {
      known = suspicion.among(latest.calls()); // it may not be known there by its name
    }
    return Objects.requireNonNullElseGet(known, () -> nobody(suspicion.isOld() ? null : since));
  }

  private Author nobody(@Nullable Instant since) {
    String when = since == null ? "" : " since " + since;
    return new Author.Unknown(
        "no call in the audit log" + when + " can have done it; it does not tell " + log.silence());
  }
}
