package io.plumbline.model;

/** How nodes in private subnets reach the internet, which cannot reach them. */
public enum NatGateways {
  /** They do not. */
  NONE,
  /** By one gateway, in the first zone: cheap, and gone with that zone. */
  ONE,
  /**
   * By a gateway in their own zone: no zone needs another, and no traffic between zones is paid.
   */
  PER_ZONE
}
