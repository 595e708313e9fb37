package io.plumbline.aws.price;

import io.plumbline.aws.catalogue.Catalogue;
import io.plumbline.aws.catalogue.InstanceType;
import io.plumbline.aws.catalogue.InstanceType.ListPrice;
import io.plumbline.cost.Cost.PriceList;
import io.plumbline.cost.Hourly;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes of a group cost. A node on demand costs the list price of whichever type it is; a
 * spot node at most that, or at most the cap, and how much less nobody can say beforehand.
 */
final class NodePrice {
  private static final String SOURCE = "AWS list prices on demand, Linux, without discounts";

  private final Catalogue catalogue;

  NodePrice(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** What is known. */
  sealed interface Answer {}

  record Known(String terms, Hourly perHour, @Nullable PriceList list) implements Answer {}

  record NotKnown(String reason) implements Answer {}

  Answer of(NodesOfGroup nodes) {
    if (nodes.hidden() != null) {
      return new NotKnown(nodes.hidden());
    }
    if (nodes.most() == 0) {
      return new Known("no nodes", Hourly.NOTHING, null);
    }
    if (nodes.types().isEmpty()) {
      return new NotKnown("its instance type is not known");
    }
    List<ListPrice> prices = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (String type : nodes.types()) {
      InstanceType known = catalogue.find(type);
      if (known == null || known.price() == null) {
        without.add(type);
      } else {
        prices.add(known.price());
      }
    }
    long onDemand = nodes.onDemand();
    boolean capAlone = onDemand == 0 && nodes.cap() != null;
    return !without.isEmpty() && !capAlone
        ? new NotKnown("no list price of " + String.join(", ", without))
        : known(nodes, prices, without.isEmpty());
  }

  private static Answer known(NodesOfGroup nodes, List<ListPrice> prices, boolean all) {
    List<BigDecimal> amounts = prices.stream().map(each -> each.price().usdPerHour()).toList();
    BigDecimal cap = nodes.cap();
    BigDecimal spot = all ? Collections.max(amounts) : cap;
    spot = spot == null || (cap != null && cap.compareTo(spot) < 0) ? cap : spot;
    long onDemand = nodes.onDemand();
    BigDecimal most = times(nodes.most() - onDemand, spot);
    if (onDemand > 0) {
      most = most.add(times(onDemand, Collections.max(amounts)));
    }
    boolean certain = onDemand == nodes.most();
    BigDecimal least = certain && all ? times(nodes.least(), Collections.min(amounts)) : null;
    // A list of the regions and days of several prices would be read by nobody: the oldest counts.
    PriceList list =
        prices.stream()
            .map(each -> new PriceList(SOURCE, each.region(), each.date()))
            .min((a, b) -> a.date().compareTo(b.date()))
            .orElse(null);
    return new Known(terms(nodes, onDemand), new Hourly(least, most), list);
  }

  private static BigDecimal times(long nodes, @Nullable BigDecimal price) {
    return price == null ? BigDecimal.ZERO : price.multiply(BigDecimal.valueOf(nodes));
  }

  private static String terms(NodesOfGroup nodes, long onDemand) {
    String count =
        nodes.least() == nodes.most()
            ? Long.toString(nodes.most())
            : nodes.least() + " to " + nodes.most();
    String types = String.join(" or ", nodes.types());
    String what = count + " x " + types + ", ";
    if (onDemand == nodes.most()) {
      return what + "on demand";
    }
    BigDecimal cap = nodes.cap();
    String spot =
        "spot at "
            + (cap == null ? "most the price on demand" : "most " + cap.toPlainString() + " USD/h");
    return what + (onDemand == 0 ? spot : "up to " + onDemand + " on demand, others " + spot);
  }
}
