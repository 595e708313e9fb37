package io.plumbline.testkit;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A VPN from Azure to an office, of kinds that no component is lowered to. */
public final class AzureVpn {
  private static final String GROUP = "net";

  /** Stack {@code vpn} in a group that is there already. */
  public static final Target TARGET =
      new Target(
          "test",
          "vpn",
          new Site(
              "main",
              "azure",
              "arm",
              Map.of(
                  "subscription", "00000000-0000-0000-0000-000000000000",
                  "location", "eastus2",
                  "resource-group", GROUP),
              null));

  private final List<ResourceKind> kinds;

  private AzureVpn(List<ResourceKind> kinds) {
    this.kinds = kinds;
  }

  /**
   * The network, its gateway with an address, the device of the office, and their connection.
   *
   * @param kinds those that the provider knows
   */
  public static ResourceGraph graph(List<ResourceKind> kinds) {
    return new AzureVpn(kinds).graph();
  }

  private ResourceGraph graph() {
    return new ResourceGraph(
        List.of(
            make(
                "net",
                "virtual-network",
                Value.object("addressSpace", Value.texts(List.of("10.20.0.0/16")))),
            Resource.of(
                "net/gateway",
                kind("subnet"),
                Value.object(
                    "name", Value.text("GatewaySubnet"),
                    "resourceGroup", Value.text(GROUP),
                    "virtualNetwork", Value.ref("net", "id"),
                    "addressPrefixes", Value.texts(List.of("10.20.255.0/27"))),
                null),
            make(
                "address",
                "public-ip",
                Value.object(
                    "zones", Value.texts(List.of("1", "2", "3")),
                    "sku", Value.text("Standard"),
                    "tier", Value.text("Regional"),
                    "publicIPAllocationMethod", Value.text("Static"))),
            make("vpn", "vpn-gateway", gateway()),
            make(
                "office",
                "local-network-gateway",
                Value.object(
                    "gatewayIpAddress", Value.text("203.0.113.7"),
                    "addressSpace", Value.texts(List.of("10.0.0.0/12")))),
            make(
                "link",
                "vpn-connection",
                Value.object(
                    "connectionType", Value.text("IPsec"),
                    "virtualNetworkGateway", Value.ref("vpn", "id"),
                    "localNetworkGateway", Value.ref("office", "id"),
                    "connectionProtocol", Value.text("IKEv2")))));
  }

  private static Value.Obj gateway() {
    return Value.object(
        "sku", Value.text("VpnGw2AZ"),
        "vpnType", Value.text("RouteBased"),
        "vpnGatewayGeneration", Value.text("Generation2"),
        "ipConfigurations",
            Value.list(
                Value.object(
                    "name", Value.text("main"),
                    "privateIPAllocationMethod", Value.text("Dynamic"),
                    "subnet", Value.ref("net/gateway", "id"),
                    "publicIPAddress", Value.ref("address", "id"))));
  }

  private Resource make(String address, String kind, Value.Obj said) {
    Map<String, Value> all = new LinkedHashMap<>();
    all.put("name", Value.text("test-" + address));
    all.put("location", Value.text("eastus2"));
    all.put("resourceGroup", Value.text(GROUP));
    all.putAll(said.members());
    return Resource.of(address, kind(kind), new Value.Obj(all), null);
  }

  private ResourceKind kind(String id) {
    return kinds.stream().filter(kind -> kind.id().equals(id)).findFirst().orElseThrow();
  }
}
