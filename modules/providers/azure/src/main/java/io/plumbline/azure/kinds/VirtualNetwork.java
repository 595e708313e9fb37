package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.API;
import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.location;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;

/**
 * A private network; its subnets are kinds of their own. A template that made them beside the
 * network would ask for it twice, so there they stand in it: {@code subnets}, which only
 * legalisation fills.
 */
public final class VirtualNetwork {
  private VirtualNetwork() {}

  public static final ResourceKind KIND =
      kind("virtual-network")
          .type(ARM, "Microsoft.Network/virtualNetworks" + Arm.NETWORK)
          .type(TERRAFORM, "azurerm_virtual_network")
          .read(Read.all("Microsoft.Network/virtualNetworks" + Arm.NETWORK))
          .taggedBy("tags")
          .namedBy("name")
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .attributes(name(), location(), resourceGroup())
          .attributes(
              properties(
                  set("addressSpace", Shape.Leaf.TEXT).in(ARM, "addressSpace/addressPrefixes"),
                  list("subnets", Subnet.ITEM)
                      .notIn(TERRAFORM, Subnet.ARE_KINDS)
                      .notIn(API, Subnet.ARE_KINDS)))
          .attributes(
              properties(
                  set("dnsServers", Shape.Leaf.TEXT).in(ARM, "dhcpOptions/dnsServers").asGiven()))
          .attributes(tags())
          .notOurs(Unsaid.EDGE, "extendedLocation")
          .notOurs(
              "of address managers, which nobody asks for",
              "properties/addressSpace/ipamPoolPrefixAllocations",
              "properties/ipAllocations")
          .notOurs("who else is tied to it, others say", "properties/virtualNetworkPeerings")
          .notOurs(
              "protection that is paid for a whole company, and not for a fleet",
              "properties/ddosProtectionPlan",
              "properties/enableDdosProtection",
              "properties/enableVmProtection")
          .notOurs(
              Unsaid.NOBODY,
              "properties/bgpCommunities",
              "properties/encryption",
              "properties/flowTimeoutInMinutes",
              "properties/privateEndpointVNetPolicies")
          .notRead("peerings")
          .makingTakes("Microsoft.Network/virtualNetworks/write")
          .free()
          .removedBy(AzCommand.DELETE)
          .build();
}
