package io.plumbline.model;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.value.Value;
import java.util.List;

/**
 * A cloud-neutral thing of the model. Sealed: a new one is a compile error in every provider, which
 * owes it resources or a reason why not. Components refer to each other as Java objects; a handle
 * that a stack holds is the component itself.
 */
public sealed interface Component
    permits AnyKey,
        AnyNetwork,
        SecurityRules,
        AnyRole,
        AnyPool,
        BareMetalFleet,
        KubernetesCluster,
        LoadBalancer,
        DnsRecord,
        ExistingZone,
        Bucket,
        ClusterAddOn,
        ExistingSecret,
        Monitoring,
        ParallelFiles,
        Parameter,
        SharedFiles,
        SlurmCluster,
        Reservation,
        VmFleet,
        InterruptionHandling {

  /** Who it is and where it was asked for. */
  Identity identity();

  /** What it refers to directly, each once. */
  List<Component> uses();

  /**
   * Values of it that may hold references: each is to the id of a component and one of its outputs.
   */
  default List<Value> values() {
    return identity().raw().stream().map(RawSetting::value).toList();
  }

  /** What people call its type in messages: {@code "pool"}. */
  String noun();

  default String id() {
    return identity().id();
  }

  default Site site() {
    return identity().site();
  }

  default SourceLine source() {
    return identity().source();
  }
}
