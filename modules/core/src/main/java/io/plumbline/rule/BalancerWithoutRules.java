package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.LoadBalancer;

/** A load balancer that no security rules are said for. */
final class BalancerWithoutRules implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-LB-004",
          "load balancer without security rules",
          "It gets the network's default security group, which lets nobody in from outside: it"
              + " would answer no one.",
          "Elastic Load Balancing User Guide, Security groups for your Application Load Balancer",
          "say securedBy(rules)");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (LoadBalancer balancer : design.all(LoadBalancer.class)) {
      if (balancer.securedBy().isEmpty()) {
        problems.report(RULE, balancer, "got no rules; allowed are one or more");
      }
    }
  }
}
