package io.plumbline.dsl;

import io.plumbline.model.ClusterAddOn;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.WorkloadRole;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Sets up something that the provider keeps running in a cluster. Needed: {@link #of}, {@link
 * #named}. What the design says of it wins over what somebody changed inside of the cluster.
 */
public final class ClusterAddOnBuilder extends ComponentBuilder<ClusterAddOn, ClusterAddOnBuilder> {
  private @Nullable KubernetesCluster cluster;
  private @Nullable String name;
  private @Nullable String version;
  private Value configuration = Value.NULL;
  private @Nullable WorkloadRole role;

  ClusterAddOnBuilder(Order order) {
    super("add-on", order);
  }

  /** In which cluster it runs. */
  public ClusterAddOnBuilder of(KubernetesCluster where) {
    cluster = where;
    return this;
  }

  /**
   * What it is, as the provider calls it and its version: {@code "coredns"}, {@code
   * "v1.12.4-eksbuild.1"}.
   */
  public ClusterAddOnBuilder named(String theName, String theVersion) {
    name = theName;
    version = theVersion;
    return this;
  }

  /**
   * Sets it up otherwise than it comes.
   *
   * @param json in the add-on's own words: {@code {"replicaCount": 3}}
   */
  public ClusterAddOnBuilder configuration(String json) {
    configuration = read(json);
    return this;
  }

  /** What its pods may do at the provider's API: the role of the service account that it uses. */
  public ClusterAddOnBuilder role(WorkloadRole pods) {
    role = pods;
    return this;
  }

  private Value read(String json) {
    try {
      if (JsonReader.read(json) instanceof Value.Obj object) {
        return object;
      }
      report(RefusedValue.RULE, "got a configuration that is no JSON object");
    } catch (JsonReader.SyntaxException e) {
      report(RefusedValue.RULE, "got a configuration that is no JSON: " + e.getMessage());
    }
    return Value.NULL;
  }

  @Override
  ClusterAddOnBuilder self() {
    return this;
  }

  @Override
  ClusterAddOn build() {
    if (cluster == null) {
      report(Incomplete.RULE, "it is of no cluster; say of(cluster)");
    }
    if (name == null || version == null) {
      report(Incomplete.RULE, "it is nothing yet; say named(\"coredns\", \"v1.12.4-eksbuild.1\")");
    }
    return new ClusterAddOn(identity(), cluster, name, version, configuration, role);
  }
}
