package io.plumbline.dsl;

import io.plumbline.graph.Lookup;
import io.plumbline.model.ExistingNetwork;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points at a network that is there already. Needed: {@link #vpc}, and the subnets that are to be
 * used.
 */
public final class ExistingNetworkBuilder
    extends ComponentBuilder<ExistingNetwork, ExistingNetworkBuilder> {
  private @Nullable Lookup network;
  private List<Lookup> publicSubnets = List.of();
  private List<Lookup> privateSubnets = List.of();

  ExistingNetworkBuilder(Order order) {
    super("existing network", order);
  }

  /**
   * How to find it: {@code byId("vpc-…")}, {@code byTag("Name", "corp")}, {@code byName("corp")}.
   */
  public ExistingNetworkBuilder vpc(Lookup lookup) {
    network = lookup;
    return this;
  }

  /** How to find each of its public subnets that is to be used. */
  public ExistingNetworkBuilder publicSubnets(Lookup... lookups) {
    publicSubnets = List.of(lookups);
    return this;
  }

  /** How to find each of its private subnets that is to be used. */
  public ExistingNetworkBuilder privateSubnets(Lookup... lookups) {
    privateSubnets = List.of(lookups);
    return this;
  }

  @Override
  ExistingNetworkBuilder self() {
    return this;
  }

  @Override
  ExistingNetwork build() {
    if (network == null) {
      report(
          Incomplete.RULE,
          "it does not say which network it is; say vpc(byId(…)), or byTag, byName");
    }
    return new ExistingNetwork(identity(), network, publicSubnets, privateSubnets);
  }
}
