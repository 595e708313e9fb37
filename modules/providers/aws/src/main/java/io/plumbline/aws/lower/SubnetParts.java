package io.plumbline.aws.lower;

import io.plumbline.model.ExistingNetwork;
import io.plumbline.model.Network;
import io.plumbline.model.Subnets;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The subnets of a tier as parts of their network, ours or existing. */
final class SubnetParts {
  private SubnetParts() {}

  /**
   * One subnet.
   *
   * @param name what it is called within its network
   * @param zone null where the network is not ours: nobody knows it beforehand
   */
  record Part(String network, String name, @Nullable String zone) {
    Value id() {
      return Value.ref(network + "/" + name, "id");
    }
  }

  static List<Part> of(Subnets subnets) {
    List<Part> parts = new ArrayList<>();
    switch (subnets.network()) {
      case Network network ->
          network
              .subnets(subnets.tier())
              .forEach(
                  s ->
                      parts.add(
                          new Part(network.id(), NetworkParts.part(s.tier(), s.zone()), s.zone())));
      case ExistingNetwork existing -> {
        for (int i = 0; i < existing.lookups(subnets.tier()).size(); i++) {
          parts.add(new Part(existing.id(), ExistingNetworkParts.part(subnets.tier(), i), null));
        }
      }
    }
    return parts;
  }
}
