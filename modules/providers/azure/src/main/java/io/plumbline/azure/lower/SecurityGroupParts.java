package io.plumbline.azure.lower;

import io.plumbline.azure.kinds.NetworkSecurityGroup;
import io.plumbline.azure.kinds.SecurityRule;
import io.plumbline.graph.Resource;
import io.plumbline.model.AnyNetwork;
import io.plumbline.value.Value;
import java.util.List;

/**
 * The rules of a network stand in one group, which the interfaces of its pools carry: an interface
 * takes one alone. Whose rule it is, an application security group says. What no rule allows is
 * refused, both ways, which Azure by itself does not do within a network; only its probes are let
 * in.
 */
final class SecurityGroupParts {
  private static final String PART = "security-group";
  private static final int REFUSED = 4096;
  private static final int PROBES = 4095;

  private SecurityGroupParts() {}

  /** Where the group of a network stands in the graph. */
  static String address(AnyNetwork network) {
    return Parts.address(network, PART);
  }

  static List<Resource> resources(Parts parts) {
    return List.of(
        parts.make(PART, NetworkSecurityGroup.KIND, Names.USUAL, Value.Obj.EMPTY),
        rule(parts, "probes", "Inbound", "Allow", PROBES, "AzureLoadBalancer"),
        rule(parts, "refused-inbound", "Inbound", "Deny", REFUSED, "*"),
        rule(parts, "refused-outbound", "Outbound", "Deny", REFUSED, "*"));
  }

  private static Resource rule(
      Parts parts, String name, String direction, String access, int priority, String from) {
    return parts.child(
        name,
        SecurityRule.KIND,
        name,
        Value.object(
            "networkSecurityGroup", parts.id(PART),
            "protocol", Value.text("*"),
            "sourcePortRange", Value.text("*"),
            "destinationPortRange", Value.text("*"),
            "sourceAddressPrefix", Value.text(from),
            "destinationAddressPrefix", Value.text("*"),
            "access", Value.text(access),
            "priority", Value.whole(priority),
            "direction", Value.text(direction)));
  }
}
