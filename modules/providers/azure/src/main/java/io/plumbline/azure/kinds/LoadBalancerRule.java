package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.idOf;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
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

/** A port of a balancer, and where what arrives there goes. */
public final class LoadBalancerRule {
  private LoadBalancerRule() {}

  private static Attribute[] said() {
    return properties(
        ref("frontend", "load-balancer", "id")
            .in(ARM, "frontendIPConfiguration/id")
            .notIn(TERRAFORM, "azurerm names it, and there is one"),
        ref("backendAddressPool", "backend-address-pool", "id")
            .in(ARM, "backendAddressPool/id")
            .in(TERRAFORM, "backend_address_pool_ids", Codec.ONLY_ITEM),
        idOf("probe", "load-balancer-probe"),
        text("protocol"),
        whole("frontendPort"),
        whole("backendPort"),
        whole("idleTimeoutInMinutes"),
        flag("enableTcpReset").in(TERRAFORM, "tcp_reset_enabled"),
        flag("disableOutboundSnat"),
        text("loadDistribution").byDefault(Value.text("Default")),
        flag("enableFloatingIP").in(TERRAFORM, "floating_ip_enabled").byDefault(Value.flag(false)));
  }

  /** As a template has it inside its balancer. */
  static final Shape ITEM =
      record(Stream.concat(Stream.of(name()), Stream.of(said())).toArray(Attribute[]::new));

  public static final ResourceKind KIND =
      kind("load-balancer-rule")
          .type(ARM, "Microsoft.Network/loadBalancers/loadBalancingRules" + Arm.NETWORK)
          .type(TERRAFORM, "azurerm_lb_rule")
          .listedIn(ARM, Listing.of("loadBalancingRules", "loadBalancer"))
          .read(
              Read.all("Microsoft.Network/loadBalancers" + Arm.NETWORK)
                  .each("properties/loadBalancingRules"))
          .keyedBy("loadBalancer", "name")
          .within("loadBalancer")
          .importedBy("id")
          .constant(
              TERRAFORM,
              "",
              Value.object(
                  "frontend_ip_configuration_name", Value.text(LoadBalancer.FRONTEND_NAME)))
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .attributes(
              name(),
              ref("loadBalancer", "load-balancer", "id")
                  .in(ARM, "parent")
                  .in(TERRAFORM, "loadbalancer_id")
                  .replaces())
          .attributes(Attributes.asGiven(said()))
          .notOurs("given by Azure", "id", "etag", "type", "properties/provisioningState")
          .notOurs("one pool is behind a rule", "properties/backendAddressPools")
          .notOurs(Unsaid.NOBODY, "properties/enableConnectionTracking")
          .makingTakes("Microsoft.Network/loadBalancers/write")
          .free()
          .removedBy(AzCommand.DELETE)
          .build();
}
