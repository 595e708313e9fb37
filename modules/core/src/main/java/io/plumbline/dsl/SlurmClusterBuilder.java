package io.plumbline.dsl;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.SlurmCluster;
import io.plumbline.model.SlurmPartition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sets up Slurm over machines of our own. */
public final class SlurmClusterBuilder extends ComponentBuilder<SlurmCluster, SlurmClusterBuilder> {
  private final List<BareMetalFleet> login = new ArrayList<>();
  private final List<SlurmPartition> partitions = new ArrayList<>();
  private final Map<String, String> settings = new LinkedHashMap<>();
  private @Nullable BareMetalFleet controller;
  private Duration patience = Duration.ofHours(1);

  SlurmClusterBuilder(Order order) {
    super("Slurm cluster", order);
  }

  /** The one machine of this fleet shares the others out. */
  public SlurmClusterBuilder controller(BareMetalFleet fleet) {
    controller = fleet;
    return this;
  }

  /** From machines of these fleets jobs are sent. Called again, it adds. */
  public SlurmClusterBuilder login(BareMetalFleet... fleets) {
    login.addAll(List.of(fleets));
    return this;
  }

  /** Machines that Slurm gives jobs of one sort. */
  public SlurmClusterBuilder partition(String name, Consumer<SlurmPartitionBuilder> setUp) {
    SlurmPartitionBuilder partition = new SlurmPartitionBuilder(name);
    setUp.accept(partition);
    partitions.add(partition.build());
    return this;
  }

  /**
   * How long a deploy waits, at a machine that it drained, until its jobs have ended, in whole
   * minutes; by default one hour. Then it ends; the machine stays drained, and the next deploy goes
   * on with it.
   */
  public SlurmClusterBuilder patience(Duration time) {
    patience = time;
    return this;
  }

  /**
   * A line of slurm.conf, above what Plumbline says there: {@code setting("MpiDefault", "pmix")}.
   */
  public SlurmClusterBuilder setting(String name, String value) {
    settings.put(name, value);
    return this;
  }

  @Override
  SlurmClusterBuilder self() {
    return this;
  }

  @Override
  SlurmCluster build() {
    if (controller == null) {
      report(Incomplete.RULE, "nothing is said to control it; say controller(fleet)");
    }
    if (partitions.isEmpty()) {
      report(Incomplete.RULE, "it has no partition; say partition(\"gpu\", p -> p.of(fleet))");
    }
    return new SlurmCluster(identity(), controller, login, partitions, patience, settings);
  }
}
