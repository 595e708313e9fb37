package io.plumbline.model;

import io.plumbline.unit.Cidr;

/** The other end of allowed traffic. */
public sealed interface Peer {

  /** Every address of a block. */
  record Block(Cidr cidr) implements Peer {}

  /** Everything that carries these other rules. */
  record Members(SecurityRules of) implements Peer {}

  /** Everything that carries the same rules: a fabric of equals. */
  record Self() implements Peer {}
}
