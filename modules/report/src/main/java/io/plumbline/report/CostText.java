package io.plumbline.report;

import io.plumbline.cost.Cost;
import io.plumbline.cost.Cost.PriceList;
import io.plumbline.cost.Cost.Priced;
import io.plumbline.cost.Cost.Unpriced;
import io.plumbline.cost.Hourly;
import io.plumbline.cost.TargetCost;
import io.plumbline.report.Display.Colour;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What it costs, for people: the sum first, then pool by pool, then what has no price. */
public final class CostText {
  private static final int ADDRESSES_SHOWN = 3;

  private final Display display;
  private final StringBuilder out = new StringBuilder();

  private CostText(Display display) {
    this.display = display;
  }

  /** The text, ending in a line end; empty where there is nothing that could cost anything. */
  public static String render(List<TargetCost> targets, Display display) {
    CostText text = new CostText(display);
    List<TargetCost> costing = targets.stream().filter(CostText::costs).toList();
    if (!costing.isEmpty()) {
      text.total(costing);
      costing.forEach(text::target);
      text.lists(costing);
      text.unpriced(costing);
    }
    return text.out.toString();
  }

  private static boolean costs(TargetCost target) {
    return !target.after().equals(Cost.NONE)
        || (target.before() != null && !target.before().equals(Cost.NONE));
  }

  private void total(List<TargetCost> targets) {
    List<Cost> after = targets.stream().map(TargetCost::after).toList();
    out.append(display.paint(Colour.STRONG, "cost")).append(": ").append(known(after));
    List<Cost> before = targets.stream().map(TargetCost::before).filter(Objects::nonNull).toList();
    if (before.size() == targets.size() && !known(before).equals(known(after))) {
      out.append("; as deployed ").append(known(before));
    }
    boolean gaps = nodes(after) == 0 && after.stream().anyMatch(each -> !each.unpriced().isEmpty());
    out.append(gaps ? "; not all has a price\n" : "\n");
  }

  /** The sum, and how many nodes are not in it: the true amount is above, by what nobody knows. */
  private static String known(List<Cost> costs) {
    Hourly sum = sum(costs);
    long nodes = nodes(costs);
    if (nodes == 0) {
      return both(sum);
    }
    String without = "; " + nodes + (nodes == 1 ? " node" : " nodes") + " without a price";
    if (sum.equals(Hourly.NOTHING)) {
      return "not known" + without;
    }
    return (sum.least() == null ? both(sum) + " for what has a price" : "at least " + both(sum))
        + without;
  }

  static Hourly sum(List<Cost> costs) {
    return costs.stream().map(Cost::perHour).reduce(Hourly.NOTHING, Hourly::plus);
  }

  static long nodes(List<Cost> costs) {
    return costs.stream().mapToLong(Cost::unpricedNodes).sum();
  }

  private void target(TargetCost target) {
    Map<String, Priced> before = new LinkedHashMap<>();
    if (target.before() != null) {
      target.before().priced().forEach(each -> before.put(each.address(), each));
    }
    String where = target.stack() + " on " + target.site() + "  ";
    for (Priced each : target.after().priced()) {
      Priced was = before.remove(each.address());
      String line = where + component(each.address()) + "  " + each.terms();
      out.append("  ").append(line).append(": ").append(both(each.perHour()));
      out.append(was(target.before(), was, each)).append('\n');
    }
    before.values().forEach(gone -> gone(where, gone, target.after()));
  }

  private static String was(@Nullable Cost before, @Nullable Priced was, Priced now) {
    if (before == null || (was != null && was.perHour().equals(now.perHour()))) {
      return "";
    }
    if (was != null) {
      return "; as deployed " + both(was.perHour());
    }
    return hasNoPrice(now.address(), before)
        ? "; as deployed without a known price"
        : "; not deployed";
  }

  private void gone(String where, Priced gone, Cost after) {
    out.append("  ").append(where).append(component(gone.address())).append("  ");
    out.append(hasNoPrice(gone.address(), after) ? "no price is known any more" : "goes");
    out.append("; as deployed ").append(both(gone.perHour())).append('\n');
  }

  private static boolean hasNoPrice(String address, Cost cost) {
    return cost.unpriced().stream().anyMatch(each -> each.address().equals(address));
  }

  private void lists(List<TargetCost> targets) {
    Set<String> lines = new LinkedHashSet<>();
    for (TargetCost target : targets) {
      for (PriceList list : target.after().lists()) {
        String elsewhere =
            target.region().equals(list.region()) || target.region().isEmpty()
                ? ""
                : "; prices in " + target.region() + " may differ";
        lines.add(list.source() + ", " + list.region() + ", " + list.date() + elsewhere);
      }
    }
    lines.forEach(line -> out.append("  ").append(display.paint(Colour.FAINT, line)).append('\n'));
  }

  /** By kind and reason, since a network alone may have a dozen of one. */
  private void unpriced(List<TargetCost> targets) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (TargetCost target : targets) {
      for (Unpriced each : target.after().unpriced()) {
        groups
            .computeIfAbsent(each.kind() + ", " + each.reason(), key -> new ArrayList<>())
            .add(targets.size() == 1 ? each.address() : target.stack() + ":" + each.address());
      }
    }
    groups.forEach(
        (what, addresses) -> {
          int shown = Math.min(ADDRESSES_SHOWN, addresses.size());
          out.append("  without a price: ").append(String.join(", ", addresses.subList(0, shown)));
          out.append(
              addresses.size() > shown ? " and " + (addresses.size() - shown) + " more" : "");
          out.append(" (").append(what).append(")\n");
        });
  }

  private static String component(String address) {
    int slash = address.indexOf('/');
    return slash < 0 ? address : address.substring(0, slash);
  }

  private static String both(Hourly hourly) {
    return range(hourly) + " an hour, " + range(hourly.perDay()) + " a day";
  }

  static String range(Hourly amount) {
    if (amount.isExact()) {
      return dollars(amount.most());
    }
    return amount.least() == null
        ? "at most " + dollars(amount.most())
        : dollars(amount.least()) + " to " + dollars(amount.most());
  }

  private static String dollars(BigDecimal amount) {
    return String.format(Locale.ROOT, "$%,.2f", amount.setScale(2, RoundingMode.HALF_UP));
  }
}
