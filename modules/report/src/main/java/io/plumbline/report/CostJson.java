package io.plumbline.report;

import io.plumbline.cost.Cost;
import io.plumbline.cost.Cost.PriceList;
import io.plumbline.cost.Cost.Priced;
import io.plumbline.cost.Hourly;
import io.plumbline.cost.TargetCost;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What it costs, for programs, as {@code docs/schema/cost.schema.json} says. Every member is always
 * there; what is not known is null. Amounts are exact.
 */
public final class CostJson {
  private CostJson() {}

  /** The text, ending in a line end. */
  public static String render(String environment, List<TargetCost> targets) {
    Map<String, Value> members = new LinkedHashMap<>();
    members.put("environment", Value.text(environment));
    members.putAll(value(targets).members());
    return JsonWriter.pretty(new Obj(members)) + "\n";
  }

  static Obj value(List<TargetCost> targets) {
    List<Cost> before = targets.stream().map(TargetCost::before).filter(Objects::nonNull).toList();
    List<Cost> after = targets.stream().map(TargetCost::after).toList();
    return members(
        "currency", Value.text(Hourly.CURRENCY),
        "before", before.size() == targets.size() ? sum(before) : Value.NULL,
        "after", sum(after),
        "targets", Value.list(targets.stream().map(CostJson::target).toList()));
  }

  private static Value target(TargetCost target) {
    return members(
        "stack", Value.text(target.stack()),
        "site", Value.text(target.site()),
        "region", target.region().isEmpty() ? Value.NULL : Value.text(target.region()),
        "before", target.before() == null ? Value.NULL : cost(target.before()),
        "after", cost(target.after()));
  }

  private static Value cost(Cost cost) {
    Map<String, Value> members = new LinkedHashMap<>(sum(List.of(cost)).members());
    members.put("priced", Value.list(cost.priced().stream().map(CostJson::priced).toList()));
    members.put(
        "unpriced",
        Value.list(
            cost.unpriced().stream()
                .map(
                    each ->
                        members(
                            "id", Value.text(each.address()),
                            "kind", Value.text(each.kind()),
                            "reason", Value.text(each.reason()),
                            "nodes", Value.whole(each.nodes())))
                .toList()));
    return new Obj(members);
  }

  private static Value priced(Priced priced) {
    Map<String, Value> members = new LinkedHashMap<>();
    members.put("id", Value.text(priced.address()));
    members.put("terms", Value.text(priced.terms()));
    members.putAll(amounts(priced.perHour()).members());
    PriceList list = priced.list();
    members.put(
        "list",
        list == null
            ? Value.NULL
            : members(
                "source", Value.text(list.source()),
                "region", Value.text(list.region()),
                "date", Value.text(list.date().toString())));
    return new Obj(members);
  }

  private static Obj sum(List<Cost> costs) {
    Map<String, Value> members = new LinkedHashMap<>(amounts(CostText.sum(costs)).members());
    members.put("unpricedNodes", Value.whole(CostText.nodes(costs)));
    return new Obj(members);
  }

  private static Obj amounts(Hourly hourly) {
    return members("perHour", range(hourly), "perDay", range(hourly.perDay()));
  }

  private static Value range(Hourly amount) {
    return members("least", amount(amount.least()), "most", amount(amount.most()));
  }

  private static Value amount(@Nullable BigDecimal amount) {
    return amount == null ? Value.NULL : Value.decimal(amount);
  }

  private static Obj members(Object... namesAndValues) {
    Map<String, Value> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], (Value) namesAndValues[i + 1]);
    }
    return new Obj(members);
  }
}
