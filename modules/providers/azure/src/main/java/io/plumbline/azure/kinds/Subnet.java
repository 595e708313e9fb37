package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.idOf;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.parent;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Attributes;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Listing;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;
import java.util.stream.Stream;

/**
 * A part of a virtual network. It spans the zones of its location: where the model has a subnet for
 * each zone, this is one with a block for each. azurerm ties its NAT gateway by a resource of its
 * own.
 */
public final class Subnet {
  static final String ARE_KINDS = "subnets are kinds of their own";

  private static final String NETWORK = "virtualNetwork";

  /**
   * Blocks as a template says them ↔ as Azure answers them: a single one may stand in a member of
   * its own, where azurerm or somebody else put it.
   */
  private static final Codec BLOCKS =
      new Codec(blocks -> Value.object("addressPrefixes", blocks), Subnet::blocks);

  private Subnet() {}

  private static Attribute[] said() {
    return Stream.concat(
            Stream.of(set("addressPrefixes", Shape.Leaf.TEXT).in(ARM, "properties", BLOCKS)),
            Stream.of(
                properties(
                    idOf("networkSecurityGroup", "network-security-group")
                        .notIn(TERRAFORM, "no design ties one to a subnet: machines carry it"),
                    ref("routeTable", "*", "id")
                        .in(ARM, "routeTable/id")
                        .notIn(TERRAFORM, "no design ties one to a subnet"),
                    idOf("natGateway", "nat-gateway").in(TERRAFORM, "nat:nat_gateway_id"),
                    set("serviceEndpoints", Shape.Leaf.TEXT)
                        .in(ARM, Codec.each(Codec.member("service"))),
                    flag("defaultOutboundAccess").in(TERRAFORM, "default_outbound_access_enabled"),
                    text("privateEndpointNetworkPolicies").byDefault(Value.text("Disabled")))))
        .toArray(Attribute[]::new);
  }

  /** As a template has it inside its network. */
  static final Shape ITEM =
      record(Stream.concat(Stream.of(name()), Stream.of(said())).toArray(Attribute[]::new));

  public static final ResourceKind KIND =
      kind("subnet")
          .type(ARM, "Microsoft.Network/virtualNetworks/subnets" + Arm.NETWORK)
          .type(TERRAFORM, "azurerm_subnet")
          .document(TERRAFORM, "nat", "azurerm_subnet_nat_gateway_association", "subnet_id", "id")
          .listedIn(ARM, Listing.of("subnets", NETWORK, "resourceGroup"))
          .read(
              Read.all("Microsoft.Network/virtualNetworks" + Arm.NETWORK)
                  .each("properties/subnets"))
          .keyedBy(NETWORK, "name")
          .within(NETWORK)
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .attributes(
              name(), parent(NETWORK, "virtual-network", "virtual_network_name"), resourceGroup())
          .attributes(Attributes.asGiven(said()))
          .notOurs("given by Azure", "id", "etag", "type", "properties/provisioningState")
          .notOurs("says who stands in it", "properties/ipConfigurations", "properties/purpose")
          .notOurs("a single block: read with the others", "properties/addressPrefix")
          .notOurs(
              "says who stands in it",
              "properties/applicationGatewayIPConfigurations",
              "properties/ipAllocations")
          .notOurs(
              "of address managers, which nobody asks for", "properties/ipamPoolPrefixAllocations")
          .notOurs(
              "of services that get a subnet of their own, and share it",
              "properties/delegations",
              "properties/privateLinkServiceNetworkPolicies",
              "properties/serviceEndpointPolicies",
              "properties/sharingScope")
          .notOurs(
              "follows from the service",
              "properties/serviceEndpoints/locations",
              "properties/serviceEndpoints/networkIdentifier")
          .notRead("delegations to services", "policies of endpoints")
          .makingTakes("Microsoft.Network/virtualNetworks/subnets/write")
          .free()
          .removedBy(AzCommand.DELETE)
          .build();

  private static Value blocks(Value properties) {
    if (!(properties instanceof Value.Obj said)) {
      return properties;
    }
    return said.has("addressPrefix")
        ? Value.list(said.get("addressPrefix"))
        : said.get("addressPrefixes");
  }
}
