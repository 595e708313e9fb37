package io.plumbline.dsl;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.SlurmCluster;
import io.plumbline.model.SlurmPartition;
import io.plumbline.model.SlurmQos;
import io.plumbline.model.SlurmSoftware;
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
  private final List<SlurmQos> qos = new ArrayList<>();
  private @Nullable SlurmSoftware software;
  private @Nullable String mungeKey;
  private boolean gpusByNvml;
  private @Nullable String accounting;
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
   * Versions of Slurm's packages and of munge, as Debian and Ubuntu name them. Each machine gets
   * those of its part. Without, a stack pins them.
   */
  public SlurmClusterBuilder packages(String slurm, String munge) {
    software = new SlurmSoftware(slurm, munge);
    return this;
  }

  /**
   * The key that machines of the cluster share: {@code mungeKey("MUNGE_KEY_FILE")} names the
   * environment variable that has, where a deploy runs, the path of a file with it. Neither path
   * nor key is in any artefact.
   */
  public SlurmClusterBuilder mungeKey(String variable) {
    mungeKey = variable;
    return this;
  }

  /**
   * Slurm finds GPUs through NVIDIA's library, with the cores that are near to each: {@code
   * AutoDetect=nvml}. It takes a Slurm that was built with it. Otherwise they are named by their
   * device files.
   */
  public SlurmClusterBuilder gpusByNvml() {
    gpusByNvml = true;
    return this;
  }

  /** The host whose {@code slurmdbd} keeps accounts. Who runs it, and its users, are not ours. */
  public SlurmClusterBuilder accounting(String host) {
    accounting = host;
    return this;
  }

  /** A quality of service, which accounting keeps. */
  public SlurmClusterBuilder qos(String name, Consumer<SlurmQosBuilder> setUp) {
    SlurmQosBuilder each = new SlurmQosBuilder(name);
    setUp.accept(each);
    qos.add(each.build());
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
    return new SlurmCluster(
        identity(),
        controller,
        login,
        partitions,
        patience,
        software,
        mungeKey,
        gpusByNvml,
        accounting,
        qos,
        settings);
  }
}
