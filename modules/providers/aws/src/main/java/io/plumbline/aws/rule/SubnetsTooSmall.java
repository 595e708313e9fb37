package io.plumbline.aws.rule;

import io.plumbline.model.AnyPool;
import io.plumbline.model.Count;
import io.plumbline.model.Network;
import io.plumbline.model.Subnet;
import io.plumbline.model.Tier;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import io.plumbline.unit.Cidr;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The pools in one tier of a network can have more nodes together than its subnets addresses. */
final class SubnetsTooSmall implements Check<AwsScope> {
  private static final int NAMED = 5;
  private static final int KEPT_BY_AWS = 5;

  private static final Rule RULE =
      Rule.warning(
          "PLB-NET-010",
          "more nodes than addresses",
          "Each node takes an address of its subnet, of which AWS keeps five; a pool that finds"
              + " none left stops growing.",
          "Amazon VPC User Guide, Subnet CIDR blocks",
          "give the network larger subnets or more zones, or let the pools have fewer nodes");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (Network network : scope.all(Network.class)) {
      for (Tier tier : Tier.values()) {
        List<AnyPool> pools =
            scope.all(AnyPool.class).stream().filter(p -> isIn(p, network, tier)).toList();
        check(network, tier, pools, problems);
      }
    }
  }

  private static boolean isIn(AnyPool pool, Network network, Tier tier) {
    return pool.subnets() != null
        && pool.subnets().network().id().equals(network.id())
        && pool.subnets().tier() == tier;
  }

  private static void check(Network network, Tier tier, List<AnyPool> pools, Problems problems) {
    List<Subnet> subnets = network.subnets(tier);
    long nodes = pools.stream().mapToLong(SubnetsTooSmall::most).sum();
    long addresses = subnets.stream().mapToLong(SubnetsTooSmall::usable).sum();
    if (!subnets.isEmpty() && nodes > addresses) {
      problems.report(
          RULE,
          network,
          "got up to "
              + nodes
              + " nodes in its "
              + tier.word()
              + " subnets ("
              + largest(pools)
              + "); there are "
              + addresses
              + " addresses");
    }
  }

  /** Those that matter; a fleet may have thousands. */
  private static String largest(List<AnyPool> pools) {
    String named =
        pools.stream()
            .sorted(Comparator.comparingLong(SubnetsTooSmall::most).reversed())
            .limit(NAMED)
            .map(pool -> pool.id() + " " + most(pool))
            .collect(Collectors.joining(", "));
    return pools.size() <= NAMED ? named : named + " and " + (pools.size() - NAMED) + " more pools";
  }

  private static long most(AnyPool pool) {
    Count count = pool.count();
    return count == null ? 0 : Math.max(0, count.max());
  }

  /** No IPv4 block is an error of its own, and is not reported here again. */
  private static long usable(Subnet subnet) {
    Cidr block = subnet.cidr();
    return block.family() == Cidr.Family.IPV4
        ? Math.max(0, (1L << (32 - block.prefix())) - KEPT_BY_AWS)
        : Integer.MAX_VALUE;
  }
}
