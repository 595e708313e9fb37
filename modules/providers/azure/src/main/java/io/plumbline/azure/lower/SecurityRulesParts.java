package io.plumbline.azure.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.azure.kinds.ApplicationSecurityGroup;
import io.plumbline.azure.kinds.SecurityRule;
import io.plumbline.graph.LiveName;
import io.plumbline.graph.Resource;
import io.plumbline.model.Peer;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.TrafficRule;
import io.plumbline.model.TrafficRule.Direction;
import io.plumbline.model.TrafficRule.Protocol;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Security rules: an application security group, by which others know what carries them, and a rule
 * for each kind of traffic in the group of their network. A rule's part is made of what it allows,
 * so that reordering rules changes nothing.
 */
final class SecurityRulesParts {
  /** The longest part that an address takes. */
  private static final int PART = 63;

  private static final String ANY = "*";

  private final SecurityRules rules;
  private final Parts parts;
  private final Map<String, Integer> priorities;

  /**
   * The parts of rules.
   *
   * @param priorities of all rules in the same group, by address
   */
  SecurityRulesParts(SecurityRules rules, Parts parts, Map<String, Integer> priorities) {
    this.rules = rules;
    this.parts = parts;
    this.priorities = priorities;
  }

  /** Where the rules stand in the graph. */
  static List<String> addresses(SecurityRules rules) {
    return rules.rules().stream().map(rule -> Parts.address(rules, part(rule))).toList();
  }

  /** What it is for stands in a tag: such groups of Azure have no description. */
  private Resource group() {
    Resource made = parts.make("", ApplicationSecurityGroup.KIND, Names.USUAL, Value.Obj.EMPTY);
    String formerly = rules.identity().formerly();
    if (rules.description().equals(formerly == null ? rules.id() : formerly)) {
      return made;
    }
    Map<String, Value> tags = new LinkedHashMap<>(parts.tags("").members());
    tags.put("description", Value.text(rules.description()));
    Map<String, Value> said = new LinkedHashMap<>(made.attributes().members());
    said.put("tags", new Value.Obj(tags));
    return made.withAttributes(new Value.Obj(said));
  }

  List<Resource> resources() {
    List<Resource> made = new ArrayList<>();
    made.add(group());
    rules.rules().forEach(rule -> made.add(rule(rule)));
    return made;
  }

  private Resource rule(TrafficRule rule) {
    String part = part(rule);
    boolean in = rule.direction() == Direction.INGRESS;
    Value ours = Value.list(parts.id(""));
    Value block =
        rule.peer() instanceof Peer.Block b ? Value.text(b.cidr().toString()) : Value.NULL;
    Value group = group(rule.peer());
    String holder = SecurityGroupParts.address(requireNonNull(rules.network(), "validated"));
    return parts.child(
        part,
        SecurityRule.KIND,
        LiveName.shortened(rules.id() + "-" + part, Names.USUAL),
        Value.object(
            "networkSecurityGroup", Value.ref(holder, "id"),
            "description",
                rule.description().isEmpty() ? Value.NULL : Value.text(rule.description()),
            "protocol", Value.text(protocol(rule.protocol())),
            "sourcePortRange", Value.text(ANY),
            "destinationPortRange", Value.text(ports(rule)),
            "sourceAddressPrefix", in ? block : Value.NULL,
            "destinationAddressPrefix", in ? Value.NULL : block,
            "sourceApplicationSecurityGroups", in ? group : ours,
            "destinationApplicationSecurityGroups", in ? ours : group,
            "access", Value.text("Allow"),
            "priority", Value.whole(requireNonNull(priorities.get(parts.address(part)), part)),
            "direction", Value.text(in ? "Inbound" : "Outbound")));
  }

  private Value group(Peer peer) {
    return switch (peer) {
      case Peer.Block block -> Value.NULL;
      case Peer.Members members -> Value.list(Value.ref(members.of().id(), "id"));
      case Peer.Self self -> Value.list(parts.id(""));
    };
  }

  private static String ports(TrafficRule rule) {
    return switch (rule.protocol()) {
      case TCP, UDP -> rule.ports().toString();
      case ICMP, ALL -> ANY;
    };
  }

  static String protocol(Protocol protocol) {
    return switch (protocol) {
      case TCP -> "Tcp";
      case UDP -> "Udp";
      case ICMP -> "Icmp";
      case ALL -> ANY;
    };
  }

  /** {@code ingress-tcp-22-from-10-0-0-0-8}; no block looks like a group, whatever its id. */
  static String part(TrafficRule rule) {
    String way = rule.direction() == Direction.INGRESS ? "from" : "to";
    String ports =
        switch (rule.protocol()) {
          case TCP, UDP -> rule.ports() + "-";
          case ICMP, ALL -> "";
        };
    String peer =
        switch (rule.peer()) {
          case Peer.Block block -> block.cidr().toString().replaceAll("[.:/]", "-");
          case Peer.Members members -> "group-" + members.of().id();
          case Peer.Self self -> "self";
        };
    String words = rule.direction() + "-" + rule.protocol() + "-" + ports + way + "-" + peer;
    return LiveName.shortened(words.toLowerCase(Locale.ROOT), PART);
  }
}
