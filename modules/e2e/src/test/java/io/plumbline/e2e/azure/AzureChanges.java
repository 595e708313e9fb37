package io.plumbline.e2e.azure;

import static io.plumbline.e2e.azure.Deed.add;
import static io.plumbline.e2e.azure.Deed.change;
import static io.plumbline.e2e.azure.Deed.copy;
import static io.plumbline.e2e.azure.Deed.delete;
import static io.plumbline.e2e.azure.Deed.set;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** The classes of change that are tried on AWS, each where Azure has its like. */
final class AzureChanges {
  private static final String COMPUTE = "Microsoft.Compute/";
  private static final String SETS = COMPUTE + "virtualMachineScaleSets";
  private static final String NETWORKS = "Microsoft.Network/virtualNetworks";
  private static final String GROUPS = "Microsoft.Network/networkSecurityGroups";
  private static final String ADDRESSES = "Microsoft.Network/publicIPAddresses";
  private static final String BALANCERS = "Microsoft.Network/loadBalancers";
  private static final String AUTOSCALE = "Microsoft.Insights/autoscaleSettings";
  private static final String CLUSTERS = "Microsoft.ContainerService/managedClusters";
  private static final String POOLS = CLUSTERS + "/agentPools";
  private static final String ACCOUNTS = "Microsoft.Storage/storageAccounts";
  private static final String PROFILE = "properties/virtualMachineProfile/";
  private static final String ID = "tags/plumbline:id";
  private static final Value GONE = Value.NULL;

  private AzureChanges() {}

  /**
   * A change.
   *
   * @param alone whether others would not be seen beside it
   * @param found what a check must say of it: {@code changed net tags/owner}; nothing where it is
   *     no drift
   */
  record Change(String what, Deed deed, boolean alone, List<String> found) {
    boolean isNoDrift() {
      return found.isEmpty();
    }
  }

  private static Change of(String what, Deed deed, String... found) {
    return new Change(what, deed, false, List.of(found));
  }

  /** What takes much along. */
  private static Change alone(String what, Deed deed, String... found) {
    return new Change(what, deed, true, List.of(found));
  }

