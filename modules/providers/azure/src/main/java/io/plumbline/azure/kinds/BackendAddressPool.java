package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Attributes;
import io.plumbline.kind.Listing;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import java.util.stream.Stream;

/** Whom a balancer hands connections to: machines say by themselves that they are in it. */
public final class BackendAddressPool {
  private BackendAddressPool() {}

  private static Attribute[] said() {
    return properties();
  }

  /** As a template has it inside its balancer. */
  static final Shape ITEM =
      record(Stream.concat(Stream.of(name()), Stream.of(said())).toArray(Attribute[]::new));

  public static final ResourceKind KIND =
      kind("backend-address-pool")
          .type(ARM, "Microsoft.Network/loadBalancers/backendAddressPools" + Arm.NETWORK)
          .type(TERRAFORM, "azurerm_lb_backend_address_pool")
          .listedIn(ARM, Listing.of("backendAddressPools", "loadBalancer"))
          .read(
              Read.all("Microsoft.Network/loadBalancers" + Arm.NETWORK)
                  .each("properties/backendAddressPools"))
          .keyedBy("loadBalancer", "name")
          .within("loadBalancer")
          .importedBy("id")
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
          .notOurs(
              "who is behind a balancer, machines say",
              "properties/loadBalancerBackendAddresses",
              "properties/location",
              "properties/syncMode",
              "properties/virtualNetwork")
          .notOurs("of balancers of the gateway's sort", "properties/tunnelInterfaces")
          .notOurs(Unsaid.NOBODY, "properties/drainPeriodInSeconds")
          .makingTakes("Microsoft.Network/loadBalancers/write")
          .free()
          .removedBy(AzCommand.DELETE)
          .build();
}
