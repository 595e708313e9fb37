package io.plumbline.config;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.model.InventoryHost;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds rows that say of two machines what can be true of one. */
final class InventoryTwins {
  /** By which machines differ; empty where a row does not say it. */
  private static final SortedMap<String, Function<InventoryHost, String>> UNIQUE =
      new TreeMap<>(
          Map.of(
              "name", InventoryHost::name,
              "address", InventoryHost::address,
              "serial", host -> host.serial().toLowerCase(Locale.ROOT),
              "mac", host -> Objects.requireNonNullElse(host.mac(), ""),
              "bmc", host -> Objects.requireNonNullElse(host.bmc(), ""),
              "rack and slot", host -> host.rack() + ", " + host.slot()));

  private InventoryTwins() {}

  static void check(List<InventoryHost> hosts, Problems problems) {
    UNIQUE.forEach((what, column) -> check(what, column, hosts, problems));
  }

  private static void check(
      String what,
      Function<InventoryHost, String> column,
      List<InventoryHost> hosts,
      Problems problems) {
    Map<String, SourceLine> first = new HashMap<>();
    for (InventoryHost host : hosts) {
      String value = column.apply(host);
      SourceLine earlier = value.isEmpty() ? null : first.putIfAbsent(value, host.source());
      if (earlier != null) {
        problems.add(
            "PLB-INV-002",
            "two machines in one",
            what + ": got \"" + value + "\" again, which " + earlier + " has; allowed once",
            host.source().line(),
            "correct one of the rows, or take it out");
      }
    }
  }
}
