package io.plumbline.onprem.lower;

import io.plumbline.model.InventoryHost;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In which order machines are changed: rack by rack, from the bottom up, so many at a time. A wave
 * is of one rack, so that what goes wrong with it takes one rack's worth of work at the most;
 * unless the stack says that it may stand in several.
 */
final class Waves {
  private static final Comparator<InventoryHost> ORDER =
      Comparator.comparing(InventoryHost::rack)
          .thenComparingInt(InventoryHost::slot)
          .thenComparing(InventoryHost::name);

  private Waves() {}

  /**
   * The wave of each, from 1.
   *
   * @param mostDown how many of them at a time; null for a tenth, at least one
   */
  static Map<InventoryHost, Integer> of(
      List<InventoryHost> hosts, @Nullable Integer mostDown, boolean acrossRacks) {
    int most = most(hosts, mostDown);
    Map<InventoryHost, Integer> waves = new LinkedHashMap<>();
    int wave = 0;
    int left = 0;
    String rack = "";
    for (InventoryHost host : hosts.stream().sorted(ORDER).toList()) {
      if (left == 0 || !(acrossRacks || rack.equals(host.rack()))) {
        wave++;
        left = most;
        rack = host.rack();
      }
      left--;
      waves.put(host, wave);
    }
    return waves;
  }

  /** How many may be down at a time. */
  static int most(List<InventoryHost> hosts, @Nullable Integer mostDown) {
    return mostDown == null ? Math.max(1, hosts.size() / 10) : mostDown;
  }
}
