package io.plumbline.azure.lower;

import io.plumbline.graph.LiveName;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Raw;
import io.plumbline.graph.Resource;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Component;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the resources of one component: each has an address, a live name, a place and identity tags
 * that follow from the component's id and the part it plays. The main part is {@code ""}, and its
 * address is the component's id.
 */
final class Parts {
  private final Place place;
  private final Component component;

  Parts(Place place, Component component) {
    this.place = place;
    this.component = component;
  }

  /** Where a part stands in the graph: {@code trainers/scale-set}. */
  static String address(Component component, String part) {
    return address(component.id(), part);
  }

  String address(String part) {
    return address(component.id(), part);
  }

  /** The id of another part of the same component. */
  Value id(String part) {
    return Value.ref(address(part), "id");
  }

  private static String address(String id, String part) {
    return part.isEmpty() ? id : id + "/" + part;
  }

  private @Nullable String formerly(String part) {
    String id = component.identity().formerly();
    return id == null ? null : address(id, part);
  }

  /** The live name of a part: the one that it had before it was renamed. */
  String name(String part, int limit) {
    String formerly = formerly(part);
    String address = formerly == null ? address(part) : formerly;
    Target target = place.target();
    return LiveName.of(target.environment(), target.stack(), address, limit);
  }

  /**
   * What the component is called inside another thing that takes few letters and digits: its own
   * id, or the beginning of it and a number that follows from all of it.
   */
  String shortName(int limit) {
    String formerly = component.identity().formerly();
    String id = formerly == null ? component.id() : formerly;
    if (id.length() <= limit && id.matches("[a-z][a-z0-9]*")) {
      return id;
    }
    String plain = id.replaceAll("[^a-z0-9]", "").replaceFirst("^[0-9]+", "");
    String hash = String.format(Locale.ROOT, "%08x", id.hashCode());
    String start = plain.isEmpty() ? "p" : plain;
    return start.substring(0, Math.min(start.length(), limit - hash.length())) + hash;
  }

  /** The live name of a part, of letters and digits, that nobody else in the world has. */
  String sharedName(String part, int limit) {
    String formerly = formerly(part);
    Target target = place.target();
    return LiveName.shared(
        place.subscription(),
        target.environment(),
        target.stack(),
        formerly == null ? address(part) : formerly,
        limit);
  }

  /** A resource with a place and tags of its own. */
  Resource make(String part, ResourceKind kind, int limit, Value.Obj attributes) {
    Map<String, Value> all = new LinkedHashMap<>();
    all.put("name", Value.text(name(part, limit)));
    all.put("location", Value.text(place.location()));
    all.put("resourceGroup", place.group());
    all.putAll(attributes.members());
    all.put("tags", place.tags(address(part)));
    return make(part, kind, new Value.Obj(all));
  }

  /** What stands in another, by the name that it has there. */
  Resource child(String part, ResourceKind kind, String name, Value.Obj attributes) {
    Map<String, Value> all = new LinkedHashMap<>();
    all.put("name", Value.text(name));
    all.put("resourceGroup", place.group());
    all.putAll(attributes.members());
    return make(part, kind, new Value.Obj(all));
  }

  /** A resource of which all is said. */
  Resource make(String part, ResourceKind kind, Value.Obj attributes) {
    return Resource.of(address(part), kind, attributes, component.source())
        .withFormerly(formerly(part))
        .withRaw(raw(part));
  }

  /** Something that is there already. */
  Resource existing(String part, ResourceKind kind, Lookup lookup) {
    return Resource.existing(address(part), kind, lookup, component.source());
  }

  Value.Obj tags(String part) {
    return place.tags(address(part));
  }

  Place place() {
    return place;
  }

  private List<Raw> raw(String part) {
    return component.identity().raw().stream()
        .filter(r -> r.part().equals(part))
        .map(r -> new Raw(r.dialect(), r.path(), r.value(), r.because()))
        .toList();
  }
}
