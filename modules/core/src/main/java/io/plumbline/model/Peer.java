package io.plumbline.model;

import io.plumbline.unit.Cidr;

/** The other end of allowed traffic. */
public sealed interface Peer {

  /** It in words, for messages. */
  default String text() {
    return switch (this) {
      case Block block -> block.cidr().toString();
      case Members members -> "\"" + members.of().id() + "\"";
      case Self self -> "itself";
    };
  }

  /** Every address of a block. */
  record Block(Cidr cidr) implements Peer {}

  /** Everything that carries these other rules. */
  record Members(SecurityRules of) implements Peer {}

  /** Everything that carries the same rules: a fabric of equals. */
  record Self() implements Peer {}
}
