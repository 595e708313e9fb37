package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.decimal;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Shape;

/**
 * What an instance must have, where any type that has it will do; of launch templates and of a
 * group's overrides alike.
 */
final class InstanceRequirements {
  private InstanceRequirements() {}

  private static final Shape WHOLE_RANGE = record(whole("min"), whole("max"));
  private static final Shape DECIMAL_RANGE = record(decimal("min"), decimal("max"));

  static final Shape SHAPE =
      record(
          one("vCpuCount", WHOLE_RANGE).in(TERRAFORM, "vcpu_count"),
          one("memoryMiB", WHOLE_RANGE).in(TERRAFORM, "memory_mib"),
          one("memoryGiBPerVCpu", DECIMAL_RANGE).in(TERRAFORM, "memory_gib_per_vcpu"),
          words("allowedInstanceTypes"),
          words("excludedInstanceTypes"),
          words("instanceGenerations"),
          words("cpuManufacturers"),
          one("acceleratorCount", WHOLE_RANGE),
          words("acceleratorTypes"),
          words("acceleratorManufacturers"),
          words("acceleratorNames"),
          one("acceleratorTotalMemoryMiB", WHOLE_RANGE)
              .in(TERRAFORM, "accelerator_total_memory_mib"),
          one("networkBandwidthGbps", DECIMAL_RANGE),
          one("networkInterfaceCount", WHOLE_RANGE),
          one("baselineEbsBandwidthMbps", WHOLE_RANGE),
          text("localStorage"),
          words("localStorageTypes"),
          one("totalLocalStorageGB", DECIMAL_RANGE).in(TERRAFORM, "total_local_storage_gb"),
          text("bareMetal"),
          text("burstablePerformance"),
          flag("requireHibernateSupport"),
          whole("spotMaxPricePercentageOverLowestPrice"),
          whole("maxSpotPriceAsPercentageOfOptimalOnDemandPrice"),
          whole("onDemandMaxPricePercentageOverLowestPrice"),
          one("baselinePerformanceFactors", record(one("cpu", cpuFactors())))
              .notIn(TERRAFORM, "version 5 of the provider has no argument for it"));

  private static Attribute words(String name) {
    return set(name, Shape.Leaf.TEXT);
  }

  private static Shape cpuFactors() {
    return record(list("references", record(text("instanceFamily"))));
  }
}
