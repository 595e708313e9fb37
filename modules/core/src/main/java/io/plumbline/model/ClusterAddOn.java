package io.plumbline.model;

import io.plumbline.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the provider keeps running in a Kubernetes cluster.
 *
 * @param cluster in which it runs; null where the stack does not say, which is reported
 * @param name as the provider calls it: {@code "coredns"}; null where the stack does not say, which
 *     is reported
 * @param version as the provider calls it; null where the stack does not say, which is reported
 * @param configuration plain data in the add-on's own words; {@link Value#NULL} for what it comes
 *     with
 * @param role what its pods may do, which must be there first; null for nothing
 */
public record ClusterAddOn(
    Identity identity,
    @Nullable KubernetesCluster cluster,
    @Nullable String name,
    @Nullable String version,
    Value configuration,
    @Nullable WorkloadRole role)
    implements Component {

  @Override
  public List<Component> uses() {
    return new Uses().and(cluster).and(role).list();
  }

  @Override
  public String noun() {
    return "add-on";
  }
}
