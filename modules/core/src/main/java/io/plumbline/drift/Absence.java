package io.plumbline.drift;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.References;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells, of a resource that was not found, whether it is missing or could not be looked for. */
final class Absence {
  private final LiveThings things;
  private final ResourceGraph desired;
  private final Matches matches;
  private final Doubts doubts;
  private final Map<String, Optional<String>> reasons = new HashMap<>();

  Absence(LiveThings things, Doubts doubts, ResourceGraph desired, Matches matches) {
    this.things = things;
    this.doubts = doubts;
    this.desired = desired;
    this.matches = matches;
  }

  /** Why it cannot be said whether it is there; null where it is certainly not, or is. */
  @Nullable String reason(String address) {
    Optional<String> known = reasons.get(address);
    if (known == null) {
      reasons.put(address, Optional.empty()); // ends a circle of references
      known = Optional.ofNullable(find(desired.find(address)));
      reasons.put(address, known);
    }
    return known.orElse(null);
  }

  private @Nullable String find(@Nullable Resource resource) {
    if (resource == null || matches.at(resource.address()) != null) {
      return null;
    }
    String ambiguity = matches.ambiguity(resource.address());
    if (ambiguity != null) {
      return ambiguity;
    }
    ResourceKind kind = resource.kind();
    if (!kind.reads().containsKey("")) {
      return "nothing reads things of kind " + kind;
    }
    String attribute = LiveThings.main(kind).key();
    String key = attribute == null ? Readings.ALL : Recognition.key(resource, attribute, matches);
    String unread = key == null ? null : things.unread(kind, key);
    if (unread != null) {
      return unread;
    }
    Doubts.Doubt doubt = doubts.about(resource, matches);
    String unsettled = doubt == null ? null : things.unsettled(doubt);
    if (unsettled != null) {
      return unsettled + ", when asked again";
    }
    if (key == null && !resource.isOurs()) {
      return "things of kind " + kind + " are read by " + attribute + ", not by tag";
    }
    String garbled =
        things.rows(kind).stream()
            .map(LiveRow::unclear)
            .filter(reason -> reason != null)
            .findFirst()
            .orElse(null);
    return garbled == null ? parentsReason(resource) : Assembly.unrecognised(garbled);
  }

  /** What is recognised by its parents cannot be looked for while one of them is not known. */
  private @Nullable String parentsReason(Resource resource) {
    Set<String> parents = new LinkedHashSet<>();
    for (String name : recognisedBy(resource.kind())) {
      References.forEach(
          resource.attributes().get(name), reference -> parents.add(reference.resource()));
    }
    for (String parent : parents) {
      String reason = reason(parent);
      if (reason != null) {
        return parent + " is not known: " + reason;
      }
    }
    return null;
  }

  /** Attributes that must be known to look for one of the kind. */
  static Set<String> recognisedBy(ResourceKind kind) {
    Set<String> names = new LinkedHashSet<>(kind.naturalKey());
    Read main = kind.reads().get("");
    if (main != null && main.key() != null) {
      names.add(main.key());
    }
    if (main != null && main.sought() != null) {
      names.add(main.sought());
    }
    return names;
  }
}
