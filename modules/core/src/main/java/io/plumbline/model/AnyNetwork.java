package io.plumbline.model;

import io.plumbline.value.Value;

/** A network to place things in: one of ours, or one that is there already. */
public sealed interface AnyNetwork extends Component permits Network, ExistingNetwork {

  /** The provider's id of it, known once it is there. */
  default Value liveId() {
    return Value.ref(id(), "id");
  }

  /** The subnets that the internet can reach, where a route and a rule let it. */
  default Subnets publicSubnets() {
    return new Subnets(this, Tier.PUBLIC);
  }

  /** The subnets that the internet cannot reach. */
  default Subnets privateSubnets() {
    return new Subnets(this, Tier.PRIVATE);
  }
}
