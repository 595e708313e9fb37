package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.ExistingNetwork;
import io.plumbline.model.LoadBalancer;
import io.plumbline.model.Network;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.Subnets;
import io.plumbline.model.Tier;

/** A load balancer that stands where it cannot be reached, or not where its nodes are. */
final class BalancerPlacement implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-LB-003",
          "load balancer placed wrongly",
          "Balancer, rules and nodes must share a network, the internet reaches public subnets"
              + " alone, and providers refuse one that understands requests in a single zone.",
          "Elastic Load Balancing User Guide, Application Load Balancers: subnets",
          "put it in(network.publicSubnets()) of the pool's network, in two zones or more; or say"
              + " internal()");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (LoadBalancer balancer : design.all(LoadBalancer.class)) {
      if (balancer.subnets() != null) {
        check(balancer, balancer.subnets(), problems);
      }
    }
  }

  private static void check(LoadBalancer balancer, Subnets where, Problems problems) {
    long zones = zones(where);
    if (zones == 0 || (balancer.isHttp() && zones < 2)) {
      problems.report(
          RULE,
          balancer,
          "got subnets in "
              + zones
              + (zones == 1 ? " zone" : " zones")
              + "; allowed is "
              + (balancer.isHttp() ? 2 : 1)
              + " or more");
    }
    if (!balancer.internal() && where.tier() == Tier.PRIVATE) {
      problems.report(
          RULE, balancer, "got private subnets; allowed are public ones, or internal()");
    }
    String home = where.network().id();
    if (balancer.backend() != null
        && balancer.backend().pool().subnets() != null
        && !balancer.backend().pool().subnets().network().id().equals(home)) {
      problems.report(
          RULE,
          balancer,
          "got pool \""
              + balancer.backend().pool().id()
              + "\", which is not in network \""
              + home
              + "\"");
    }
    for (SecurityRules rules : balancer.securedBy()) {
      if (rules.network() != null && !rules.network().id().equals(home)) {
        problems.report(
            RULE,
            balancer,
            "got rules \"" + rules.id() + "\", which are not of network \"" + home + "\"");
      }
    }
  }

  private static long zones(Subnets where) {
    return switch (where.network()) {
      case Network network -> where.of(network).stream().map(s -> s.zone()).distinct().count();
      case ExistingNetwork existing -> existing.lookups(where.tier()).size();
    };
  }
}
