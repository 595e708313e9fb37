package io.plumbline.arm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.zip.CRC32;

/**
 * In which nested deployment each written resource stands, by address.
 *
 * <p>Azure knows resources by name, so that one may move from a deployment to another and nothing
 * happens to it; still, a split that stays as it is reads better. A deployment takes what stands
 * equally deep in the web of needs, and of that what belongs to components whose ids fall on its
 * number: neither another component nor the order of the design moves any. Where one is too full,
 * there are twice as many of each depth, and half of what each has goes to a new one.
 *
 * @param parts names of deployments by address: {@code ""} where one takes all
 */
record Placement(Map<String, String> parts) {

  /**
   * A placement within bounds.
   *
   * @param resources what is written, after what each needs or not
   * @param needs addresses that must be there first, of those that are written
   * @param counts how many resources of a template each is
   * @param bytes how long each is in a template
   */
  static Placement of(
      Collection<String> resources,
      Function<String, Set<String>> needs,
      ToIntFunction<String> counts,
      ToIntFunction<String> bytes,
      Bounds bounds) {
    Map<String, String> whole = new LinkedHashMap<>();
    resources.forEach(address -> whole.put(address, ""));
    if (fits(whole, counts, bytes, bounds)) {
      return new Placement(whole);
    }
    Map<String, Integer> depths = new HashMap<>();
    resources.forEach(address -> depth(address, needs, depths));
    for (int buckets = 1; ; buckets *= 2) {
      Map<String, String> parts = new LinkedHashMap<>();
      for (String address : resources) {
        parts.put(address, depths.get(address) + "-" + hash(component(address)) % buckets);
      }
      // One component alone may be too much; then a further split would change nothing.
      if (buckets >= resources.size() * 2 || fits(parts, counts, bytes, bounds)) {
        return new Placement(parts);
      }
    }
  }

  private static boolean fits(
      Map<String, String> parts,
      ToIntFunction<String> counts,
      ToIntFunction<String> bytes,
      Bounds bounds) {
    Map<String, Integer> resources = new HashMap<>();
    Map<String, Integer> lengths = new HashMap<>();
    parts.forEach(
        (address, part) -> {
          resources.merge(part, counts.applyAsInt(address), Integer::sum);
          lengths.merge(part, bytes.applyAsInt(address), Integer::sum);
        });
    return resources.values().stream().allMatch(count -> count <= bounds.resources())
        && lengths.values().stream().allMatch(length -> length <= bounds.bytes());
  }

  /** How many stand before it, one needed by the next. */
  private static int depth(
      String address, Function<String, Set<String>> needs, Map<String, Integer> known) {
    Integer there = known.get(address);
    if (there != null) {
      return there;
    }
    int depth = 0;
    for (String needed : needs.apply(address)) {
      depth = Math.max(depth, depth(needed, needs, known) + 1);
    }
    known.put(address, depth);
    return depth;
  }

  private static String component(String address) {
    int slash = address.indexOf('/');
    return slash < 0 ? address : address.substring(0, slash);
  }

  private static long hash(String text) {
    CRC32 hash = new CRC32();
    hash.update(text.getBytes(StandardCharsets.UTF_8));
    return hash.getValue();
  }

  String of(String address) {
    return parts.getOrDefault(address, "");
  }

  /** The deployments, in the order of their names, each with what stands in it. */
  SortedMap<String, List<String>> byPart() {
    SortedMap<String, List<String>> byPart = new TreeMap<>();
    parts.forEach(
        (address, part) -> byPart.computeIfAbsent(part, p -> new ArrayList<>()).add(address));
    return byPart;
  }
}
