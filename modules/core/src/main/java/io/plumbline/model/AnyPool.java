package io.plumbline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nodes of one sort, as many as asked for: on their own, or as part of a cluster. */
public sealed interface AnyPool extends Component permits GpuPool, NodePool {

  /** Where they live; null where the stack does not say, which is reported. */
  @Nullable Subnets subnets();

  /** What they are; null where the stack does not say, which is reported. */
  @Nullable Machine machine();

  /** How many; null where the stack does not say, which is reported. */
  @Nullable Count count();

  /** How they are paid for. */
  Purchase purchase();

  /** The disk that each boots from. */
  Disk rootDisk();

  /** Who they may talk to. */
  List<SecurityRules> securedBy();

  /** Whether they reach each other's memory over a fabric beside the network. */
  boolean fabric();

  /** How they lie to each other; null: as the provider likes. */
  @Nullable Placement placement();

  /** The capacity that they are started in, and in no other; null for none. */
  @Nullable Reservation reservation();
}
