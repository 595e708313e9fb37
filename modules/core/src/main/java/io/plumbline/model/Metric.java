package io.plumbline.model;

import io.plumbline.value.Value;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is measured of a pool, averaged over its nodes unless it says otherwise. */
public sealed interface Metric {

  /** The share of time in which a GPU runs any kernel, in percent; needs an agent on the nodes. */
  record GpuUtilisation() implements Metric {}

  /** The share of the GPUs' memory that is taken, in percent; needs an agent on the nodes. */
  record GpuMemory() implements Metric {}

  /** The share of the processors' time that is used, in percent. */
  record Cpu() implements Metric {}

  /** The share of the nodes' memory that is taken, in percent; needs an agent on the nodes. */
  record Memory() implements Metric {}

  /**
   * Messages that wait in a queue, for each node.
   *
   * @param queue the provider's name of it, as text or as an output of a component
   */
  record QueueDepth(Value queue) implements Metric {}

  /** Any other, in the provider's words. */
  record Own(String namespace, String name, Map<String, String> dimensions, Statistic statistic)
      implements Metric {
    public Own {
      dimensions = Collections.unmodifiableMap(new LinkedHashMap<>(dimensions));
    }
  }

  /** How the values of one minute become one. */
  enum Statistic {
    AVERAGE,
    MINIMUM,
    MAXIMUM,
    SUM,
    SAMPLE_COUNT
  }

  /** Whether it is in percent, so that a value beyond 100 is a slip. */
  default boolean isPercentage() {
    return switch (this) {
      case GpuUtilisation gpu -> true;
      case GpuMemory memory -> true;
      case Cpu cpu -> true;
      case Memory memory -> true;
      case QueueDepth depth -> false;
      case Own own -> false;
    };
  }

  /** Whether it can be measured while there is no node. */
  default boolean needsNodes() {
    return isPercentage();
  }

  /** As the language has it, for messages and as an id. */
  default String word() {
    return switch (this) {
      case GpuUtilisation gpu -> "gpu-utilisation";
      case GpuMemory memory -> "gpu-memory";
      case Cpu cpu -> "cpu";
      case Memory memory -> "memory";
      case QueueDepth depth -> "queue-depth";
      case Own own -> "metric";
    };
  }

  /** A value of a metric: where it is to be held, or what it is held against. */
  record At(Metric metric, BigDecimal value) {}
}
