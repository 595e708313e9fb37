package io.plumbline.model;

import io.plumbline.graph.Lookup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network that is there already: read, referred to and checked to exist; never written, tagged or
 * destroyed.
 *
 * @param network how to find it; null where the stack does not say, which is reported
 * @param publicLookups how to find each
 * @param privateLookups how to find each
 */
public record ExistingNetwork(
    Identity identity,
    @Nullable Lookup network,
    List<Lookup> publicLookups,
    List<Lookup> privateLookups)
    implements AnyNetwork {
  public ExistingNetwork {
    publicLookups = List.copyOf(publicLookups);
    privateLookups = List.copyOf(privateLookups);
  }

  /** How to find its subnets of one tier. */
  public List<Lookup> lookups(Tier tier) {
    return tier == Tier.PUBLIC ? publicLookups : privateLookups;
  }

  @Override
  public List<Component> uses() {
    return List.of();
  }

  @Override
  public String noun() {
    return "existing network";
  }
}