  static List<Change> all() {
    return Stream.of(
            pools(), scaling(), network(), balancers(), clusters(), rights(), stores(), names())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Change> pools() {
    return List.of(
        of(
            "a pool is made smaller",
            set(SETS, "trainers", "sku/capacity", Value.whole(1)),
            "changed trainers/scale-set capacity"),
        of(
            "a pool is of another size",
            set(SETS, "trainers", "sku/name", Value.text("Standard_D2s_v5")),
            "changed trainers/scale-set size"),
        of("an autoscaled pool scales", set(SETS, "serving", "sku/capacity", Value.whole(5))),
        of(
            "an autoscaled pool is scaled beyond its most",
            set(SETS, "serving", "sku/capacity", Value.whole(9)),
            "changed serving/scale-set capacity"),
        of("a pool is deleted", delete(SETS, "spot"), "missing spot/scale-set"),
        of(
            "another image",
            set(
                SETS,
                "mixed",
                PROFILE + "storageProfile/imageReference/version",
                Value.text("22.04.1")),
            "changed mixed/scale-set imageVersion"),
        of(
            "another boot script",
            set(SETS, "trainers", PROFILE + "userData", Value.text("ZXZpbA==")),
            "changed trainers/scale-set userData"),
        of(
            "no boot script",
            set(SETS, "trainers", PROFILE + "userData", GONE),
            "changed trainers/scale-set userData"),
        of(
            "a boot script where there was none",
            set(SETS, "spot", PROFILE + "userData", Value.text("ZXZpbA==")),
            "changed spot/scale-set userData"),
        of(
            "a higher price for spot",
            set(
                SETS,
                "spot",
                PROFILE + "billingProfile/maxPrice",
                Value.decimal(new BigDecimal("9.5"))),
            "changed spot/scale-set maxPrice"),
        of(
            "spot machines are deallocated",
            set(SETS, "spot", PROFILE + "evictionPolicy", Value.text("Deallocate")),
            "changed spot/scale-set evictionPolicy"),
        of(
            "spot machines are not restored",
            set(SETS, "spot", "properties/spotRestorePolicy/enabled", Value.flag(false)),
            "changed spot/scale-set spotRestorePolicy/enabled"),
        of(
            "fewer that are not spot",
            set(
                SETS,
                "mixed",
                "properties/priorityMixPolicy/baseRegularPriorityCount",
                Value.whole(0)),
            "changed mixed/scale-set baseRegularPriorityCount"),
        of(
            "another group of machines by the tags",
            copy(SETS, "spot", "twin", each -> each),
            "duplicate spot/scale-set"),
        of(
            "a set without a like",
            copy(SETS, "spot", "more", each -> Deed.at(each, ID, id -> Value.text("nobody"))),
            "unmanaged uniform-scale-set"),
        of(
            "a lost identity tag",
            set(SETS, "mixed", ID, GONE),
            "changed mixed/scale-set tags/plumbline:id"),
        of(
            "no identity",
            set(SETS, "serving", "identity", GONE),
            "changed serving/scale-set identities"),
        of(
            "machines that the balancer forgets",
            set(
                SETS,
                "serving",
                PROFILE
                    + "networkProfile/networkInterfaceConfigurations/0/properties/ipConfigurations/0/properties/loadBalancerBackendAddressPools",
                Value.list()),
            "changed serving/scale-set"
                + " networkInterfaces/0/ipConfigurations/0/loadBalancerBackendAddressPools"),
        of(
            "no repairs",
            set(SETS, "mixed", "properties/automaticRepairsPolicy/enabled", Value.flag(false)),
            "changed mixed/scale-set automaticRepairsPolicy/enabled"),
        of(
            "out of the reservation",
            set(SETS, "serving", PROFILE + "capacityReservation", GONE),
            "changed serving/scale-set capacityReservationGroup"),
        of(
            "less is reserved",
            set(
                COMPUTE + "capacityReservationGroups/capacityReservations",
                "kept",
                "sku/capacity",
                Value.whole(2)),
            "changed kept/reservation capacity"),
        of(
            "a reservation is given back",
            delete(COMPUTE + "capacityReservationGroups/capacityReservations", "kept"),
            "missing kept/reservation"),
        of(
            "a placement group is deleted",
            delete(COMPUTE + "proximityPlacementGroups", "ground-trainers"),
            "missing trainers/placement"));
  }

  private static List<Change> scaling() {
    return List.of(
        of(
            "scaling is off",
            set(AUTOSCALE, "serving", "properties/enabled", Value.flag(false)),
            "changed serving/autoscale enabled"),
        of(
            "a wider band",
            set(AUTOSCALE, "serving", "properties/profiles/0/capacity/maximum", Value.text("60")),
            "changed serving/autoscale profiles/0/maximum"),
        of(
            "another target",
            set(
                AUTOSCALE,
                "serving",
                "properties/profiles/0/rules/0/metricTrigger/threshold",
                Value.whole(99)),
            "changed serving/autoscale profiles/0/rules/0/metricTrigger/threshold"),
        of(
            "no schedule",
            set(AUTOSCALE, "serving", "properties/profiles/1", GONE),
            "changed serving/autoscale profiles"),
        of("scaling is deleted", delete(AUTOSCALE, "serving"), "missing serving/autoscale"));
  }

  private static List<Change> network() {
    return List.of(
        of(
            "a network's identity tag is removed",
            set(NETWORKS, "ground-net", ID, GONE),
            "changed net tags/plumbline:id"),
        of(
            "a tag of somebody else's",
            set(NETWORKS, "ground-net", "tags/owner", Value.text("finance")),
            "changed net tags/owner"),
        of(
            "more addresses",
            set(
                NETWORKS,
                "ground-net",
                "properties/addressSpace/addressPrefixes",
                Value.texts(List.of("10.20.0.0/16", "10.21.0.0/16"))),
            "changed net addressSpace"),
        of(
            "a subnet of another block",
            set(
                NETWORKS,
                "ground-net",
                "properties/subnets/private/properties/addressPrefix",
                Value.text("10.20.99.0/24")),
            "changed net/private addressPrefixes"),
        of(
            "a subnet asks another service",
            set(
                NETWORKS,
                "ground-net",
                "properties/subnets/private/properties/serviceEndpoints",
                Value.list()),
            "changed net/private serviceEndpoints"),
        of(
            "a subnet without a way out",
            set(NETWORKS, "ground-net", "properties/subnets/private/properties/natGateway", GONE),
            "changed net/private natGateway"),
        of(
            "a subnet is deleted",
            set(NETWORKS, "ground-net", "properties/subnets/public", GONE),
            "missing net/public"),
        of(
            "a subnet is added",
            add(NETWORKS, "ground-net", "properties/subnets", subnet("theirs")),
            "unmanaged subnet"),
        alone("a network is deleted", delete(NETWORKS, "keep-net"), "missing net"),
        of(
            "a rule is added",
            add(GROUPS, "ground-net", "properties/securityRules", rule("theirs", 200)),
            "unmanaged security-rule"),
        of(
            "a rule is removed",
            set(GROUPS, "ground-net", "properties/securityRules/0", GONE),
            "missing net/probes"),
        of(
            "a rule lets anybody in",
            set(
                GROUPS,
                "ground-net",
                "properties/securityRules/0/properties/sourceAddressPrefix",
                Value.text("*")),
            "changed net/probes sourceAddressPrefix"),
        of(
            "a rule is about many ports",
            change(GROUPS, "ground-net", AzureChanges::manyPorts),
            "changed net/probes destinationPortRange"),
        of("rules are deleted", delete(GROUPS, "keep-net"), "missing net/security-group"),
        of(
            "a way out waits longer",
            set(
                "Microsoft.Network/natGateways",
                "ground-net",
                "properties/idleTimeoutInMinutes",
                Value.whole(99)),
            "changed net/nat idleTimeoutInMinutes"),
        of("an address is deleted", delete(ADDRESSES, "ground-front"), "missing front/address"),
        of(
            "an address twice",
            copy(ADDRESSES, "ground-front", "again", each -> each),
            "duplicate front/address"),
        of(
            "an address of nobody's",
            copy(
                ADDRESSES,
                "ground-front",
                "stray",
                each -> Deed.at(each, ID, id -> Value.text("gone/address"))),
            "unmanaged public-ip"),
        of(
            "somebody else's address",
            copy(ADDRESSES, "ground-front", "other", each -> Deed.with(each, "tags", Obj.EMPTY))));
  }

  private static Obj manyPorts(Obj group) {
    String at = "properties/securityRules/0/properties/";
    Obj one = Deed.at(group, at + "destinationPortRange", port -> GONE);
    return Deed.at(one, at + "destinationPortRanges", none -> Value.texts(List.of("1-9", "22")));
  }

  private static Obj subnet(String name) {
    return Value.object(
        "id",
            Value.text(
                DeployedAzure.SUBSCRIPTION
                    + "/resourceGroups/lab-azure-ground-main/providers/"
                    + NETWORKS
                    + "/lab-azure-ground-net/subnets/"
                    + name),
        "name", Value.text(name),
        "type", Value.text(NETWORKS + "/subnets"),
        "properties", Value.object("addressPrefix", Value.text("10.20.250.0/24")));
  }

  private static Obj rule(String name, int priority) {
    return Value.object(
        "id",
            Value.text(
                DeployedAzure.SUBSCRIPTION
                    + "/resourceGroups/lab-azure-ground-main/providers/"
                    + GROUPS
                    + "/lab-azure-ground-net-security-group/securityRules/"
                    + name),
        "name", Value.text(name),
        "type", Value.text(GROUPS + "/securityRules"),
        "properties",
            Value.object(
                "protocol", Value.text("*"),
                "sourcePortRange", Value.text("*"),
                "destinationPortRange", Value.text("*"),
                "sourceAddressPrefix", Value.text("*"),
                "destinationAddressPrefix", Value.text("*"),
                "access", Value.text("Allow"),
                "priority", Value.whole(priority),
                "direction", Value.text("Inbound")));
  }

  private static List<Change> balancers() {
    return List.of(
        of(
            "a balancer hands on elsewhere",
            set(
                BALANCERS,
                "front",
                "properties/loadBalancingRules/0/properties/backendPort",
                Value.whole(22)),
            "changed front/port-443 backendPort"),
        of(
            "a balancer asks elsewhere",
            set(BALANCERS, "front", "properties/probes/0/properties/requestPath", Value.text("/")),
            "changed front/health requestPath"),
        of(
            "a balancer asks less often",
            set(
                BALANCERS,
                "front",
                "properties/probes/0/properties/intervalInSeconds",
                Value.whole(99)),
            "changed front/health intervalInSeconds"),
        of(
            "a rule of a balancer is removed",
            set(BALANCERS, "front", "properties/loadBalancingRules/0", GONE),
            "missing front/port-443"),
        of("a balancer is deleted", delete(BALANCERS, "front"), "missing front"));
  }

  private static List<Change> clusters() {
    return List.of(
        of(
            "another version",
            set(CLUSTERS, "cluster", "properties/kubernetesVersion", Value.text("1.31")),
            "changed cluster kubernetesVersion"),
        of(
            "anybody may ask a cluster",
            set(CLUSTERS, "cluster", "properties/apiServerAccessProfile", GONE),
            "changed cluster enablePrivateCluster",
            "changed cluster enablePrivateClusterPublicFQDN",
            "changed cluster disableRunCommand"),
        of(
            "local accounts",
            set(CLUSTERS, "cluster", "properties/disableLocalAccounts", Value.flag(false)),
            "changed cluster disableLocalAccounts"),
        alone("a cluster is deleted", delete(CLUSTERS, "cluster"), "missing cluster"),
        of(
            "fewer nodes",
            set(POOLS, "jobs", "properties/count", Value.whole(1)),
            "changed jobs/pool count"),
        of("nodes inside of the band", set(POOLS, "sparc", "properties/count", Value.whole(7))),
        of(
            "the band is wider",
            set(POOLS, "sparc", "properties/maxCount", Value.whole(64)),
            "changed spare-trainers/pool maxCount"),
        of(
            "no taint",
            set(POOLS, "sparc", "properties/nodeTaints", Value.list()),
            "changed spare-trainers/pool nodeTaints"),
        of(
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
        of(
            "a lost tag of a node pool",
            set(POOLS, "jobs", "properties/" + ID, GONE),
            "changed jobs/pool tags/plumbline:id"),
        of("a node pool is deleted", delete(POOLS, "jobs"), "missing jobs/pool"),
        of(
            "a node pool is added",
            copy(
                POOLS,
                "jobs",
                "theirs",
                each -> Deed.at(each, "properties/tags", tags -> Obj.EMPTY)),
            "unmanaged agent-pool"));
  }

  private static final String READER = "reader/role-2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";

  private static List<Change> rights() {
    return List.of(
        of(
            "a role is taken away",
            delete("Microsoft.Authorization/roleAssignments", READER),
            "missing " + READER),
        of(
            "another role",
            set(
                "Microsoft.Authorization/roleAssignments",
                READER,
                "properties/roleDefinitionId",
                Value.text(
                    "/subscriptions/00000000-0000-0000-0000-00000000aaaa/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635")),
            "changed " + READER + " roleDefinitionId"),
        of(
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
        of(
            "a vault may be emptied",
            set("Microsoft.KeyVault/vaults", "kvlab", "properties/enablePurgeProtection", GONE),
            "changed key/vault enablePurgeProtection"),
        of(
            "a vault is by policies",
            set(
                "Microsoft.KeyVault/vaults",
                "kvlab",
                "properties/enableRbacAuthorization",
                Value.flag(false)),
            "changed key/vault enableRbacAuthorization"),
        of(
            "a key rotates no more",
            set("Microsoft.KeyVault/vaults/keys", "keep-key", "properties/rotationPolicy", GONE),
            "changed key rotatedAfter"),
        of(
            "a key is deleted",
            delete("Microsoft.KeyVault/vaults/keys", "keep-key"),
            "missing key"));
  }

  private static List<Change> stores() {
    return List.of(
        of(
            "no versions",
            set(
                ACCOUNTS + "/blobServices",
                "chec",
                "properties/isVersioningEnabled",
                Value.flag(false)),
            "changed checkpoints versioning"),
        of(
            "anybody may read",
            set(ACCOUNTS, "logs", "properties/allowBlobPublicAccess", Value.flag(true)),
            "changed logs allowBlobPublicAccess"),
        of(
            "an old TLS",
            set(ACCOUNTS, "testscratch", "properties/minimumTlsVersion", Value.text("TLS1_0")),
            "changed scratch minimumTlsVersion"),
        of(
            "everybody's network",
            set(ACCOUNTS, "home", "properties/networkAcls/defaultAction", Value.text("Allow")),
            "changed home networkDefault"),
        of(
            "a lifecycle is off",
            set(
                ACCOUNTS + "/managementPolicies",
                "logs",
                "properties/policy/rules/0/enabled",
                Value.flag(false)),
            "changed logs lifecycleRules/0/enabled"),
        of(
            "a lifecycle expires sooner",
            set(
                ACCOUNTS + "/managementPolicies",
                "chec",
                "properties/policy/rules/0/definition/actions/baseBlob/delete/daysAfterModificationGreaterThan",
                Value.whole(1)),
            "changed checkpoints lifecycleRules/0/deleteAfter"),
        of(
            "no lifecycle",
            delete(ACCOUNTS + "/managementPolicies", "logs"),
            "changed logs lifecycleRules"),
        of(
            "a container is open",
            set(
                ACCOUNTS + "/blobServices/containers",
                "chec",
                "properties/publicAccess",
                Value.text("Blob")),
            "changed checkpoints/objects publicAccess"),
        of(
            "a container is deleted",
            delete(ACCOUNTS + "/blobServices/containers", "testscratch"),
            "missing scratch/objects"),
        of(
            "a container is added",
            copy(ACCOUNTS + "/blobServices/containers", "testscratch", "theirs", each -> each),
            "unmanaged blob-container"),
        of("a store is deleted", delete(ACCOUNTS, "logs"), "missing logs"),
        of(
            "a share is smaller",
            set(ACCOUNTS + "/fileServices/shares", "home", "properties/shareQuota", Value.whole(1)),
            "changed home/files quotaGiB"),
        of(
            "files in other weeks",
            set(
                "Microsoft.StorageCache/amlFilesystems",
                "data",
                "properties/maintenanceWindow/dayOfWeek",
                Value.text("Monday")),
            "changed data maintenanceDay"));
  }

  private static List<Change> names() {
    return List.of(
        of(
            "a name leads elsewhere",
            set(
                "Microsoft.Network/dnsZones/A",
                "api",
                "properties/ARecords/0/ipv4Address",
                Value.text("192.0.2.1")),
            "changed api records"),
        of(
            "a name lives longer",
            set("Microsoft.Network/dnsZones/A", "api", "properties/TTL", Value.whole(9999)),
            "changed api ttl"),
        of("a name is deleted", delete("Microsoft.Network/dnsZones/A", "api"), "missing api"),
        of(
            "another text",
            set(
                "Microsoft.Network/dnsZones/TXT",
                "@",
                "properties/TXTRecords/0/value/0",
                Value.text("no")),
            "changed proof records"),
        of(
            "an inner name",
            set(
                "Microsoft.Network/privateDnsZones/CNAME",
                "head",
                "properties/cnameRecord/cname",
                Value.text("evil.example.com")),
            "changed head record"),
        alone(
            "a group is deleted",
            delete("Microsoft.Resources/resourceGroups", "keep-main"),
            "missing site/resource-group",
            "missing key/vault",
            "missing checkpoints",
            "missing logs",
            "missing scratch",
            "missing net",
            "missing net/nat-address",
            "missing net/nat",
            "missing net/security-group",
            "missing mounts",
            "missing home",
            "missing data"),
        of(
            "a group's tag",
            set("Microsoft.Resources/resourceGroups", "keep-main", "tags/owner", Value.text("x")),
            "changed site/resource-group tags/owner"));
  }
}
