package io.plumbline.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quality of service, which jobs ask for: {@code sbatch --qos NAME}. Slurm's accounting keeps it.
 *
 * @param name as users ask for it
 * @param priority jobs of a higher one come first
 * @param preempts names of those whose jobs go back into the queue for its own
 * @param gpusPerUser how many GPUs one user's jobs may have at a time; null for any number
 * @param longest how long a job may take; null for as long as its partition allows
 */
public record SlurmQos(
    String name,
    int priority,
    List<String> preempts,
    @Nullable Integer gpusPerUser,
    @Nullable Duration longest) {
  public SlurmQos {
    preempts = List.copyOf(preempts);
  }
}
