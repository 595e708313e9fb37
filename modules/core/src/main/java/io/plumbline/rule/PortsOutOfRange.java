package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.TrafficRule;
import io.plumbline.model.TrafficRule.PortRange;

/** Ports that do not exist, or a range that ends before it starts. */
final class PortsOutOfRange implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-SEC-002",
          "ports impossible",
          "Ports are numbers of 16 bits.",
          "RFC 9293 section 3.1",
          "name ports from 0 to 65535, the lower one first");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (SecurityRules rules : design.all(SecurityRules.class)) {
      for (TrafficRule rule : rules.rules()) {
        PortRange ports = rule.ports();
        if (ports.from() < 0 || ports.to() > 65535 || ports.from() > ports.to()) {
          problems.report(
              RULE,
              rules,
              "got ports "
                  + ports.from()
                  + " to "
                  + ports.to()
                  + "; allowed is 0 to 65535, the lower one first");
        }
      }
    }
  }
}
