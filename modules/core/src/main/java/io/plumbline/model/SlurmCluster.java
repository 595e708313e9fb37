package io.plumbline.model;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Slurm over machines of ours: who gets which of them, and when.
 *
 * @param controller the fleet whose one machine runs {@code slurmctld}; null where the stack does
 *     not say, which is reported
 * @param login fleets from whose machines jobs are sent
 * @param partitions in the order in which Slurm lists them
 * @param patience how long a change waits for the jobs of a machine to end
 * @param software its packages; null where the stack pins and brings them itself
 * @param mungeKey the environment variable that holds, where a deploy runs, the path of the key
 *     that machines of the cluster share; null where somebody else brings it
 * @param gpusByNvml whether Slurm finds GPUs through NVIDIA's library, and not by device files
 * @param accounting the host of {@code slurmdbd}, which is somebody else's; null for none
 * @param qos qualities of service, which accounting keeps
 * @param settings further lines of slurm.conf, by name; they win over Plumbline's
 */
public record SlurmCluster(
    Identity identity,
    @Nullable BareMetalFleet controller,
    List<BareMetalFleet> login,
    List<SlurmPartition> partitions,
    Duration patience,
    @Nullable SlurmSoftware software,
    @Nullable String mungeKey,
    boolean gpusByNvml,
    @Nullable String accounting,
    List<SlurmQos> qos,
    Map<String, String> settings)
    implements Component {
  public SlurmCluster {
    login = List.copyOf(login);
    partitions = List.copyOf(partitions);
    qos = List.copyOf(qos);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** The fleets whose machines run jobs, each once, in order. */
  public List<BareMetalFleet> workers() {
    Set<BareMetalFleet> workers = new LinkedHashSet<>();
    partitions.forEach(partition -> workers.addAll(partition.fleets()));
    return List.copyOf(workers);
  }

  /** Whether jobs of one quality of service push out those of another. */
  public boolean preemptsByQos() {
    return qos.stream().anyMatch(each -> !each.preempts().isEmpty());
  }

  /** Whether machines of this fleet belong to it, in whatever part. */
  public boolean has(BareMetalFleet fleet) {
    return fleet.equals(controller) || login.contains(fleet) || workers().contains(fleet);
  }

  @Override
  public List<Component> uses() {
    return new Uses().and(controller).and(login).and(workers()).list();
  }

  @Override
  public String noun() {
    return "Slurm cluster";
  }
}
