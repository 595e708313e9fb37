package io.plumbline.e2e.azure;

import static io.plumbline.e2e.azure.Change.alone;
import static io.plumbline.e2e.azure.Change.beside;
import static io.plumbline.e2e.azure.Deed.change;
import static io.plumbline.e2e.azure.Deed.copy;
import static io.plumbline.e2e.azure.Deed.delete;
import static io.plumbline.e2e.azure.Deed.set;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.List;
import java.util.stream.Stream;

/** Clusters and their nodes; roles, identities and vaults. */
final class ClusterChanges {
  private static final String CLUSTERS = "Microsoft.ContainerService/managedClusters";
  private static final String POOLS = CLUSTERS + "/agentPools";
  private static final String ID = "tags/plumbline:id";
  private static final Value GONE = Value.NULL;
  private static final String READER = "reader/role-2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";

  private ClusterChanges() {}

  static List<Change> all() {
    return Stream.of(clusters(), rights()).flatMap(List::stream).toList();
  }

  private static List<Change> clusters() {
    return List.of(
        beside(
            "another version",
            set(CLUSTERS, "cluster", "properties/kubernetesVersion", Value.text("1.31")),
            "changed cluster kubernetesVersion"),
        beside(
            "anybody may ask a cluster",
            set(CLUSTERS, "cluster", "properties/apiServerAccessProfile", GONE),
            "changed cluster enablePrivateCluster",
            "changed cluster enablePrivateClusterPublicFQDN",
            "changed cluster disableRunCommand"),
        beside(
            "local accounts",
            set(CLUSTERS, "cluster", "properties/disableLocalAccounts", Value.flag(false)),
            "changed cluster disableLocalAccounts"),
        alone("a cluster is deleted", delete(CLUSTERS, "cluster"), "missing cluster"),
        beside(
            "fewer nodes",
            set(POOLS, "jobs", "properties/count", Value.whole(1)),
            "changed jobs/pool count"),
        beside("nodes inside of the band", set(POOLS, "sparc", "properties/count", Value.whole(7))),
        beside(
            "the band is wider",
            set(POOLS, "sparc", "properties/maxCount", Value.whole(64)),
            "changed spare-trainers/pool maxCount"),
        beside(
            "no taint",
            set(POOLS, "sparc", "properties/nodeTaints", Value.list()),
            "changed spare-trainers/pool nodeTaints"),
        beside(
            "another label",
            change(
                POOLS,
                "sparc",
                pool ->
                    Deed.at(
                        pool,
                        "properties/nodeLabels",
                        labels -> Deed.with((Obj) labels, "fleet/use", Value.text("serving")))),
            "changed spare-trainers/pool nodeLabels/fleet/use"),
        beside(
            "a lost tag of a node pool",
            set(POOLS, "jobs", "properties/" + ID, GONE),
            "changed jobs/pool tags/plumbline:id"),
        beside("a node pool is deleted", delete(POOLS, "jobs"), "missing jobs/pool"),
        beside(
            "a node pool is added",
            copy(
                POOLS,
                "jobs",
                "theirs",
                each -> Deed.at(each, "properties/tags", tags -> Obj.EMPTY)),
            "unmanaged agent-pool"));
  }

  private static List<Change> rights() {
    return List.of(
        beside(
            "a role is taken away",
            delete("Microsoft.Authorization/roleAssignments", READER),
            "missing " + READER),
        beside(
            "another role",
            set(
                "Microsoft.Authorization/roleAssignments",
                READER,
                "properties/roleDefinitionId",
                Value.text(
                    "/subscriptions/00000000-0000-0000-0000-00000000aaaa/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635")),
            "changed " + READER + " roleDefinitionId"),
        beside(
            "a role is added",
            copy(
                "Microsoft.Authorization/roleAssignments",
                READER,
                "11111111-2222-3333-4444-555555555555",
                each ->
                    Deed.at(
                        each,
                        "properties/roleDefinitionId",
                        r ->
                            Value.text(
                                "/subscriptions/00000000-0000-0000-0000-00000000aaaa/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635"))),
            "unmanaged role-assignment"),
        alone(
            "an identity is deleted",
            delete("Microsoft.ManagedIdentity/userAssignedIdentities", "reader"),
            "missing reader"),
        beside(
            "a vault may be emptied",
            set("Microsoft.KeyVault/vaults", "kvlab", "properties/enablePurgeProtection", GONE),
            "changed key/vault enablePurgeProtection"),
        beside(
            "a vault is by policies",
            set(
                "Microsoft.KeyVault/vaults",
                "kvlab",
                "properties/enableRbacAuthorization",
                Value.flag(false)),
            "changed key/vault enableRbacAuthorization"),
        beside(
            "a key rotates no more",
            set("Microsoft.KeyVault/vaults/keys", "keep-key", "properties/rotationPolicy", GONE),
            "changed key rotatedAfter"),
        beside(
            "a key is deleted",
            delete("Microsoft.KeyVault/vaults/keys", "keep-key"),
            "missing key"));
  }
}
