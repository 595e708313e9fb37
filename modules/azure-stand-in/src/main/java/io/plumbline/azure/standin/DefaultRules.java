package io.plumbline.azure.standin;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.List;

/**
 * The six rules that each network security group has by itself. Source:
 * learn.microsoft.com/azure/virtual-network/network-security-groups-overview, "Default security
 * rules", read 2026-11.
 */
final class DefaultRules {
  private static final String INBOUND = "Inbound";
  private static final String OUTBOUND = "Outbound";
  private static final String NETWORK = "VirtualNetwork";
  private static final String ANY = "*";

  private DefaultRules() {}

  static List<Obj> of(ResourceId group) {
    return List.of(
        rule(group, "AllowVnetInBound", 65000, INBOUND, "Allow", NETWORK, NETWORK),
        rule(
            group,
            "AllowAzureLoadBalancerInBound",
            65001,
            INBOUND,
            "Allow",
            "AzureLoadBalancer",
            ANY),
        rule(group, "DenyAllInBound", 65500, INBOUND, "Deny", ANY, ANY),
        rule(group, "AllowVnetOutBound", 65000, OUTBOUND, "Allow", NETWORK, NETWORK),
        rule(group, "AllowInternetOutBound", 65001, OUTBOUND, "Allow", ANY, "Internet"),
        rule(group, "DenyAllOutBound", 65500, OUTBOUND, "Deny", ANY, ANY));
  }

  private static Obj rule(
      ResourceId group,
      String name,
      int priority,
      String way,
      String access,
      String from,
      String to) {
    return Value.object(
        "name", Value.text(name),
        "id", Value.text(group + "/defaultSecurityRules/" + name),
        "type", Value.text(group.type() + "/defaultSecurityRules"),
        "properties",
            Value.object(
                "provisioningState", Value.text("Succeeded"),
                "protocol", Value.text(ANY),
                "sourcePortRange", Value.text(ANY),
                "destinationPortRange", Value.text(ANY),
                "sourceAddressPrefix", Value.text(from),
                "destinationAddressPrefix", Value.text(to),
                "access", Value.text(access),
                "priority", Value.whole(priority),
                "direction", Value.text(way)));
  }
}
