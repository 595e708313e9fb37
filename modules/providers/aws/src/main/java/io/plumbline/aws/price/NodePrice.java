package io.plumbline.aws.price;

import io.plumbline.aws.catalogue.Catalogue;
import io.plumbline.aws.catalogue.InstanceType;
import io.plumbline.aws.catalogue.InstanceType.ListPrice;
import io.plumbline.cost.Cost.PriceList;
import io.plumbline.cost.Hourly;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes of a group cost. A node on demand costs the list price of whichever type it is; a
 * spot node at most that, or at most the cap, and how much less nobody can say beforehand. One type
 * without a price hides nothing of the others: what is known is counted, and the rest is named.
 *
 * @param known null where nothing is
 * @param gap null where all is known
 */
record NodePrice(@Nullable Known known, @Nullable Gap gap) {
  private static final String SOURCE = "AWS list prices on demand, Linux, without discounts";

  record Known(String terms, Hourly perHour, @Nullable PriceList list) {}

  /**
   * What is in no sum.
   *
   * @param nodes how many at most; 0 where they are paid for otherwise
   */
  record Gap(String reason, long nodes) {}

  static NodePrice of(NodesOfGroup nodes, Catalogue catalogue) {
    if (nodes.hidden() != null) {
      return unknown(nodes.hidden(), nodes.paidAlready() ? 0 : nodes.most());
    }
    if (nodes.most() == 0) {
      return new NodePrice(new Known("no nodes", Hourly.NOTHING, null), null);
    }
    return nodes.types().isEmpty()
        ? unknown("its instance type is not known", nodes.most())
        : new Sum(nodes, catalogue).price();
  }

  private static NodePrice unknown(String reason, long nodes) {
    return new NodePrice(null, new Gap(reason, nodes));
  }

  /** Nodes on demand, and spare ones: each part is known or not. */
  private static final class Sum {
    private final NodesOfGroup nodes;
    private final List<ListPrice> prices = new ArrayList<>();
    private final List<BigDecimal> sold = new ArrayList<>();
    private final List<String> without = new ArrayList<>();

    /** Whether a node on demand can be of a type without a price. */
    private boolean soldWithout;

    Sum(NodesOfGroup nodes, Catalogue catalogue) {
      this.nodes = nodes;
      for (String name : nodes.types()) {
        InstanceType type = catalogue.find(name);
        boolean isSold = type == null || type.onDemandOffered();
        ListPrice price = type == null ? null : type.price();
        if (price == null) {
          without.add(name);
          soldWithout |= isSold;
        } else {
          prices.add(price);
          if (isSold) {
            sold.add(price.price().usdPerHour());
          }
        }
      }
    }

    NodePrice price() {
      long onDemand = nodes.onDemand();
      long spot = nodes.most() - onDemand;
      BigDecimal forSpot = spot == 0 ? BigDecimal.ZERO : mostOfSpot();
      BigDecimal forOnDemand = mostOfOnDemand();
      long gap = (forSpot == null ? spot : 0) + (forOnDemand == null ? onDemand : 0);
      if (gap == nodes.most()) {
        return new NodePrice(null, new Gap(reason(), gap));
      }
      BigDecimal most = times(spot, forSpot).add(times(onDemand, forOnDemand));
      BigDecimal least =
          spot == 0 ? times(nodes.least(), Collections.min(onDemandAmounts())) : null;
      return new NodePrice(
          new Known(terms(), new Hourly(least, most), list()),
          gap == 0 ? null : new Gap(reason(), gap));
    }

    /** Of a type without a price, the cap alone tells the most. */
    private @Nullable BigDecimal mostOfSpot() {
      BigDecimal cap = nodes.cap();
      BigDecimal list = without.isEmpty() ? Collections.max(amounts()) : null;
      return list == null ? cap : cap == null ? list : cap.min(list);
    }

    /** By the types that are sold so and have a price. */
    private @Nullable BigDecimal mostOfOnDemand() {
      if (nodes.onDemand() == 0) {
        return BigDecimal.ZERO;
      }
      List<BigDecimal> amounts = onDemandAmounts();
      return amounts.isEmpty() ? null : Collections.max(amounts);
    }

    /** In a reservation that is there already, also those that are sold in no other way. */
    private List<BigDecimal> onDemandAmounts() {
      return sold.isEmpty() && !soldWithout ? amounts() : sold;
    }

    private List<BigDecimal> amounts() {
      return prices.stream().map(each -> each.price().usdPerHour()).toList();
    }

    /** A list of the regions and days of several prices would be read by nobody: the oldest. */
    private @Nullable PriceList list() {
      return prices.stream()
          .map(each -> new PriceList(SOURCE, each.region(), each.date()))
          .min(Comparator.comparing(PriceList::date))
          .orElse(null);
    }

    private String terms() {
      long onDemand = nodes.onDemand();
      String count =
          nodes.least() == nodes.most()
              ? Long.toString(nodes.most())
              : nodes.least() + " to " + nodes.most();
      String what = count + " x " + String.join(" or ", nodes.types()) + ", ";
      String note = soldWithout && onDemand > 0 ? "; " + reason() : "";
      if (onDemand == nodes.most()) {
        return what + "on demand" + note;
      }
      BigDecimal cap = nodes.cap();
      String spot =
          "spot at most " + (cap == null ? "the price on demand" : cap.toPlainString() + " USD/h");
      return what
          + (onDemand == 0 ? spot : "up to " + onDemand + " on demand, others " + spot)
          + note;
    }

    private static BigDecimal times(long nodes, @Nullable BigDecimal price) {
      return price == null ? BigDecimal.ZERO : price.multiply(BigDecimal.valueOf(nodes));
    }

    private String reason() {
      return "no list price of " + String.join(", ", without);
    }
  }
}
