package io.plumbline.aws.lower;

import io.plumbline.graph.Lookup;
import io.plumbline.model.ExistingNetwork;
import io.plumbline.model.Network;
import io.plumbline.model.Subnets;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;

/** The ids of the subnets of one tier, of a network of ours or one that is there already. */
final class SubnetIds {
  private SubnetIds() {}

  static List<Value> of(Subnets subnets) {
    List<Value> ids = new ArrayList<>();
    switch (subnets.network()) {
      case Network network ->
          subnets
              .of(network)
              .forEach(s -> ids.add(id(network.id(), NetworkParts.part(s.tier(), s.zone()))));
      case ExistingNetwork existing -> {
        List<Lookup> lookups = existing.lookups(subnets.tier());
        for (int i = 0; i < lookups.size(); i++) {
          ids.add(id(existing.id(), ExistingNetworkParts.part(subnets.tier(), i)));
        }
      }
    }
    return ids;
  }

  private static Value id(String component, String part) {
    return Value.ref(component + "/" + part, "id");
  }
}
