package io.plumbline.azure.price;

import io.plumbline.azure.catalogue.Catalogue;
import io.plumbline.azure.catalogue.VmSize;
import io.plumbline.azure.catalogue.VmSize.ListPrice;
import io.plumbline.cost.Cost.PriceList;
import io.plumbline.cost.Cost.Priced;
import io.plumbline.cost.Hourly;
import io.plumbline.graph.Band;
import io.plumbline.graph.Raw;
import io.plumbline.graph.Resource;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is paid for of a pool or a reservation. A spot machine costs at most its cap, or the price
 * on demand, and how much less nobody can say beforehand.
 *
 * @param size what each machine is
 * @param onDemand how many are no spot machines where there are the most
 * @param cap the most to pay for a spot machine; null: the price on demand
 * @param terms what is said beside the count: {@code ", kept, used or not"}
 * @param isHidden whether a raw value may say otherwise
 */
record Machines(
    long least,
    long most,
    String size,
    long onDemand,
    @Nullable BigDecimal cap,
    String terms,
    boolean isHidden) {
  private static final String SOURCE = "Azure list prices on demand, Linux, without discounts";
  private static final Pattern TELLING = Pattern.compile("size|sku|capacity|count|priority|price");

  /** Of a scale set, or a pool of a cluster: the two have names of their own for the same. */
  static Machines of(Resource pool) {
    Obj said = pool.attributes();
    String counted = said.has("capacity") ? "capacity" : "count";
    Band band = pool.bands().get(counted);
    long count = whole(said.get(counted));
    long most = band == null ? Math.max(count, whole(said.get("maxCount"))) : band.max();
    long least =
        band != null ? band.min() : said.has("minCount") ? whole(said.get("minCount")) : count;
    Value priority = said.has("priority") ? said.get("priority") : said.get("scaleSetPriority");
    Value cap = said.has("maxPrice") ? said.get("maxPrice") : said.get("spotMaxPrice");
    return new Machines(
        least,
        most,
        text(said.has("size") ? said.get("size") : said.get("vmSize")),
        priority.equals(Value.text("Spot")) ? regular(said, most) : most,
        cap instanceof Value.Decimal usd && usd.value().signum() > 0 ? usd.value() : null,
        "",
        isHidden(pool));
  }

  /** What a reservation keeps is paid for as machines are. */
  static Machines reserved(Resource reservation) {
    long kept = whole(reservation.attributes().get("capacity"));
    String size = text(reservation.attributes().get("size"));
    return new Machines(kept, kept, size, kept, null, ", kept, used or not", isHidden(reservation));
  }

  /** So many first, and of those above so many in a hundred. */
  private static long regular(Obj said, long most) {
    long base = Math.min(most, whole(said.get("baseRegularPriorityCount")));
    long percent = whole(said.get("regularPriorityPercentageAboveBase"));
    return base + Math.ceilDiv((most - base) * percent, 100);
  }

  boolean isKnown(Catalogue catalogue) {
    return !isHidden && (most == 0 || price(catalogue) != null || (onDemand == 0 && cap != null));
  }

  /** Why no price is known. */
  String unknown() {
    return isHidden ? "a raw value may change its machines" : "no list price of " + size;
  }

  /** With a price, which {@link #isKnown}. */
  Priced priced(String address, Catalogue catalogue) {
    ListPrice price = price(catalogue);
    BigDecimal list = price == null ? BigDecimal.ZERO : price.price().usdPerHour();
    BigDecimal forSpot = cap == null ? list : price == null ? cap : cap.min(list);
    BigDecimal highest = times(onDemand, list).add(times(most - onDemand, forSpot));
    return new Priced(
        address,
        most == 0 ? "no machines" : what(),
        new Hourly(onDemand == most ? times(least, list) : null, highest),
        price == null ? null : new PriceList(SOURCE, price.location(), price.date()));
  }

  private String what() {
    String count = least == most ? Long.toString(most) : least + " to " + most;
    String spot =
        "spot at most " + (cap == null ? "the price on demand" : cap.toPlainString() + " USD/h");
    String how =
        onDemand == most
            ? "on demand"
            : onDemand == 0 ? spot : "up to " + onDemand + " on demand, others " + spot;
    return count + " x " + size + ", " + how + terms;
  }

  private @Nullable ListPrice price(Catalogue catalogue) {
    VmSize known = catalogue.find(size);
    return known == null ? null : known.price();
  }

  private static BigDecimal times(long machines, BigDecimal price) {
    return price.multiply(BigDecimal.valueOf(machines));
  }

  private static boolean isHidden(Resource resource) {
    return resource.raw().stream()
        .map(Raw::path)
        .anyMatch(path -> TELLING.matcher(path.toLowerCase(Locale.ROOT)).find());
  }

  private static String text(Value value) {
    return value instanceof Value.Text text ? text.value() : "a size that is not known";
  }

  private static long whole(Value value) {
    return value instanceof Value.Int number ? number.value() : 0;
  }
}
