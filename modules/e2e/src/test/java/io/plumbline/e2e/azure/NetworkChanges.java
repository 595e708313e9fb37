package io.plumbline.e2e.azure;

import static io.plumbline.e2e.azure.Change.alone;
import static io.plumbline.e2e.azure.Change.beside;
import static io.plumbline.e2e.azure.Deed.add;
import static io.plumbline.e2e.azure.Deed.change;
import static io.plumbline.e2e.azure.Deed.copy;
import static io.plumbline.e2e.azure.Deed.delete;
import static io.plumbline.e2e.azure.Deed.set;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.List;
import java.util.stream.Stream;

/** Networks, rules, and balancers. */
final class NetworkChanges {
  private static final String NETWORKS = "Microsoft.Network/virtualNetworks";
  private static final String GROUPS = "Microsoft.Network/networkSecurityGroups";
  private static final String ADDRESSES = "Microsoft.Network/publicIPAddresses";
  private static final String BALANCERS = "Microsoft.Network/loadBalancers";
  private static final String ID = "tags/plumbline:id";
  private static final Value GONE = Value.NULL;

  private NetworkChanges() {}

  static List<Change> all() {
    return Stream.of(network(), balancers()).flatMap(List::stream).toList();
  }

  private static List<Change> network() {
    return List.of(
        beside(
            "a network's identity tag is removed",
            set(NETWORKS, "ground-net", ID, GONE),
            "changed net tags/plumbline:id"),
        beside(
            "a tag of somebody else's",
            set(NETWORKS, "ground-net", "tags/owner", Value.text("finance")),
            "changed net tags/owner"),
        beside(
            "more addresses",
            set(
                NETWORKS,
                "ground-net",
                "properties/addressSpace/addressPrefixes",
                Value.texts(List.of("10.20.0.0/16", "10.21.0.0/16"))),
            "changed net addressSpace"),
        beside(
            "a subnet of another block",
            set(
                NETWORKS,
                "ground-net",
                "properties/subnets/private/properties/addressPrefix",
                Value.text("10.20.99.0/24")),
            "changed net/private addressPrefixes"),
        beside(
            "a subnet asks another service",
            set(
                NETWORKS,
                "ground-net",
                "properties/subnets/private/properties/serviceEndpoints",
                Value.list()),
            "changed net/private serviceEndpoints"),
        beside(
            "a subnet without a way out",
            set(NETWORKS, "ground-net", "properties/subnets/private/properties/natGateway", GONE),
            "changed net/private natGateway"),
        beside(
            "a subnet is deleted",
            set(NETWORKS, "ground-net", "properties/subnets/public", GONE),
            "missing net/public"),
        beside(
            "a subnet is added",
            add(NETWORKS, "ground-net", "properties/subnets", subnet("theirs")),
            "unmanaged subnet"),
        alone("a network is deleted", delete(NETWORKS, "keep-net"), "missing net"),
        beside(
            "a rule is added",
            add(GROUPS, "ground-net", "properties/securityRules", rule("theirs", 200)),
            "unmanaged security-rule"),
        beside(
            "a rule is removed",
            set(GROUPS, "ground-net", "properties/securityRules/0", GONE),
            "missing net/probes"),
        beside(
            "a rule lets anybody in",
            set(
                GROUPS,
                "ground-net",
                "properties/securityRules/0/properties/sourceAddressPrefix",
                Value.text("*")),
            "changed net/probes sourceAddressPrefix"),
        beside(
            "a rule is about many ports",
            change(GROUPS, "ground-net", NetworkChanges::manyPorts),
            "changed net/probes destinationPortRange"),
        beside("rules are deleted", delete(GROUPS, "keep-net"), "missing net/security-group"),
        beside(
            "a way out waits longer",
            set(
                "Microsoft.Network/natGateways",
                "ground-net",
                "properties/idleTimeoutInMinutes",
                Value.whole(99)),
            "changed net/nat idleTimeoutInMinutes"),
        beside("an address is deleted", delete(ADDRESSES, "ground-front"), "missing front/address"),
        beside(
            "an address twice",
            copy(ADDRESSES, "ground-front", "again", each -> each),
            "duplicate front/address"),
        beside(
            "an address of nobody's",
            copy(
                ADDRESSES,
                "ground-front",
                "stray",
                each -> Deed.at(each, ID, id -> Value.text("gone/address"))),
            "unmanaged public-ip"),
        beside(
            "somebody else's address",
            copy(ADDRESSES, "ground-front", "other", each -> Deed.with(each, "tags", Obj.EMPTY))));
  }

  private static List<Change> balancers() {
    return List.of(
        beside(
            "a balancer hands on elsewhere",
            set(
                BALANCERS,
                "front",
                "properties/loadBalancingRules/0/properties/backendPort",
                Value.whole(22)),
            "changed front/port-443 backendPort"),
        beside(
            "a balancer asks elsewhere",
            set(BALANCERS, "front", "properties/probes/0/properties/requestPath", Value.text("/")),
            "changed front/health requestPath"),
        beside(
            "a balancer asks less often",
            set(
                BALANCERS,
                "front",
                "properties/probes/0/properties/intervalInSeconds",
                Value.whole(99)),
            "changed front/health intervalInSeconds"),
        beside(
            "a rule of a balancer is removed",
            set(BALANCERS, "front", "properties/loadBalancingRules/0", GONE),
            "missing front/port-443"),
        beside("a balancer is deleted", delete(BALANCERS, "front"), "missing front"));
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
}
