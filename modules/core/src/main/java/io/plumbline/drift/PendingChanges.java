package io.plumbline.drift;

import io.plumbline.drift.DriftReport.Pending;
import io.plumbline.graph.Raw;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Attribute;
import io.plumbline.model.Target;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the Java of today would change of what was released. A renamed resource is the same one. */
final class PendingChanges {
  private final Target target;
  private final ResourceGraph today;
  private final Map<String, String> renamed = new LinkedHashMap<>();
  private final List<Pending> changes = new ArrayList<>();

  private PendingChanges(Target target, ResourceGraph released, ResourceGraph today) {
    this.target = target;
    this.today = today;
    for (Resource resource : today.resources()) {
      String before = resource.formerly();
      boolean moved = before != null && released.find(resource.address()) == null;
      if (before != null && moved && released.find(before) != null) {
        renamed.put(before, resource.address());
      }
    }
  }

  static List<Pending> between(Target target, ResourceGraph released, ResourceGraph today) {
    PendingChanges pending = new PendingChanges(target, released, today);
    Set<String> known = new LinkedHashSet<>();
    for (Resource before : released.resources()) {
      String address = pending.renamed.getOrDefault(before.address(), before.address());
      known.add(address);
      pending.compare(before, today.find(address));
    }
    for (Resource resource : today.resources()) {
      if (!known.contains(resource.address())) {
        pending.add(resource, Pending.Change.ADDED, null);
      }
    }
    return pending.changes;
  }

  private void compare(Resource before, @Nullable Resource after) {
    if (after == null) {
      add(before, Pending.Change.REMOVED, null);
      return;
    }
    for (Attribute attribute : after.kind().shape().attributes()) {
      String name = attribute.name();
      Value was = References.replace(before.attributes().get(name), this::renamed);
      Value now = after.attributes().get(name);
      boolean sameBand = Objects.equals(before.bands().get(name), after.bands().get(name));
      if (sameBand && isLeftToOthers(before, name)) {
        continue;
      }
      if (!sameBand || !means(attribute, was, now)) {
        add(after, Pending.Change.CHANGED, name);
      }
    }
    if (!before.raw().equals(after.raw())) {
      Set<Raw> differing = new LinkedHashSet<>(after.raw());
      differing.addAll(before.raw());
      differing.removeIf(raw -> before.raw().contains(raw) && after.raw().contains(raw));
      differing.stream()
          .map(raw -> raw.dialect().id() + ":" + raw.path())
          .distinct()
          .forEach(path -> add(after, Pending.Change.CHANGED, path));
    }
    if (!Objects.equals(before.existing(), after.existing())) {
      add(after, Pending.Change.CHANGED, "existing");
    }
  }

  /** Nearly everything is as it was, to the letter. */
  private static boolean means(Attribute attribute, Value was, Value now) {
    return was.equals(now)
        || Meaning.of(attribute.shape(), was).equals(Meaning.of(attribute.shape(), now));
  }

  /** A value in a band that the release did not say any more: no deploy would. */
  private static boolean isLeftToOthers(Resource before, String name) {
    return before.bands().containsKey(name) && before.attributes().get(name) instanceof Value.Null;
  }

  private Value renamed(Value.Ref ref) {
    String address = renamed.get(ref.resource());
    return address != null && today.find(address) != null ? Value.ref(address, ref.output()) : ref;
  }

  private void add(Resource resource, Pending.Change change, @Nullable String attribute) {
    changes.add(
        new Pending(
            target.stack(),
            target.site().name(),
            resource.address(),
            resource.kind().id(),
            change,
            attribute,
            resource.source()));
  }
}
