package io.plumbline.live.azure;

import io.plumbline.azure.client.ArmRest;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Azure Resource Graph: everything of one type in a subscription and at a location, a thousand to
 * the page. Source: learn.microsoft.com/azure/governance/resource-graph, "Working with large data
 * sets": a query that is to be paged is ordered, and its last page has no {@code $skipToken};
 * "Azure Resource Graph table and resource type reference"; read 2026-11. It knows top-level
 * resources and few others; kinds list what it does not know by its parents. So they do with what
 * {@link Inventory} does not know either, which would tell that it is late: records, groups.
 */
final class ResourceGraph {
  private static final String PATH =
      "/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01";
  private static final int PAGE = 1000;
  private static final int TRIES = 3;

  private final ArmRest rest;
  private final String subscription;
  private final String location;

  ResourceGraph(ArmRest rest, String subscription, String location) {
    this.rest = rest;
    this.subscription = subscription;
    this.location = location;
  }

  /**
   * Hands over every row. While something is made or deleted, pages do not fit each other: then all
   * are asked for once more.
   */
  void all(String type, Consumer<Obj> rows) {
    String query = query(type);
    for (int i = 0; i < TRIES; i++) {
      List<Obj> whole = whole(query);
      if (whole != null) {
        whole.forEach(rows);
        return;
      }
    }
    throw new IllegalStateException(
        "the answer is not whole: what it lists changed each time between two pages");
  }

  /** All rows; null where pages do not fit each other. */
  private @Nullable List<Obj> whole(String query) {
    List<Obj> rows = new ArrayList<>();
    Set<Value> tokens = new HashSet<>();
    Value token = Value.NULL;
    long total = -1;
    do {
      Obj page = rest.post(PATH, body(query, token));
      if (!(page.get("data") instanceof Sequence data)
          || !(page.get("totalRecords") instanceof Value.Int said)) {
        throw new IllegalStateException("the answer is not whole: no data stands in it");
      }
      if (total >= 0 && total != said.value()) {
        return null;
      }
      total = said.value();
      data.items().forEach(row -> rows.add((Obj) row));
      token = page.get("$skipToken");
      if (!tokens.add(token)) {
        throw new IllegalStateException("the answer is not whole: its pages go in a circle");
      }
      if (token instanceof Value.Null) {
        requireAll(rows.size(), total, page);
      }
    } while (!(token instanceof Value.Null));
    return rows;
  }

  private static void requireAll(long read, long total, Obj last) {
    if (read < total) {
      throw new IllegalStateException("Truncated: " + read + " of " + total + " were answered");
    }
    if (last.get("resultTruncated").equals(Value.text("true"))) {
      throw new IllegalStateException("Truncated: there is more than " + read);
    }
  }

  /** What has no location, or is everywhere, belongs to every site of the subscription. */
  private String query(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    String table =
        lower.startsWith("microsoft.authorization/") ? "authorizationresources" : "resources";
    return table
        + " | where type =~ '"
        + lower
        + "' | where isempty(location) or location in~ ('"
        + location
        + "', 'global') | order by id asc";
  }

  private Obj body(String query, Value token) {
    Map<String, Value> options = new LinkedHashMap<>();
    options.put("$top", Value.whole(PAGE));
    options.put("resultFormat", Value.text("objectArray"));
    if (!(token instanceof Value.Null)) {
      options.put("$skipToken", token);
    }
    return Value.object(
        "subscriptions", Value.texts(List.of(subscription)),
        "query", Value.text(query),
        "options", new Obj(options));
  }
}
