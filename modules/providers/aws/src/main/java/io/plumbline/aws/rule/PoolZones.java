package io.plumbline.aws.rule;

import io.plumbline.model.ExistingNetwork;
import io.plumbline.model.Network;
import io.plumbline.model.Subnet;
import io.plumbline.model.Subnets;
import java.util.List;

/** In which zones a pool's subnets are, as far as the design knows. */
final class PoolZones {
  private PoolZones() {}

  /** How many subnets there are: of an existing network each may be in another zone. */
  static int subnets(Subnets subnets) {
    return switch (subnets.network()) {
      case Network network -> subnets.of(network).size();
      case ExistingNetwork existing -> existing.lookups(subnets.tier()).size();
    };
  }

  /** The zones; empty where they are not known. */
  static List<String> zones(Subnets subnets) {
    return switch (subnets.network()) {
      case Network network -> subnets.of(network).stream().map(Subnet::zone).distinct().toList();
      case ExistingNetwork existing -> List.of();
    };
  }

  static String text(Subnets subnets) {
    List<String> zones = zones(subnets);
    return zones.isEmpty()
        ? subnets(subnets) + " subnets of \"" + subnets.network().id() + "\""
        : String.join(", ", zones);
  }
}
