package io.plumbline.azure.standin;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The resources that stand in one subscription, as documents. Safe for several threads. */
final class World {
  /** Members that a body does not set, or that say where it goes. */
  private static final Set<String> ENVELOPE = Set.of("id", "name", "type", "apiVersion", "etag");

  private final Map<String, Obj> resources = new TreeMap<>();
  private final Map<String, Instant> changed = new HashMap<>();
  private final boolean real;

  World() {
    this(true);
  }

  private World(boolean real) {
    this.real = real;
  }

  /**
   * What is done there is not done here. Nor is it known there what a resource's own service would
   * refuse to change in place: Resource Manager foresees without asking it.
   */
  synchronized World trial() {
    World copy = new World(false);
    copy.resources.putAll(resources);
    return copy;
  }

  synchronized @Nullable Obj find(ResourceId id) {
    ResourceId parent = id.parent();
    if (SiteConfig.is(id) && parent != null) {
      return SiteConfig.of(id, find(parent));
    }
    if (parent == null || !Types.isEmbedded(id)) {
      return resources.get(id.key());
    }
    Obj holder = find(parent);
    return holder == null ? null : Embedding.find(holder, id);
  }

  synchronized Obj require(ResourceId id) {
    Obj found = find(id);
    if (found == null) {
      throw Refusal.notFound(id.toString());
    }
    return found;
  }

  /** When one was last changed by its own id; whether a child's deed counts is not known. */
  synchronized Instant changed(Obj document) {
    String id = String.valueOf(Docs.text(document, "id")).toLowerCase(Locale.ROOT);
    return changed.getOrDefault(id, Instant.EPOCH);
  }

  /** Time goes by. */
  synchronized void pass(Duration time) {
    changed.replaceAll((id, when) -> when.minus(time));
  }

  private void keep(ResourceId id, Obj document) {
    resources.put(id.key(), document);
    changed.put(id.key(), Instant.now());
  }

  /** All, in the order of their ids. */
  synchronized List<Obj> all() {
    return List.copyOf(resources.values());
  }

  /** Makes it so, if Azure would. */
  synchronized Obj put(ResourceId id, @Nullable String version, Obj body) {
    Obj after = preview(id, version, body, true);
    Obj before = find(id);
    if (real && before != null && Types.isMadeOnce(id)) {
      return before;
    }
    ResourceId parent = id.parent();
    if (parent != null && Types.isEmbedded(id)) {
      resources.put(parent.key(), Embedding.with(require(parent), id, after));
    } else {
      keep(id, after);
    }
    return after;
  }

  /**
   * What would stand there after a PUT.
   *
   * @param whole whether everything that it leads to must be there by now
   */
  synchronized Obj preview(ResourceId id, @Nullable String version, Obj body, boolean whole) {
    String type = Types.require(id.type(), version);
    Obj sent = body;
    for (String member : ENVELOPE) {
      sent = Docs.without(sent, member);
    }
    Models.check(type, sent);
    if (Types.isSpec(type)) {
      Limits.requireSpec(sent);
    }
    Obj before = find(id);
    if (Types.hasLocation(id) && !sent.has("location")) {
      throw new Refusal(
          400, "LocationRequired", "The location property is required for '" + id + "'.");
    }
    if (real) {
      Changes.check(id, before, sent);
    }
    if (whole) {
      References.check(this, id, sent);
    }
    return document(new ResourceId(id.scope(), type, id.names()), before, sent);
  }

  /** What is left out of a network's document stays: its subnets. */
  private static Obj document(ResourceId id, @Nullable Obj before, Obj sent) {
    Map<String, Value> members = new LinkedHashMap<>();
    members.put("id", Value.text(id.toString()));
    members.put("name", Value.text(id.name()));
    members.put("type", Value.text(id.type()));
    members.putAll(sent.members());
    members.putIfAbsent("properties", Obj.EMPTY);
    Obj document = new Obj(members);
    if (before != null) {
      document = withCapacity(before, document);
      for (String collection : Types.embedded(id.type())) {
        Obj properties = Docs.object(document, "properties");
        Value old = Docs.at(before, "properties." + collection);
        if (!properties.has(collection) && !(old instanceof Value.Null)) {
          document = Docs.with(document, "properties", Docs.with(properties, collection, old));
        }
      }
    }
    Obj filled = Computed.fill(id, Defaults.fill(id.type(), document));
    return id.type().startsWith("Microsoft.Network/")
        ? Docs.with(filled, "etag", Value.text(Computed.etag(filled.get("properties"))))
        : filled;
  }

  /**
   * A number of machines that is not said is left alone: templates beside an autoscaler rely on it.
   * No page of Azure's was found that says so.
   */
  private static Obj withCapacity(Obj before, Obj document) {
    Value old = Docs.at(before, "sku.capacity");
    return old instanceof Value.Null
        ? document
        : Docs.change(document, "sku.capacity", now -> now instanceof Value.Null ? old : now);
  }

  /** Takes it away with all that stands in it or on it. */
  synchronized void remove(ResourceId id) {
    ResourceId parent = id.parent();
    if (parent != null && Types.isEmbedded(id)) {
      resources.put(parent.key(), Embedding.without(require(parent), id));
      return;
    }
    String key = id.key();
    resources.keySet().removeIf(each -> each.equals(key) || each.startsWith(key + "/"));
  }

  /** Whatever stands in it or on it. */
  synchronized List<Obj> inside(ResourceId id) {
    String start = id.key() + "/";
    List<Obj> inside = new ArrayList<>();
    resources.forEach(
        (key, document) -> {
          if (key.startsWith(start)) {
            inside.add(document);
          }
        });
    return inside;
  }

  /** Somebody's deed, whatever Azure would say to it. */
  synchronized void change(ResourceId id, UnaryOperator<Obj> change) {
    Obj after = change.apply(require(id));
    ResourceId parent = id.parent();
    if (parent != null && Types.isEmbedded(id)) {
      resources.put(parent.key(), Embedding.with(require(parent), id, after));
    } else {
      keep(id, after);
    }
  }

  /** The document as it was. */
  synchronized void restore(ResourceId id, Obj document) {
    keep(id, document);
  }

  /** An id that leads from another resource to this one, or into it; null where none does. */
  synchronized @Nullable String user(ResourceId id) {
    String key = id.key();
    for (Map.Entry<String, Obj> each : resources.entrySet()) {
      boolean within = each.getKey().equals(key) || each.getKey().startsWith(key + "/");
      boolean holder = key.startsWith(each.getKey() + "/");
      if (!within && !holder && leadsTo(each.getValue(), key)) {
        return Docs.text(each.getValue(), "id");
      }
    }
    return null;
  }

  private static boolean leadsTo(Obj document, String key) {
    boolean[] found = {false};
    Docs.texts(
        document.get("properties"),
        "",
        (path, text) -> {
          String lower = text.toLowerCase(Locale.ROOT);
          found[0] |= lower.equals(key) || lower.startsWith(key + "/");
          return Value.text(text);
        });
    return found[0];
  }
}
