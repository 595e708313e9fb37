package io.plumbline.live.azure;

import io.plumbline.azure.client.ArmRest;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Azure Resource Graph: everything of one type in a subscription and at a location, a thousand to
 * the page. Source: learn.microsoft.com/azure/governance/resource-graph, "Working with large data
 * sets": a query that is to be paged is ordered, and its last page has no {@code $skipToken}; read
 * 2026-11.
 */
final class ResourceGraph {
  private static final String PATH =
      "/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01";
  private static final int PAGE = 1000;

  private final ArmRest rest;
  private final String subscription;
  private final String location;

  ResourceGraph(ArmRest rest, String subscription, String location) {
    this.rest = rest;
    this.subscription = subscription;
    this.location = location.toLowerCase(Locale.ROOT).replace(" ", "");
  }

  /** Hands over every row, page by page. */
  void all(String type, Consumer<Obj> rows) {
    String query = query(type);
    Value token = Value.NULL;
    long read = 0;
    do {
      Obj page = rest.post(PATH, body(query, token));
      if (!(page.get("data") instanceof Sequence data)
          || !(page.get("totalRecords") instanceof Value.Int total)) {
        throw new IllegalStateException("the answer is not whole: no data stands in it");
      }
      data.items().forEach(row -> rows.accept((Obj) row));
      read += data.items().size();
      token = page.get("$skipToken");
      boolean last = token instanceof Value.Null;
      if (last && read < total.value()) {
        throw new IllegalStateException(
            "Truncated: " + read + " of " + total.value() + " were answered");
      }
    } while (!(token instanceof Value.Null));
  }

  /** What has no location, or is everywhere, belongs to every site of the subscription. */
  private String query(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    String table =
        lower.startsWith("microsoft.authorization/")
            ? "authorizationresources"
            : lower.matches("microsoft\\.network/(private)?dnszones/.*")
                ? "dnsresources"
                : "resources";
    if (lower.equals("microsoft.resources/resourcegroups")) {
      table = "resourcecontainers";
      lower = "microsoft.resources/subscriptions/resourcegroups";
    }
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
