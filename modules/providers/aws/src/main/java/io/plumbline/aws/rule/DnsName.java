package io.plumbline.aws.rule;

import io.plumbline.model.Component;
import io.plumbline.model.DnsRecord;
import io.plumbline.model.ExistingZone;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.stream.Stream;

/** A name, a label or the id of a zone that Route 53 does not take. */
final class DnsName implements Check<AwsScope> {
  private static final String PART = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";
  private static final String NAME = "(\\*\\.)?(" + PART + "\\.)*" + PART;
  private static final String ZONE_ID = "Z[A-Z0-9]{1,31}";
  private static final int LONGEST = 253;

  private static final Rule RULE =
      Rule.error(
          "PLB-DNS-012",
          "name that Route 53 does not take",
          "It is refused in the middle of a deploy, or looked up in vain at each plan.",
          "Amazon Route 53 Developer Guide, DNS domain name format; API Reference,"
              + " ResourceRecordSet: SetIdentifier",
          "names: parts of 1 to 63 letters, digits, - and _, an asterisk as the first alone, others"
              + " in Punycode; ids of zones: Z…; labels: 1 to 128 characters");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (ExistingZone zone : scope.all(ExistingZone.class)) {
      hold(zone, zone.domain(), isName(zone.domain()) && !zone.domain().startsWith("*"), problems);
      if (zone.called() != null) {
        hold(zone, zone.called(), zone.called().matches(ZONE_ID), problems);
      }
    }
    for (DnsRecord dns : scope.all(DnsRecord.class)) {
      hold(dns, dns.name(), isName(dns.name()), problems);
      Stream.concat(Stream.ofNullable(dns.routing().label()), dns.alongside().stream())
          .forEach(label -> hold(dns, label, isLabel(label), problems));
    }
  }

  private static void hold(Component component, String text, boolean taken, Problems problems) {
    if (!taken) {
      problems.report(RULE, component, "got \"" + text + "\"");
    }
  }

  private static boolean isName(String name) {
    return name.length() <= LONGEST && name.matches(NAME);
  }

  private static boolean isLabel(String label) {
    return label.matches("[!-~]([ -~]{0,126}[!-~])?");
  }
}
