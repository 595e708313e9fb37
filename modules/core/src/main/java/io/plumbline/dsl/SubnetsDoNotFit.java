package io.plumbline.dsl;

import io.plumbline.rule.Rule;

/**
 * A network's block is too small for the subnets that are to be cut from it, or there are more
 * blocks than zones.
 */
final class SubnetsDoNotFit {
  static final Rule RULE =
      Rule.error(
          "PLB-NET-002",
          "subnets do not fit in the network",
          "Every zone gets one subnet of each tier; together they cannot hold more addresses than"
              + " the network has.",
          "Amazon VPC User Guide, Subnet CIDR blocks",
          "use a longer prefix for the subnets, a shorter one for the network, or fewer zones");

  private SubnetsDoNotFit() {}
}
