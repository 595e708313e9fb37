package io.plumbline.model;

/** How a pool's nodes lie to each other in a data centre. */
public enum Placement {
  /** Close together, in one zone: for nodes that talk to each other all the time. */
  CLUSTER,
  /** Each on hardware of its own: for the few that must not fail together. */
  SPREAD,
  /** In groups that share no hardware with each other: for many that must not all fail together. */
  PARTITION
}
