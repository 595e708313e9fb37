package io.plumbline.aws.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.aws.kinds.Subnet;
import io.plumbline.aws.kinds.Vpc;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.model.ExistingNetwork;
import io.plumbline.model.Tier;
import java.util.ArrayList;
import java.util.List;

/**
 * A network that is there already: its VPC and the subnets that are used, numbered from 1 in the
 * order they are listed.
 */
final class ExistingNetworkParts {
  private ExistingNetworkParts() {}

  static String part(Tier tier, int index) {
    return tier.word() + "-" + (index + 1);
  }

  static List<Resource> resources(ExistingNetwork network, Parts parts) {
    List<Resource> found = new ArrayList<>();
    found.add(parts.existing("", Vpc.KIND, requireNonNull(network.network(), "validated")));
    for (Tier tier : Tier.values()) {
      List<Lookup> lookups = network.lookups(tier);
      for (int i = 0; i < lookups.size(); i++) {
        found.add(parts.existing(part(tier, i), Subnet.KIND, lookups.get(i)));
      }
    }
    return found;
  }
}
