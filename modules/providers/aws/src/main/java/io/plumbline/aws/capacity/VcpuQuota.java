package io.plumbline.aws.capacity;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A quota of EC2 that counts vCPUs of running instances.
 *
 * @param types how names of the types start that it counts
 */
record VcpuQuota(String code, String name, boolean spot, List<String> types) {

  private static final List<String> STANDARD = List.of("a", "c", "d", "h", "i", "m", "r", "t", "z");

  private static final Pattern GENERAL =
      Pattern.compile("([cimr][5-9]|t[3-9])[a-z-]*\\.(?<times>[0-9]*)(?<x>x)?large");

  /** In the order in which they are tried: {@code trn} is no {@code t}, {@code dl} no {@code d}. */
  private static final List<VcpuQuota> ALL =
      List.of(
          new VcpuQuota("L-417A185B", "Running On-Demand P instances", false, List.of("p")),
          new VcpuQuota(
              "L-DB2E81BA", "Running On-Demand G and VT instances", false, List.of("g", "vt")),
          new VcpuQuota("L-2C3B7624", "Running On-Demand Trn instances", false, List.of("trn")),
          new VcpuQuota("L-1945791B", "Running On-Demand Inf instances", false, List.of("inf")),
          new VcpuQuota("L-1216C47A", "Running On-Demand Standard instances", false, STANDARD),
          new VcpuQuota("L-C4BD4855", "All P5 Spot Instance Requests", true, List.of("p5")),
          new VcpuQuota(
              "L-7212CCBC",
              "All P4, P3 and P2 Spot Instance Requests",
              true,
              List.of("p2", "p3", "p4")),
          new VcpuQuota(
              "L-3819A6DF", "All G and VT Spot Instance Requests", true, List.of("g", "vt")),
          new VcpuQuota("L-6B0D517C", "All Trn Spot Instance Requests", true, List.of("trn")),
          new VcpuQuota("L-B5D1601B", "All Inf Spot Instance Requests", true, List.of("inf")),
          new VcpuQuota("L-34B43A08", "All Standard Spot Instance Requests", true, STANDARD));

  /** The one that counts instances of this type; null where AWS does not say which does. */
  static @Nullable VcpuQuota of(String type, boolean spot) {
    return ALL.stream()
        .filter(quota -> quota.spot == spot && quota.counts(type))
        .findFirst()
        .orElse(null);
  }

  /**
   * How many vCPUs a type has that the catalogue does not know, by its size; null where that does
   * not say. Amazon EC2 Instance Types: of general families from the fifth generation on (of T the
   * third), large is two, xlarge four, and 2xlarge and so on that many times four.
   */
  static @Nullable Long vcpus(String type) {
    Matcher sized = GENERAL.matcher(type);
    if (!sized.matches()) {
      return null;
    }
    String times = sized.group("times");
    return sized.group("x") == null ? 2L : 4L * (times.isEmpty() ? 1 : Long.parseLong(times));
  }

  /** Whether instances of this type count: {@code p} counts {@code p5.48xlarge}. */
  boolean counts(String type) {
    String family = type.replaceFirst("\\..*", "");
    String letters = family.replaceFirst("[0-9].*", "");
    String generation = family.replaceFirst("^([a-z]+[0-9]+).*", "$1");
    return types.contains(letters) || types.contains(generation);
  }
}
