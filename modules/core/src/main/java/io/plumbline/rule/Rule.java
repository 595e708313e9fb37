package io.plumbline.rule;

import io.plumbline.diagnostic.Diagnostic.Severity;

/**
 * What is known about one rule; its page in the documentation is made of this.
 *
 * @param code stable for ever: {@code PLB-NET-001}
 * @param summary constant, without user data: {@code "subnet lies outside its network"}
 * @param why what goes wrong otherwise, and when
 * @param source who says so: a document of the provider, by name or address
 * @param fix what to do about it
 */
public record Rule(
    String code, Severity severity, String summary, String why, String source, String fix) {

  /** A rule whose breach stops everything. */
  public static Rule error(String code, String summary, String why, String source, String fix) {
    return new Rule(code, Severity.ERROR, summary, why, source, fix);
  }

  /** A rule whose breach is said, and stops nothing. */
  public static Rule warning(String code, String summary, String why, String source, String fix) {
    return new Rule(code, Severity.WARNING, summary, why, source, fix);
  }
}
