package io.plumbline.dsl;

import io.plumbline.model.SlurmQos;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what jobs of one quality of service get. */
public final class SlurmQosBuilder {
  private final String name;
  private int priority;
  private List<String> preempts = List.of();
  private @Nullable Integer gpusPerUser;
  private @Nullable Duration longest;

  SlurmQosBuilder(String name) {
    this.name = name;
  }

  /** Jobs of a higher one come first; by default 0. */
  public SlurmQosBuilder priority(int number) {
    priority = number;
    return this;
  }

  /** Jobs of these go back into the queue when one of this one comes. */
  public SlurmQosBuilder preempts(String... others) {
    preempts = List.of(others);
    return this;
  }

  /** How many GPUs one user's jobs may have at a time. */
  public SlurmQosBuilder gpusPerUser(int most) {
    gpusPerUser = most;
    return this;
  }

  /** How long a job may take, in whole minutes. */
  public SlurmQosBuilder longest(Duration time) {
    longest = time;
    return this;
  }

  SlurmQos build() {
    return new SlurmQos(name, priority, preempts, gpusPerUser, longest);
  }
}
