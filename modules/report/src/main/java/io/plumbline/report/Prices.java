package io.plumbline.report;

import io.plumbline.cost.Cost;
import io.plumbline.cost.Hourly;
import io.plumbline.cost.TargetCost;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.Finding;
import io.plumbline.drift.Subject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the resources cost a day that findings are about, where a price is known. */
final class Prices {
  private final Map<String, Hourly> prices = new HashMap<>();

  Prices(DriftReport report) {
    for (TargetCost target : report.costs()) {
      Cost deployed = target.before() == null ? target.after() : target.before();
      deployed
          .priced()
          .forEach(
              each ->
                  prices.merge(
                      key(target.stack(), target.site(), each.address()),
                      each.perHour(),
                      Hourly::plus));
    }
  }

  /** US dollars a day; null where no price is known. */
  @Nullable Hourly perDay(Finding finding) {
    Subject subject = finding.subject();
    Hourly price = prices.get(key(subject.stack(), subject.site(), subject.address()));
    return price == null ? null : price.perDay();
  }

  /** For people; empty where no price is known. */
  String perDayText(Finding finding) {
    Hourly price = perDay(finding);
    return price == null ? "" : CostText.range(price) + " a day";
  }

  private static String key(String stack, String site, @Nullable String address) {
    return stack + "\n" + site + "\n" + address;
  }
}
