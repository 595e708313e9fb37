package io.plumbline.aws.lower;

import io.plumbline.graph.IdentityTags;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the resources of one component: each has an address, a live name and identity tags that
 * follow from the component's id and the part it plays. The main part is {@code ""}, and its
 * address is the component's id.
 */
final class Parts {
  /** AWS takes 256 characters as the value of a tag; one is left, as everywhere else here. */
  private static final int TAG_VALUE = 255;

  private final Target target;
  private final Component component;

  Parts(Target target, Component component) {
    this.target = target;
    this.component = component;
  }

  /** Where a part stands in the graph: {@code trainers/template}. */
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

  /**
   * The live name of a part, of at most {@code limit} characters: the one that it had before it was
   * renamed.
   */
  String name(String part, int limit) {
    String formerly = formerly(part);
    String address = formerly == null ? address(part) : formerly;
    return LiveName.of(target.environment(), target.stack(), address, limit);
  }

  /** The live name as an attribute. */
  Value nameValue(String part, int limit) {
    return Value.text(name(part, limit));
  }

  /** The tags by which the resource is recognised, and its live name for people. */
  Value.Obj tags(String part) {
    return identityTags(part, address(part));
  }

  /**
   * The same for what AWS makes of the component and is no resource of the graph: nodes and their
   * disks. They keep the id that the component had before it was renamed: with another one, its
   * template would have a new version, and every node run an old one.
   */
  Value.Obj tagsOfInstances() {
    String formerly = formerly("");
    return identityTags("", formerly == null ? component.id() : formerly);
  }

  private Value.Obj identityTags(String part, String id) {
    Map<String, Value> tags = new LinkedHashMap<>();
    tags.put("Name", nameValue(part, TAG_VALUE));
    tags.putAll(IdentityTags.of(target.environment(), target.stack(), id));
    target.site().tags(target.stack()).forEach((key, value) -> tags.put(key, Value.text(value)));
    return new Value.Obj(tags);
  }

  /** A resource of ours. */
  Resource make(String part, ResourceKind kind, Value.Obj attributes) {
    return make(part, part, kind, attributes);
  }

  /**
   * A resource of ours whose part was called otherwise before something that it is named after was
   * renamed.
   */
  Resource make(String part, String formerPart, ResourceKind kind, Value.Obj attributes) {
    String former = formerly(formerPart);
    String earlier = former == null ? address(formerPart) : former;
    return Resource.of(address(part), kind, attributes, component.source())
        .withFormerly(earlier.equals(address(part)) ? null : earlier)
        .withRaw(raw(part));
  }

  /** Something that is there already. */
  Resource existing(String part, ResourceKind kind, Lookup lookup) {
    return Resource.existing(address(part), kind, lookup, component.source());
  }

  private List<Raw> raw(String part) {
    return component.identity().raw().stream()
        .filter(r -> r.part().equals(part))
        .map(r -> new Raw(r.dialect(), r.path(), r.value(), r.because()))
        .toList();
  }
}
