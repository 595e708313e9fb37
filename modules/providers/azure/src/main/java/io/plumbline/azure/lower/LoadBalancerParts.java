package io.plumbline.azure.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.azure.kinds.BackendAddressPool;
import io.plumbline.azure.kinds.LoadBalancerProbe;
import io.plumbline.azure.kinds.LoadBalancerRule;
import io.plumbline.azure.kinds.PublicIp;
import io.plumbline.graph.Resource;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.LoadBalancer;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A balancer: an address, the machines behind it, how they are asked whether they are well, and a
 * rule for each port. It hands connections on as they are: what is encrypted, machines decrypt.
 */
final class LoadBalancerParts {
  static final String MACHINES = "machines";
  private static final String ADDRESS = "address";
  private static final String PROBE = "health";

  private final LoadBalancer balancer;
  private final LoadBalancer.Backend backend;
  private final Parts parts;

  LoadBalancerParts(LoadBalancer balancer, Parts parts) {
    this.balancer = balancer;
    this.backend = requireNonNull(balancer.backend(), "validated");
    this.parts = parts;
  }

  List<Resource> resources() {
    List<Resource> made = new ArrayList<>();
    if (!balancer.internal()) {
      made.add(address());
    }
    made.add(
        parts.make(
            "",
            io.plumbline.azure.kinds.LoadBalancer.KIND,
            Names.USUAL,
            Value.object(
                "sku", Value.text("Standard"),
                "frontends", Value.list(frontend()))));
    made.add(inside(MACHINES, BackendAddressPool.KIND, Value.Obj.EMPTY));
    made.add(inside(PROBE, LoadBalancerProbe.KIND, probe()));
    for (LoadBalancer.Listener listener : balancer.listeners()) {
      made.add(inside("port-" + listener.port(), LoadBalancerRule.KIND, rule(listener)));
    }
    return made;
  }

  private Resource address() {
    return parts.make(
        ADDRESS,
        PublicIp.KIND,
        Names.USUAL,
        Value.object(
            "sku", Value.text("Standard"),
            "tier", Value.text("Regional"),
            "publicIPAllocationMethod", Value.text("Static"),
            "publicIPAddressVersion", Value.text("IPv4"),
            "idleTimeoutInMinutes", Value.whole(4)));
  }

  private Value frontend() {
    return Value.object(
        "name",
        Value.text("main"),
        "publicIPAddress",
        balancer.internal() ? Value.NULL : parts.id(ADDRESS),
        "subnet",
        balancer.internal()
            ? NetworkParts.subnet(requireNonNull(balancer.subnets(), "validated"))
            : Value.NULL,
        "privateIPAllocationMethod",
        balancer.internal() ? Value.text("Dynamic") : Value.NULL);
  }

  private Resource inside(String part, ResourceKind kind, Value.Obj attributes) {
    Map<String, Value> said = new LinkedHashMap<>();
    said.put("name", Value.text(part));
    said.put("loadBalancer", parts.id(""));
    said.putAll(attributes.members());
    return parts.make(part, kind, new Value.Obj(said));
  }

  private Value.Obj probe() {
    boolean http = !backend.path().isEmpty();
    return Value.object(
        "protocol", Value.text(http ? "Http" : "Tcp"),
        "port", Value.whole(backend.port()),
        "requestPath", http ? Value.text(backend.path()) : Value.NULL,
        "intervalInSeconds", Value.whole(15),
        "probeThreshold", Value.whole(2));
  }

  /** Azure ends a silent connection after 4 to 100 minutes. */
  private Value.Obj rule(LoadBalancer.Listener listener) {
    long idle = Math.clamp(balancer.idleTimeout().toMinutes(), 4, 100);
    return Value.object(
        "frontend",
        Value.join(parts.id(""), Value.text("/frontendIPConfigurations/main")),
        "backendAddressPool",
        parts.id(MACHINES),
        "probe",
        parts.id(PROBE),
        "protocol",
        Value.text("Tcp"),
        "frontendPort",
        Value.whole(listener.port()),
        "backendPort",
        Value.whole(backend.port()),
        "idleTimeoutInMinutes",
        Value.whole(idle),
        "enableTcpReset",
        Value.flag(true),
        "disableOutboundSnat",
        Value.flag(true));
  }
}
