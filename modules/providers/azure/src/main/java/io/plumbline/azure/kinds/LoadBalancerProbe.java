package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Attributes;
import io.plumbline.kind.Listing;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import java.util.stream.Stream;

/** How a balancer learns whether a machine is well. */
public final class LoadBalancerProbe {
  private LoadBalancerProbe() {}

  private static Attribute[] said() {
    return properties(
        text("protocol"),
        whole("port"),
        text("requestPath"),
        whole("intervalInSeconds"),
        whole("probeThreshold"));
  }

  /** As a template has it inside its balancer. */
  static final Shape ITEM =
      record(Stream.concat(Stream.of(name()), Stream.of(said())).toArray(Attribute[]::new));

  public static final ResourceKind KIND =
      kind("load-balancer-probe")
          .type(ARM, "Microsoft.Network/loadBalancers/probes" + Arm.NETWORK)
          .type(TERRAFORM, "azurerm_lb_probe")
          .listedIn(ARM, Listing.of("probes", "loadBalancer"))
          .read(Read.all("Microsoft.Network/loadBalancers" + Arm.NETWORK).each("properties/probes"))
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
          .notOurs(Unsaid.NOBODY, "properties/noHealthyBackendsBehavior")
          .notOurs("Azure counts by probeThreshold", "properties/numberOfProbes")
          .makingTakes("Microsoft.Network/loadBalancers/write")
          .free()
          .removedBy(AzCommand.DELETE)
          .build();
}
