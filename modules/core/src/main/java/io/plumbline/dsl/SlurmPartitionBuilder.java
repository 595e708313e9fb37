package io.plumbline.dsl;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.SlurmPartition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which machines a partition has, and which jobs get them first. */
public final class SlurmPartitionBuilder {
  private final String name;
  private final List<BareMetalFleet> fleets = new ArrayList<>();
  private boolean byDefault;
  private @Nullable Duration longest;
  private int priority = 1;
  private boolean preempted;
  private List<String> qos = List.of();

  SlurmPartitionBuilder(String name) {
    this.name = name;
  }

  /** The machines of these fleets. Called again, it adds. */
  public SlurmPartitionBuilder of(BareMetalFleet... machines) {
    fleets.addAll(List.of(machines));
    return this;
  }

  /** Jobs come here that ask for no partition. */
  public SlurmPartitionBuilder byDefault() {
    byDefault = true;
    return this;
  }

  /** How long a job may take, in whole minutes; by default for ever. */
  public SlurmPartitionBuilder longest(Duration time) {
    longest = time;
    return this;
  }

  /** Jobs of a higher one come first; by default 1. */
  public SlurmPartitionBuilder priority(int tier) {
    priority = tier;
    return this;
  }

  /** Jobs here go back into the queue when one comes to a partition of a higher priority. */
  public SlurmPartitionBuilder preempted() {
    preempted = true;
    return this;
  }

  /** Jobs here have one of these qualities of service; any if left out. */
  public SlurmPartitionBuilder qos(String... names) {
    qos = List.of(names);
    return this;
  }

  SlurmPartition build() {
    return new SlurmPartition(name, fleets, byDefault, longest, priority, preempted, qos);
  }
}
