package io.plumbline.report;

import io.plumbline.cost.Cost;
import io.plumbline.cost.Cost.PriceList;
import io.plumbline.cost.Cost.Priced;
import io.plumbline.cost.Cost.Unpriced;
import io.plumbline.cost.Hourly;
import io.plumbline.cost.TargetCost;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Reads what {@link CostJson} writes; sums, and amounts of a day, follow from the rest. */
final class CostJsonReader {
  private CostJsonReader() {}

  static List<TargetCost> costs(JsonMembers from) {
    from.skip("currency");
    from.skip("before");
    from.skip("after");
    return from.objects("targets", CostJsonReader::target);
  }

  private static TargetCost target(JsonMembers from) {
    return new TargetCost(
        from.text("stack"),
        from.text("site"),
        Objects.requireNonNullElse(from.textOrNull("region"), ""),
        from.objectOrNull("before", CostJsonReader::cost),
        from.object("after", CostJsonReader::cost));
  }

  private static Cost cost(JsonMembers from) {
    from.skip("perHour");
    from.skip("perDay");
    from.skip("unpricedNodes");
    return new Cost(
        from.objects("priced", CostJsonReader::priced),
        from.objects(
            "unpriced",
            each ->
                new Unpriced(
                    each.text("id"), each.text("kind"), each.text("reason"), each.whole("nodes"))));
  }

  private static Priced priced(JsonMembers from) {
    from.skip("perDay");
    return new Priced(
        from.text("id"),
        from.text("terms"),
        from.object("perHour", each -> new Hourly(each.amountOrNull("least"), each.amount("most"))),
        from.objectOrNull(
            "list",
            each ->
                new PriceList(
                    each.text("source"), each.text("region"), LocalDate.parse(each.text("date")))));
  }
}
