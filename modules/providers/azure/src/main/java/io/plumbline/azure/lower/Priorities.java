package io.plumbline.azure.lower;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * Priorities of the rules of one group. All of them allow, so that their order says nothing; but
 * each must be another number. It follows from the rule's own address, so that a further rule moves
 * none, unless two addresses fall on one number.
 */
final class Priorities {
  private static final int FIRST = 100;
  private static final int COUNT = 3900;

  /** How many let machines reach file systems. */
  static final int MOUNTS = 95;

  private Priorities() {}

  /** A number for each address, whatever their order. */
  static Map<String, Integer> of(Collection<String> addresses) {
    return of(addresses, FIRST, COUNT);
  }

  /** The same for what lets machines reach file systems, which stand behind all others. */
  static Map<String, Integer> ofMounts(Collection<String> addresses) {
    return of(addresses, FIRST + COUNT, MOUNTS);
  }

  private static Map<String, Integer> of(Collection<String> addresses, int first, int count) {
    Map<String, Integer> priorities = new TreeMap<>();
    Set<Integer> taken = new TreeSet<>();
    for (String address : new TreeSet<>(addresses)) {
      CRC32 hash = new CRC32();
      hash.update(address.getBytes(StandardCharsets.UTF_8));
      int at = (int) (hash.getValue() % count);
      while (!taken.add(at)) {
        at = (at + 1) % count;
      }
      priorities.put(address, first + at);
    }
    return priorities;
  }
}
