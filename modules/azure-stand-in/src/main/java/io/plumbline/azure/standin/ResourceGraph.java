package io.plumbline.azure.standin;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Azure Resource Graph, of the one form of query that Plumbline asks: all of one type at one
 * location, in order. As Azure's, it leaves out without a word what whoever asks may not read,
 * writes types in lower case, and has columns that no document has.
 */
final class ResourceGraph {
  static final String PATH = "/providers/Microsoft.ResourceGraph/resources";

  private static final Pattern QUERY =
      Pattern.compile(
          "(?i)(resources|authorizationresources) \\| where type =~"
              + " '([a-z./]+)'(?: \\| where isempty\\(location\\) or location in~ \\('([a-z0-9]+)',"
              + " 'global'\\))? \\| order by id asc");
  private static final int MOST = 1000;

  /**
   * Children that it knows. Source: learn.microsoft.com/azure/governance/resource-graph, "Azure
   * Resource Graph table and resource type reference", read 2026-11.
   */
  private static final Set<String> CHILDREN =
      Set.of(
          "microsoft.compute/capacityreservationgroups/capacityreservations",
          "microsoft.network/networkwatchers/flowlogs",
          "microsoft.network/privatednszones/virtualnetworklinks");

  private final World world;
  private final Faults faults;
  private @Nullable List<Obj> before;

  ResourceGraph(World world, Faults faults) {
    this.world = world;
    this.faults = faults;
  }

  /** Hears of no change from now on, or of all that it missed. */
  void hold(boolean behind) {
    before = behind ? world.all() : null;
  }

  Answer answer(Request request, boolean loseNext) {
    if (!request.is("POST")) {
      throw Paths.notAllowed(request);
    }
    List<Obj> rows = rows(String.valueOf(Docs.text(request.body(), "query")));
    Obj options = Docs.object(request.body(), "options");
    int top = options.get("$top") instanceof Value.Int most ? (int) most.value() : 100;
    if (top < 1 || top > MOST) {
      throw new Refusal(400, "BadRequest", "$top must be between 1 and 1000.");
    }
    String token = Docs.text(options, "$skipToken");
    int from = token == null ? 0 : Integer.parseInt(token);
    int to = Math.min(rows.size(), from + top);
    Map<String, Value> answer = new LinkedHashMap<>();
    answer.put("totalRecords", Value.whole(rows.size()));
    answer.put("count", Value.whole(to - from));
    answer.put("data", Value.list(rows.subList(from, to)));
    answer.put("facets", Value.list());
    answer.put("resultTruncated", Value.text(loseNext ? "true" : "false"));
    if (to < rows.size() && !loseNext) {
      answer.put("$skipToken", Value.text(Integer.toString(to)));
    }
    return new Answer(
        200,
        new Obj(answer),
        Map.of("x-ms-user-quota-remaining", "15", "x-ms-user-quota-resets-after", "00:00:05"));
  }

  private List<Obj> rows(String query) {
    Matcher known = QUERY.matcher(query);
    if (!known.matches()) {
      throw new Refusal(
          400, "BadRequest", "Please provide below info: the stand-in knows no query " + query);
    }
    String type = known.group(2);
    List<Obj> rows = new ArrayList<>();
    if (faults.isDenied(Faults.action(type, "read")) || !isIn(known.group(1), type)) {
      return rows;
    }
    List<Obj> heard = before;
    for (Obj document : heard == null ? world.all() : heard) {
      String location = Docs.text(document, "location");
      boolean there =
          known.group(3) == null
              || location == null
              || location.equalsIgnoreCase(known.group(3))
              || location.equalsIgnoreCase("global");
      if (type.equalsIgnoreCase(Docs.text(document, "type")) && there) {
        rows.add(row(document, type));
      }
    }
    return rows;
  }

  /** A table has types of its own; of others it has no row, and nobody is told. */
  private static boolean isIn(String table, String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    return switch (table.toLowerCase(Locale.ROOT)) {
      case "authorizationresources" ->
          lower.matches("microsoft\\.authorization/role(assignment|definition)s");
      default ->
          CHILDREN.contains(lower)
              || (lower.indexOf('/') == lower.lastIndexOf('/')
                  && !lower.startsWith("microsoft.authorization/"));
    };
  }

  private static Obj row(Obj document, String type) {
    Map<String, Value> row = new LinkedHashMap<>(Hidden.in(document, null).members());
    String id = String.valueOf(Docs.text(document, "id"));
    String[] parts = id.split("/", -1);
    row.put("type", Value.text(type.toLowerCase(Locale.ROOT)));
    row.put("tenantId", Value.text(Computed.TENANT));
    row.put("subscriptionId", Value.text(parts[2]));
    row.put("resourceGroup", Value.text(parts.length > 4 ? parts[4].toLowerCase(Locale.ROOT) : ""));
    row.remove("etag");
    for (String empty : List.of("kind", "managedBy")) {
      row.putIfAbsent(empty, Value.text(""));
    }
    for (String none : List.of("sku", "plan", "tags", "identity", "zones", "extendedLocation")) {
      row.putIfAbsent(none, Value.NULL);
    }
    return new Obj(row);
  }
}
