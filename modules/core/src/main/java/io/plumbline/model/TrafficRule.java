package io.plumbline.model;

import java.util.Locale;

/**
 * One kind of traffic that is allowed.
 *
 * @param peer where it comes from, or goes to
 * @param description why it is allowed; may be empty
 */
public record TrafficRule(
    Direction direction, Protocol protocol, PortRange ports, Peer peer, String description) {

  /** Which way, as seen by what carries the rule. */
  public enum Direction {
    INGRESS,
    EGRESS
  }

  /** What is spoken. */
  public enum Protocol {
    TCP,
    UDP,
    ICMP,
    /** Everything, EFA's own protocol included; ports have no meaning. */
    ALL
  }

  /**
   * From a port to a port, both included; of no meaning for {@link Protocol#ICMP} and {@link
   * Protocol#ALL}.
   */
  public record PortRange(int from, int to) {
    public static final PortRange ALL = new PortRange(0, 65535);

    public boolean holds(int port) {
      return from <= port && port <= to;
    }

    @Override
    public String toString() {
      return from == to ? Integer.toString(from) : from + "-" + to;
    }
  }

  /** Whether it lets TCP through to {@code port}. */
  public boolean allowsTcp(int port) {
    return protocol == Protocol.ALL || (protocol == Protocol.TCP && ports.holds(port));
  }

  /** The rule in words, for messages: {@code "ingress tcp 22 from 10.0.0.0/8"}. */
  public String text() {
    String what = direction + " " + protocol + (protocol == Protocol.ALL ? "" : " " + ports);
    String way = direction == Direction.INGRESS ? " from " : " to ";
    return what.toLowerCase(Locale.ROOT) + way + peer.text();
  }
}
