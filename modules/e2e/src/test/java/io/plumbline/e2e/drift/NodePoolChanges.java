package io.plumbline.e2e.drift;

import static io.plumbline.e2e.drift.Change.drift;
import static io.plumbline.e2e.drift.Change.noDrift;
import static io.plumbline.e2e.drift.ClusterChanges.CLUSTER;
import static io.plumbline.e2e.drift.ClusterChanges.eks;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.eks.model.Addon;
import software.amazon.awssdk.services.eks.model.Nodegroup;
import software.amazon.awssdk.services.eks.model.NodegroupScalingConfig;
import software.amazon.awssdk.services.eks.model.ResolveConflicts;
import software.amazon.awssdk.services.eks.model.Taint;
import software.amazon.awssdk.services.eks.model.TaintEffect;
import software.amazon.awssdk.services.eks.model.UpdateNodegroupConfigRequest;

/** What is done to the nodes and the add-ons of a cluster. */
final class NodePoolChanges {
  private static final String GPUS = "sandbox-cluster-fleet-gpus-group";
  private static final String SYSTEM = "sandbox-cluster-fleet-system-group";
  private static final Taint TAINT =
      Taint.builder()
          .key("nvidia.com/gpu")
          .value("present")
          .effect(TaintEffect.NO_SCHEDULE)
          .build();

  private NodePoolChanges() {}

  static List<Change> all() {
    return List.of(
        noDrift(
            "the autoscaler adds nodes",
            fleet -> {
              size(fleet, GPUS, s -> s.desiredSize(3));
              return () -> size(fleet, GPUS, s -> s.desiredSize(0));
            }),
        drift(
            "nobody's pool has one node more",
            "changed system/group maxSize <- system",
            fleet -> {
              size(fleet, SYSTEM, s -> s.maxSize(2));
              return () -> size(fleet, SYSTEM, s -> s.maxSize(1));
            }),
        new Change(
            "the autoscaler's pool grows beyond its band",
            List.of("changed gpus/group maxSize <- gpus", "changed gpus/group desiredSize <- gpus"),
            fleet -> {
              size(fleet, GPUS, s -> s.maxSize(9).desiredSize(6));
              return () -> size(fleet, GPUS, s -> s.maxSize(4).desiredSize(0));
            }),
        drift(
            "nodes have another label",
            "changed gpus/group labels/example.com/use <- gpus",
            fleet -> {
              label(fleet, "serving");
              return () -> label(fleet, "training");
            }),
        drift(
            "any pod may use the GPUs",
            "changed gpus/group taints/nvidia.com/gpu <- gpus",
            fleet -> {
              set(fleet, GPUS, r -> r.taints(t -> t.removeTaints(TAINT)));
              return () -> set(fleet, GPUS, r -> r.taints(t -> t.addOrUpdateTaints(TAINT)));
            }),
        drift(
            "all nodes are replaced at once",
            "changed gpus/group maxUnavailable <- gpus",
            fleet -> {
              set(fleet, GPUS, r -> r.updateConfig(u -> u.maxUnavailable(4)));
              return () -> set(fleet, GPUS, r -> r.updateConfig(u -> u.maxUnavailable(1)));
            }),
        drift(
            "nodes have another version than the cluster",
            "changed gpus/group version <- gpus",
            fleet -> {
              version(fleet, "1.98");
              return () -> version(fleet, "1.99");
            }),
        drift(
            "somebody adds nodes to the cluster",
            "unmanaged eks-node-group <- cluster",
            NodePoolChanges::addNodes),
        drift("a pool is gone", "missing system/group <- system", NodePoolChanges::removeNodes),
        drift(
            "an add-on has another version",
            "changed dns addonVersion <- dns",
            fleet -> {
              addOn(fleet, "v1.11.0-eksbuild.1", "{\"replicaCount\": 3}");
              return () -> addOn(fleet, "v1.12.4-eksbuild.1", "{\"replicaCount\": 3}");
            }),
        drift(
            "an add-on is set up otherwise",
            "changed dns configurationValues <- dns",
            fleet -> {
              addOn(fleet, "v1.12.4-eksbuild.1", "{\"replicaCount\": 1}");
              return () -> addOn(fleet, "v1.12.4-eksbuild.1", "{\"replicaCount\": 3}");
            }),
        noDrift(
            "the same configuration is written otherwise",
            fleet -> {
              addOn(fleet, "v1.12.4-eksbuild.1", "{ \"replicaCount\":3 }\n");
              return () -> addOn(fleet, "v1.12.4-eksbuild.1", "{\"replicaCount\": 3}");
            }),
        drift("an add-on is removed", "missing dns <- dns", NodePoolChanges::removeAddOn),
        drift(
            "an add-on is added",
            "unmanaged eks-addon <- cluster",
            fleet -> {
              eks(fleet).createAddon(r -> r.clusterName(CLUSTER).addonName("metrics-server"));
              return () ->
                  eks(fleet).deleteAddon(r -> r.clusterName(CLUSTER).addonName("metrics-server"));
            }));
  }

