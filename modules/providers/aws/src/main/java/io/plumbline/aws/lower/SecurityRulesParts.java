package io.plumbline.aws.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.aws.kinds.SecurityGroup;
import io.plumbline.aws.kinds.SecurityGroupRule;
import io.plumbline.graph.LiveName;
import io.plumbline.graph.Resource;
import io.plumbline.model.Peer;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.TrafficRule;
import io.plumbline.model.TrafficRule.Direction;
import io.plumbline.model.TrafficRule.PortRange;
import io.plumbline.model.TrafficRule.Protocol;
import io.plumbline.unit.Cidr;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Security rules: a group, and a resource for each rule. A rule's part is made of what it allows,
 * so that reordering rules changes nothing. Rules carry no tags: CloudFormation cannot give them
 * any.
 */
final class SecurityRulesParts {
  /** The longest part that an address takes. */
  private static final int PART = 63;

  /**
   * A way out to nowhere. CloudFormation opens a group that has no way out to addresses to the
   * whole world; with this one, every engine leaves it closed.
   */
  private static final TrafficRule NOWHERE =
      new TrafficRule(
          Direction.EGRESS,
          Protocol.ALL,
          PortRange.ALL,
          new Peer.Block(Cidr.parse("127.0.0.1/32")),
          "Nowhere, so that the group is not open");

  private SecurityRulesParts() {}

  static List<Resource> resources(SecurityRules rules, Parts parts) {
    List<Resource> made = new ArrayList<>();
    made.add(group(rules, parts));
    for (TrafficRule rule : rules.rules()) {
      made.add(rule(rule, parts));
    }
    if (rules.rules().stream().noneMatch(SecurityRulesParts::leadsToAddresses)) {
      made.add(rule(NOWHERE, parts));
    }
    return made;
  }

  private static boolean leadsToAddresses(TrafficRule rule) {
    return rule.direction() == Direction.EGRESS && rule.peer() instanceof Peer.Block;
  }

  private static Resource group(SecurityRules rules, Parts parts) {
    String name = Names.ofSecurityGroup(parts.name("", Names.SECURITY_GROUP));
    return parts.make(
        "",
        SecurityGroup.KIND,
        Value.object(
            "name", Value.text(name),
            "description", Value.text(rules.description()),
            "vpcId", requireNonNull(rules.network(), "validated").liveId(),
            "tags", parts.tags("")));
  }

  private static Resource rule(TrafficRule rule, Parts parts) {
    String part = part(rule, members -> members.of().id());
    Cidr block = rule.peer() instanceof Peer.Block b ? b.cidr() : null;
    boolean v6 = block != null && block.family() == Cidr.Family.IPV6;
    Value text = block == null ? Value.NULL : Value.text(block.toString());
    return parts.make(
        part,
        part(rule, SecurityRulesParts::formerId),
        rule.direction() == Direction.INGRESS
            ? SecurityGroupRule.INGRESS
            : SecurityGroupRule.EGRESS,
        Value.object(
            "groupId", idOf(parts.address("")),
            "ipProtocol", Value.text(protocol(rule.protocol(), v6)),
            "fromPort", port(rule, rule.ports().from(), v6),
            "toPort", port(rule, rule.ports().to(), v6),
            "cidrIpv4", v6 ? Value.NULL : text,
            "cidrIpv6", v6 ? text : Value.NULL,
            "referencedGroupId", otherGroup(rule.peer(), parts),
            "description",
                rule.description().isEmpty() ? Value.NULL : Value.text(rule.description())));
  }

  private static Value otherGroup(Peer peer, Parts parts) {
    return switch (peer) {
      case Peer.Block block -> Value.NULL;
      case Peer.Members members -> idOf(members.of().id());
      case Peer.Self self -> idOf(parts.address(""));
    };
  }

  private static Value idOf(String address) {
    return Value.ref(address, "id");
  }

  /**
   * AWS calls every protocol {@code -1}, which has no ports, as ICMP over IPv6 has none; ICMP of
   * every type over IPv4 is from -1 to -1.
   */
  private static Value port(TrafficRule rule, int port, boolean v6) {
    return switch (rule.protocol()) {
      case TCP, UDP -> Value.whole(port);
      case ICMP -> v6 ? Value.NULL : Value.whole(-1);
      case ALL -> Value.NULL;
    };
  }

  private static String protocol(Protocol protocol, boolean v6) {
    return switch (protocol) {
      case TCP -> "tcp";
      case UDP -> "udp";
      case ICMP -> v6 ? "icmpv6" : "icmp";
      case ALL -> "-1";
    };
  }

  /** {@code ingress-tcp-22-from-10-0-0-0-8}; no block looks like a group, whatever its id. */
  private static String part(TrafficRule rule, Function<Peer.Members, String> idOfMembers) {
    String way = rule.direction() == Direction.INGRESS ? "from" : "to";
    String ports =
        switch (rule.protocol()) {
          case TCP, UDP -> rule.ports() + "-";
          case ICMP, ALL -> "";
        };
    String peer =
        switch (rule.peer()) {
          case Peer.Block block -> block.cidr().toString().replaceAll("[.:/]", "-");
          case Peer.Members members -> "group-" + idOfMembers.apply(members);
          case Peer.Self self -> "self";
        };
    String words = rule.direction() + "-" + rule.protocol() + "-" + ports + way + "-" + peer;
    return LiveName.shortened(words.toLowerCase(Locale.ROOT), PART);
  }

  private static String formerId(Peer.Members members) {
    String formerly = members.of().identity().formerly();
    return formerly == null ? members.of().id() : formerly;
  }
}
