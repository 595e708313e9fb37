package io.plumbline.dsl;

import io.plumbline.model.Peer;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.TrafficRule;
import io.plumbline.model.TrafficRule.Direction;
import io.plumbline.model.TrafficRule.PortRange;
import io.plumbline.model.TrafficRule.Protocol;
import io.plumbline.unit.Cidr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Allows traffic: one protocol, one range of ports, one or more peers. Needed: a protocol and a
 * peer.
 *
 * @param <B> the builder itself, so that calls chain
 */
public abstract sealed class TrafficRuleBuilder<B extends TrafficRuleBuilder<B>> {
  private final SecurityRulesBuilder owner;
  private final List<Peer> peers = new ArrayList<>();
  private @Nullable Protocol protocol;
  private PortRange ports = PortRange.ALL;
  private String description = "";
  private boolean incomplete = true;

  private TrafficRuleBuilder(SecurityRulesBuilder owner) {
    this.owner = owner;
  }

  /** TCP to one port. */
  public B tcp(int port) {
    return tcp(port, port);
  }

  /** TCP to a range of ports, both ends included. */
  public B tcp(int from, int to) {
    return allow(Protocol.TCP, new PortRange(from, to));
  }

  /** UDP to one port. */
  public B udp(int port) {
    return udp(port, port);
  }

  /** UDP to a range of ports, both ends included. */
  public B udp(int from, int to) {
    return allow(Protocol.UDP, new PortRange(from, to));
  }

  /** ICMP of every type: ping, path MTU discovery. */
  public B icmp() {
    return allow(Protocol.ICMP, PortRange.ALL);
  }

  /** Every protocol and port. */
  public B all() {
    return allow(Protocol.ALL, PortRange.ALL);
  }

  /** Why it is allowed; shown by the provider beside the rule. By default empty. */
  public B because(String reason) {
    description = reason;
    return self();
  }

  abstract B self();

  B peers(String... blocks) {
    owner.readCidrs(blocks).forEach(block -> peers.add(new Peer.Block(block)));
    // Text that is no block is reported already; it must not look like a rule without a peer as
    // well.
    incomplete = incomplete && blocks.length == 0;
    return self();
  }

  B peer(Peer peer) {
    peers.add(peer);
    incomplete = false;
    return self();
  }

  private B allow(Protocol allowed, PortRange range) {
    protocol = allowed;
    ports = range;
    return self();
  }

  List<TrafficRule> rules(Direction direction) {
    Protocol allowed = protocol;
    if (allowed == null || incomplete) {
      owner.report(
          Incomplete.RULE,
          "a rule needs a protocol and a peer; say such as tcp(22).from(\"10.0.0.0/8\")");
      return List.of();
    }
    return peers.stream()
        .map(peer -> new TrafficRule(direction, allowed, ports, peer, description))
        .toList();
  }

  /** Traffic that may come in. */
  public static final class Ingress extends TrafficRuleBuilder<Ingress> {
    Ingress(SecurityRulesBuilder owner) {
      super(owner);
    }

    /** From every address of these blocks. */
    public Ingress from(String... blocks) {
      return peers(blocks);
    }

    /** From every address of this block. */
    public Ingress from(Cidr block) {
      return peer(new Peer.Block(block));
    }

    /** From all that carries these other rules. */
    public Ingress from(SecurityRules others) {
      return peer(new Peer.Members(others));
    }

    /** From all that carries the same rules. */
    public Ingress fromSelf() {
      return peer(new Peer.Self());
    }

    /** From every IPv4 address there is. */
    public Ingress fromAnywhere() {
      return peer(new Peer.Block(Cidr.ANYWHERE));
    }

    @Override
    Ingress self() {
      return this;
    }
  }

  /** Traffic that may go out. */
  public static final class Egress extends TrafficRuleBuilder<Egress> {
    Egress(SecurityRulesBuilder owner) {
      super(owner);
    }

    /** To every address of these blocks. */
    public Egress to(String... blocks) {
      return peers(blocks);
    }

    /** To every address of this block. */
    public Egress to(Cidr block) {
      return peer(new Peer.Block(block));
    }

    /** To all that carries these other rules. */
    public Egress to(SecurityRules others) {
      return peer(new Peer.Members(others));
    }

    /** To all that carries the same rules. */
    public Egress toSelf() {
      return peer(new Peer.Self());
    }

    /** To every IPv4 address there is. */
    public Egress toAnywhere() {
      return peer(new Peer.Block(Cidr.ANYWHERE));
    }

    @Override
    Egress self() {
      return this;
    }
  }
}