  private static void set(
      Fleet fleet, String group, Consumer<UpdateNodegroupConfigRequest.Builder> change) {
    eks(fleet)
        .updateNodegroupConfig(r -> change.accept(r.clusterName(CLUSTER).nodegroupName(group)));
  }

  private static void size(
      Fleet fleet, String group, Consumer<NodegroupScalingConfig.Builder> sizes) {
    set(fleet, group, r -> r.scalingConfig(sizes));
  }

  private static void label(Fleet fleet, String use) {
    set(fleet, GPUS, r -> r.labels(l -> l.addOrUpdateLabels(Map.of("example.com/use", use))));
  }

  private static void version(Fleet fleet, String version) {
    eks(fleet)
        .updateNodegroupVersion(r -> r.clusterName(CLUSTER).nodegroupName(GPUS).version(version));
  }

  private static Nodegroup group(Fleet fleet, String name) {
    return eks(fleet)
        .describeNodegroup(r -> r.clusterName(CLUSTER).nodegroupName(name))
        .nodegroup();
  }

  private static void make(Fleet fleet, String name, Nodegroup like) {
    eks(fleet)
        .createNodegroup(
            r ->
                r.clusterName(CLUSTER)
                    .nodegroupName(name)
                    .version(like.version())
                    .nodeRole(like.nodeRole())
                    .subnets(like.subnets())
                    .instanceTypes(like.instanceTypes())
                    .amiType(like.amiType())
                    .capacityType(like.capacityType())
                    .scalingConfig(like.scalingConfig())
                    .launchTemplate(
                        t ->
                            t.id(like.launchTemplate().id())
                                .version(like.launchTemplate().version()))
                    .nodeRepairConfig(like.nodeRepairConfig())
                    .updateConfig(like.updateConfig())
                    .tags(like.tags()));
  }

  private static void delete(Fleet fleet, String name) {
    eks(fleet).deleteNodegroup(r -> r.clusterName(CLUSTER).nodegroupName(name));
  }

  private static Runnable addNodes(Fleet fleet) {
    Nodegroup like = group(fleet, SYSTEM);
    make(fleet, "by-hand", like.toBuilder().tags(Map.of()).build());
    return () -> delete(fleet, "by-hand");
  }

  private static Runnable removeNodes(Fleet fleet) {
    Nodegroup before = group(fleet, SYSTEM);
    delete(fleet, SYSTEM);
    return () -> make(fleet, SYSTEM, before);
  }

  private static void addOn(Fleet fleet, String version, String configuration) {
    eks(fleet)
        .updateAddon(
            r ->
                r.clusterName(CLUSTER)
                    .addonName("coredns")
                    .addonVersion(version)
                    .resolveConflicts(ResolveConflicts.OVERWRITE)
                    .configurationValues(configuration));
  }

  private static Runnable removeAddOn(Fleet fleet) {
    Addon before =
        eks(fleet).describeAddon(r -> r.clusterName(CLUSTER).addonName("coredns")).addon();
    eks(fleet).deleteAddon(r -> r.clusterName(CLUSTER).addonName("coredns"));
    return () ->
        eks(fleet)
            .createAddon(
                r ->
                    r.clusterName(CLUSTER)
                        .addonName("coredns")
                        .addonVersion(before.addonVersion())
                        .configurationValues(before.configurationValues())
                        .tags(before.tags()));
  }
}
