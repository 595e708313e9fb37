package io.plumbline.azure.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.azure.kinds.SecurityRule;
import io.plumbline.graph.LiveName;
import io.plumbline.graph.Resource;
import io.plumbline.model.AnyNetwork;
import io.plumbline.model.GpuPool;
import io.plumbline.model.LoadBalancer;
import io.plumbline.model.Peer;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.TrafficRule;
import io.plumbline.model.TrafficRule.Direction;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who may come to a balancer. On Azure it has no rules of its own, and hands connections on as they
 * came: so its rules let its clients in to the machines behind it, at the port that they serve.
 */
final class ClientRules {
  private ClientRules() {}

  /** The network of the machines behind it. */
  static AnyNetwork network(LoadBalancer balancer) {
    GpuPool pool = requireNonNull(balancer.backend(), "validated").pool();
    return requireNonNull(pool.subnets(), "validated").network();
  }

  /** Where the rules stand in the graph. */
  static List<String> addresses(LoadBalancer balancer) {
    return ingress(balancer).keySet().stream().map(part -> Parts.address(balancer, part)).toList();
  }

  private static Map<String, TrafficRule> ingress(LoadBalancer balancer) {
    Map<String, TrafficRule> rules = new TreeMap<>();
    for (SecurityRules each : balancer.securedBy()) {
      for (TrafficRule rule : each.rules()) {
        if (rule.direction() == Direction.INGRESS && !(rule.peer() instanceof Peer.Self)) {
          rules.put(SecurityRulesParts.part(rule), rule);
        }
      }
    }
    return rules;
  }

  static List<Resource> resources(
      LoadBalancer balancer, AnyNetwork network, Parts parts, Map<String, Integer> priorities) {
    LoadBalancer.Backend backend = requireNonNull(balancer.backend(), "validated");
    List<Value> machines =
        backend.pool().securedBy().stream().map(each -> Value.ref(each.id(), "id")).toList();
    List<Resource> made = new ArrayList<>();
    ingress(balancer)
        .forEach(
            (part, rule) ->
                made.add(
                    parts.child(
                        part,
                        SecurityRule.KIND,
                        LiveName.shortened(balancer.id() + "-" + part, Names.USUAL),
                        Value.object(
                            "networkSecurityGroup",
                            Value.ref(SecurityGroupParts.address(network), "id"),
                            "description",
                            rule.description().isEmpty()
                                ? Value.NULL
                                : Value.text(rule.description()),
                            "protocol",
                            Value.text(SecurityRulesParts.protocol(rule.protocol())),
                            "sourcePortRange",
                            Value.text("*"),
                            "destinationPortRange",
                            Value.text(Integer.toString(backend.port())),
                            "sourceAddressPrefix",
                            rule.peer() instanceof Peer.Block block
                                ? Value.text(block.cidr().toString())
                                : Value.NULL,
                            "sourceApplicationSecurityGroups",
                            rule.peer() instanceof Peer.Members members
                                ? Value.list(Value.ref(members.of().id(), "id"))
                                : Value.NULL,
                            "destinationApplicationSecurityGroups",
                            Value.list(machines),
                            "access",
                            Value.text("Allow"),
                            "priority",
                            Value.whole(requireNonNull(priorities.get(parts.address(part)), part)),
                            "direction",
                            Value.text("Inbound")))));
    return made;
  }
}
