package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.API;
import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.idOf;
import static io.plumbline.azure.kinds.Common.inside;
import static io.plumbline.azure.kinds.Common.location;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;
import java.util.stream.Stream;

/**
 * One address in front of machines, which hands connections on. What it hands on, to whom, and how
 * it asks whether they are well, are kinds of their own; a template has them inside it, where only
 * legalisation puts them.
 */
public final class LoadBalancer {
  private LoadBalancer() {}

  static final String ARE_KINDS = "they are kinds of their own";

  /** The one address that a balancer has here. */
  static final String FRONTEND_NAME = "main";

  private static final Shape FRONTEND =
      record(
          Stream.concat(
                  Stream.of(text("name"), set("zones", Shape.Leaf.TEXT)),
                  Stream.of(
                      properties(
                          idOf("publicIPAddress", "public-ip")
                              .in(TERRAFORM, "public_ip_address_id"),
                          idOf("subnet", "subnet"),
                          text("privateIPAllocationMethod")
                              .in(TERRAFORM, "private_ip_address_allocation")
                              .byDefault(Value.text("Dynamic")))))
              .toArray(Attribute[]::new));

  private static Attribute inside(String list, Shape item) {
    return list(list, item).notIn(TERRAFORM, ARE_KINDS).notIn(API, ARE_KINDS);
  }

  public static final ResourceKind KIND =
      kind("load-balancer")
          .type(ARM, "Microsoft.Network/loadBalancers" + Arm.NETWORK)
          .type(TERRAFORM, "azurerm_lb")
          .read(Read.all("Microsoft.Network/loadBalancers" + Arm.NETWORK))
          .taggedBy("tags")
          .namedBy("name")
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .attributes(
              name(), location(), resourceGroup(), text("sku").in(ARM, "sku/name").replaces())
          .attributes(
              properties(
                  list("frontends", FRONTEND)
                      .in(ARM, "frontendIPConfigurations")
                      .in(TERRAFORM, "frontend_ip_configuration"),
                  inside("backendAddressPools", BackendAddressPool.ITEM),
                  inside("probes", LoadBalancerProbe.ITEM),
                  inside("loadBalancingRules", LoadBalancerRule.ITEM)))
          .attributes(tags())
          .notOurs(Unsaid.EDGE, "extendedLocation")
          .notOurs(Unsaid.GIVEN, "properties/frontendIPConfigurations/id")
          .notOurs(
              "chosen by Azure where nobody says it",
              "properties/frontendIPConfigurations/properties/privateIPAddress")
          .notOurs(
              Unsaid.NOBODY,
              "properties/frontendIPConfigurations/properties/gatewayLoadBalancer",
              "properties/frontendIPConfigurations/properties/privateIPAddressVersion",
              "properties/frontendIPConfigurations/properties/publicIPPrefix",
              "properties/scope")
          .notOurs(
              "ports of single machines, and ways out: not the balancer's here",
              "properties/inboundNatPools",
              "properties/inboundNatRules",
              "properties/outboundRules")
          .notOurs("always of one region", "sku/tier")
          .notRead("ports of single machines", "rules for ways out")
          .makingTakes("Microsoft.Network/loadBalancers/write")
          .charged("each hour, each rule, and each GB that passes")
          .removedBy(AzCommand.DELETE)
          .build();
}
