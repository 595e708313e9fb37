package io.plumbline.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Machines that Slurm gives jobs of one sort.
 *
 * @param name as users ask for it: {@code sbatch -p NAME}
 * @param fleets whose machines it has
 * @param byDefault whether jobs come here that ask for no partition
 * @param longest how long a job may take; null for ever
 * @param priority jobs of a higher one come first, and where {@code preempted} push others out
 * @param preempted whether jobs here go back into the queue when one of a higher priority comes
 * @param qos the qualities of service that jobs here may have; none for any
 */
public record SlurmPartition(
    String name,
    List<BareMetalFleet> fleets,
    boolean byDefault,
    @Nullable Duration longest,
    int priority,
    boolean preempted,
    List<String> qos) {
  public SlurmPartition {
    fleets = List.copyOf(fleets);
    qos = List.copyOf(qos);
  }
}
