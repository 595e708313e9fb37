package io.plumbline.azure.rule;

import io.plumbline.model.DnsRecord;
import io.plumbline.model.DnsRecord.Answer;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** An answer that a record set of Azure DNS does not hold. */
final class DnsAnswer implements Check<AzureScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-AZURE-044",
          "answer that Azure DNS does not take",
          "It is refused in the middle of a deploy.",
          "Microsoft Learn, Azure subscription and service limits: Azure DNS limits",
          "at most 20 values; texts of 4096 characters at most, 1024 in a zone inside of networks,"
              + " and not empty; remembered for 1 s to 2147483647 s");

  private static final int MOST = 20;
  private static final int TEXT = 4096;
  private static final int INNER_TEXT = 1024;
  private static final long LONGEST = Integer.MAX_VALUE;

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AzureScope scope, Problems problems) {
    for (DnsRecord dns : scope.all(DnsRecord.class)) {
      if (dns.ttl() != null && (dns.ttl().toSeconds() < 1 || dns.ttl().toSeconds() > LONGEST)) {
        problems.report(RULE, dns, "got ttl(" + dns.ttl() + ")");
      }
      if (dns.answer() instanceof Answer.Values values) {
        check(dns, values, problems);
      }
    }
  }

  private static void check(DnsRecord dns, Answer.Values answer, Problems problems) {
    if (answer.values().size() > MOST) {
      problems.report(RULE, dns, "got " + answer.values().size() + " values");
    }
    if (answer.type() == DnsRecord.Type.TXT) {
      int most = dns.zone() != null && dns.zone().internal() ? INNER_TEXT : TEXT;
      answer.values().stream()
          .filter(text -> text.isEmpty() || text.length() > most)
          .forEach(
              text -> problems.report(RULE, dns, "got a text of " + text.length() + " characters"));
    }
  }
}
