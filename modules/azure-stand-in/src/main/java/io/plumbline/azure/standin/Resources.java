package io.plumbline.azure.standin;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Resources by their ids, and lists of them by their type. */
final class Resources {
  private final World world;
  private final Faults faults;
  private final Stacks stacks;
  private final LongRunning longRunning;
  private final int pageSize;

  Resources(World world, Faults faults, Stacks stacks, LongRunning longRunning, int pageSize) {
    this.world = world;
    this.faults = faults;
    this.stacks = stacks;
    this.longRunning = longRunning;
    this.pageSize = pageSize;
  }

  Answer answer(Request request) {
    ResourceId id = ResourceId.parse(request.path());
    return id == null ? list(request) : one(request, id);
  }

  private Answer one(Request request, ResourceId id) {
    Types.require(id.type(), request.version());
    return switch (request.method()) {
      case "GET", "HEAD" -> {
        faults.requireLeave(id, "read");
        requireBlobs(id);
        yield Answer.ok(Hidden.in(world.require(id), request.query().get("$expand")));
      }
      case "PUT" -> {
        faults.requireLeave(id, "write");
        requireNotDenied(id, "write");
        int status = world.find(id) == null ? 201 : 200;
        yield new Answer(status, world.put(id, request.version(), request.body()), Map.of());
      }
      case "PATCH" -> {
        faults.requireLeave(id, "write");
        requireNotDenied(id, "write");
        Value patched = Docs.merge(writable(id, world.require(id)), request.body());
        yield Answer.ok(world.put(id, request.version(), (Obj) patched));
      }
      case "DELETE" -> {
        if (world.find(id) == null) {
          yield new Answer(204, null, Map.of());
        }
        requireNotDenied(id, "delete");
        yield longRunning.outcome(
            request,
            () -> {
              new Deletion(world, faults).one(id);
              return Obj.EMPTY;
            });
      }
      default -> throw Paths.notAllowed(request);
    };
  }

  /**
   * What stands at a location, of all types, with the time of its last change where that is asked
   * for; what may not be read is left out. Source: REST reference, Resources - List.
   */
  Answer all(Request request) {
    Types.require(ResourceId.GROUP, request.version());
    boolean times = request.query().getOrDefault("$expand", "").contains("changedTime");
    List<Obj> found = new ArrayList<>();
    for (Obj each : world.all()) {
      String type = String.valueOf(Docs.text(each, "type"));
      boolean top = type.indexOf('/') == type.lastIndexOf('/');
      if (top
          && each.has("location")
          && !type.equals(ResourceId.GROUP)
          && !faults.isDenied(Faults.action(type, "read"))) {
        Map<String, Value> row = new LinkedHashMap<>();
        for (String member : List.of("id", "name", "type", "location", "tags", "sku", "kind")) {
          if (each.has(member)) {
            row.put(member, each.get(member));
          }
        }
        if (times) {
          row.put("changedTime", Value.text(world.changed(each).toString()));
        }
        found.add(new Obj(row));
      }
    }
    return page(request, found);
  }

  private void requireNotDenied(ResourceId id, String verb) {
    Refusal denial = stacks.denial(id, verb);
    if (denial != null) {
      throw denial;
    }
  }

  /**
   * An account for files alone has no service of blobs. Source: Azure/PSRule.Rules.Azure issue 464;
   * read 2026-11.
   */
  private void requireBlobs(ResourceId id) {
    String type = id.type().toLowerCase(Locale.ROOT);
    if (!type.startsWith("microsoft.storage/storageaccounts/blobservices")) {
      return;
    }
    ResourceId account =
        new ResourceId(id.scope(), "Microsoft.Storage/storageAccounts", List.of(id.names().get(0)));
    Obj there = world.find(account);
    if (there != null && "FileStorage".equalsIgnoreCase(Docs.text(there, "kind"))) {
      throw new Refusal(
          409, "FeatureNotSupportedForAccount", "Blob is not supported for the account.");
    }
  }

  /** Without what nobody may set; a PATCH changes the rest. */
  private static Obj writable(ResourceId id, Obj document) {
    Obj properties = Docs.object(document, "properties");
    for (String each : Docs.object(Computed.fill(id, Obj.EMPTY), "properties").members().keySet()) {
      properties = Docs.without(properties, each);
    }
    return Docs.with(Docs.without(document, "etag"), "properties", properties);
  }

  /** {@code …/providers/Microsoft.Network/virtualNetworks}, or children of one resource. */
  private Answer list(Request request) {
    if (!request.is("GET")) {
      throw Paths.notAllowed(request);
    }
    String path = request.path();
    int at = Paths.indexOf(path, "/providers/");
    String scope = at < 0 ? path.substring(0, path.lastIndexOf('/')) : path.substring(0, at);
    ResourceId pattern = ResourceId.parse(path + "/any");
    if (pattern == null) {
      throw Refusal.notFound(path);
    }
    Types.require(pattern.type(), request.version());
    faults.requireLeave(pattern, "read");
    requireBlobs(pattern);
    List<Obj> found = new ArrayList<>();
    if (Types.isEmbedded(pattern)) {
      ResourceId parent = pattern.parent();
      if (parent != null) {
        Docs.items(world.require(parent), "properties." + pattern.collection())
            .forEach(each -> found.add((Obj) each));
      }
    } else {
      String start = (pattern.parent() == null ? scope : String.valueOf(pattern.parent())) + "/";
      for (Obj each : world.all()) {
        String id = String.valueOf(Docs.text(each, "id")).toLowerCase(Locale.ROOT);
        if (id.startsWith(start.toLowerCase(Locale.ROOT))
            && pattern.type().equalsIgnoreCase(Docs.text(each, "type"))) {
          found.add(each);
        }
      }
    }
    return page(request, found);
  }

  private Answer page(Request request, List<Obj> found) {
    int from = Integer.parseInt(request.query().getOrDefault("$skiptoken", "0"));
    String top = request.query().get("$top");
    int to = Math.min(found.size(), from + (top == null ? pageSize : Integer.parseInt(top)));
    Map<String, Value> page = new LinkedHashMap<>();
    page.put(
        "value",
        Value.list(found.subList(from, to).stream().map(each -> Hidden.in(each, null)).toList()));
    if (to < found.size()) {
      String expand = request.query().get("$expand");
      page.put(
          "nextLink",
          Value.text(
              request.base()
                  + request.path()
                  + "?api-version="
                  + request.version()
                  + (expand == null ? "" : "&$expand=" + expand)
                  + (top == null ? "" : "&$top=" + top)
                  + "&$skiptoken="
                  + to));
    }
    return Answer.ok(new Obj(page));
  }
}
