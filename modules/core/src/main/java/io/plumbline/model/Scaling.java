package io.plumbline.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What moves the number of a pool's nodes between two ends.
 *
 * @param warmup how long a new node takes until it carries load
 */
public record Scaling(
    long min, long max, List<ScalingPolicy> policies, List<Schedule> schedules, Duration warmup) {
  /** The owner of the number, as reports name it. */
  public static final String OWNER = "its scaling policies";

  public Scaling {
    policies = List.copyOf(policies);
    schedules = List.copyOf(schedules);
  }

  /**
   * From a time on, the number moves between other ends.
   *
   * @param id unique in its pool, fixed for life
   * @param cron when: minute, hour, day of the month, month, day of the week
   * @param zone in which the time is meant; null: UTC
   */
  public record Schedule(String id, String cron, @Nullable String zone, long min, long max) {}

  /** The fewest nodes that there ever are. */
  public long lowest() {
    return Math.min(min, schedules.stream().mapToLong(Schedule::min).min().orElse(min));
  }

  /** The most nodes that there ever are. */
  public long highest() {
    return Math.max(max, schedules.stream().mapToLong(Schedule::max).max().orElse(max));
  }
}
