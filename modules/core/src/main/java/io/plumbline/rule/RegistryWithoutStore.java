package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.Endpoint;
import io.plumbline.model.NatGateways;
import io.plumbline.model.Network;

/** Container images are to be had without the internet, but their layers are not. */
final class RegistryWithoutStore implements Check<Design> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-NET-014",
          "registry without object store",
          "A registry hands out layers from the object store; without a way there, every pull"
              + " fails.",
          "Amazon ECR User Guide, Amazon ECR interface VPC endpoints",
          "add Endpoint.OBJECT_STORE");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (Network network : design.all(Network.class)) {
      boolean registry = network.endpoints().contains(Endpoint.CONTAINER_REGISTRY);
      boolean store = network.endpoints().contains(Endpoint.OBJECT_STORE);
      if (registry && !store && network.nat() == NatGateways.NONE) {
        problems.report(
            RULE, network, "got CONTAINER_REGISTRY, and neither OBJECT_STORE nor a NAT gateway");
      }
    }
  }
}
