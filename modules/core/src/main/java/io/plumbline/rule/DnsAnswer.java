package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.DnsRecord;
import io.plumbline.model.DnsRecord.Answer;
import io.plumbline.unit.Cidr;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;

/** An answer that is not of its type: no address, several names, or none at all. */
final class DnsAnswer implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-DNS-010",
          "DNS answer not allowed",
          "Providers refuse it, or write it otherwise, so that it would seem changed at each"
              + " check.",
          "Amazon Route 53 Developer Guide, Supported DNS record types",
          "a: IPv4 addresses; aaaa: IPv6 addresses in their shortest form, as 2001:db8::1; cname:"
              + " one name; txt: texts of at most 4,000 bytes; each once");

  private static final String NAME = "([A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.?)+";
  private static final int LONGEST_NAME = 254;
  private static final int LONGEST_TEXT = 4000;
  private static final int SHOWN = 80;

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (DnsRecord dns : design.all(DnsRecord.class)) {
      if (dns.answer() instanceof Answer.Values values) {
        check(dns, values, problems);
      }
    }
  }

  private static void check(DnsRecord dns, Answer.Values answer, Problems problems) {
    List<String> values = answer.values();
    if (values.isEmpty() || new HashSet<>(values).size() < values.size()) {
      problems.report(RULE, dns, "got " + values + " as " + answer.type());
      return;
    }
    for (String value : values) {
      if (!isAllowed(answer.type(), value)) {
        String shown = value.substring(0, Math.min(value.length(), SHOWN));
        problems.report(RULE, dns, "got \"" + shown + "\" as " + answer.type());
      }
    }
  }

  private static boolean isAllowed(DnsRecord.Type type, String value) {
    return switch (type) {
      case A -> isAddress(Cidr.Family.IPV4, value, "/32");
      case AAAA -> isAddress(Cidr.Family.IPV6, value, "/128");
      case CNAME -> value.length() <= LONGEST_NAME && value.matches(NAME);
      case TXT -> value.getBytes(StandardCharsets.UTF_8).length <= LONGEST_TEXT;
    };
  }

  private static boolean isAddress(Cidr.Family family, String value, String prefix) {
    try {
      Cidr block = Cidr.parse(value + prefix);
      return block.family() == family && block.toString().equals(value + prefix);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
