package io.plumbline.azure.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.azure.kinds.VirtualNetwork;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.model.ExistingNetwork;
import io.plumbline.model.Tier;
import java.util.ArrayList;
import java.util.List;

/**
 * A network that is there already, and the subnets that are used, numbered from 1 in the order they
 * are listed.
 */
final class ExistingNetworkParts {
  private ExistingNetworkParts() {}

  static List<Resource> resources(ExistingNetwork network, Parts parts) {
    List<Resource> found = new ArrayList<>();
    found.add(
        parts.existing("", VirtualNetwork.KIND, requireNonNull(network.network(), "validated")));
    for (Tier tier : Tier.values()) {
      List<Lookup> lookups = network.lookups(tier);
      for (int i = 0; i < lookups.size(); i++) {
        found.add(
            parts.existing(
                tier.word() + "-" + (i + 1), io.plumbline.azure.kinds.Subnet.KIND, lookups.get(i)));
      }
    }
    return found;
  }
}
