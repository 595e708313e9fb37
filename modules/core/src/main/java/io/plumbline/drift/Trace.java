package io.plumbline.drift;

import io.plumbline.graph.Resource;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By what an audit log would name the thing that a finding is about: an id or a name of its own, or
 * all that tells it from its siblings. What it stands in is not enough: that is named by much else.
 */
record Trace(Finding finding, ResourceKind kind, Set<String> names, Set<String> key) {

  static Trace of(Finding finding, ResourceKind kind, TargetDrift drift) {
    Subject subject = finding.subject();
    String address = subject.address();
    Set<String> names = new LinkedHashSet<>();
    if (subject.liveId() != null) {
      names.add(subject.liveId());
    } else if (address != null && drift.expectation().liveIds().get(address) != null) {
      names.add(drift.expectation().liveIds().get(address));
    }
    Obj attributes = attributes(finding, drift);
    if (kind.name() != null) {
      scalars(attributes.get(kind.name()), names);
    }
    Set<String> key = new LinkedHashSet<>();
    kind.naturalKey().forEach(each -> scalars(attributes.get(each), key));
    return new Trace(finding, kind, names, key);
  }

  private static Obj attributes(Finding finding, TargetDrift drift) {
    Subject subject = finding.subject();
    if (finding instanceof Finding.Unmanaged unmanaged) {
      return unmanaged.observed();
    }
    if (finding instanceof Finding.Duplicate || subject.address() == null) {
      return Obj.EMPTY; // its live id is its own; names it may share with the first one
    }
    @Nullable Resource wanted =
        drift.expectation().graph().resources().stream()
            .filter(each -> each.address().equals(subject.address()))
            .findFirst()
            .orElse(null);
    return wanted == null
            || !(new Links(drift.observation()).resolve(wanted.attributes()).value()
                instanceof Obj all)
        ? Obj.EMPTY
        : all;
  }

  /** All plain values in it. */
  private static void scalars(Value value, Set<String> found) {
    if (value instanceof Obj object) {
      object.members().values().forEach(each -> scalars(each, found));
    } else if (value instanceof Value.Sequence list) {
      list.items().forEach(each -> scalars(each, found));
    } else {
      String text = Meaning.scalar(value);
      if (text != null) {
        found.add(text);
      }
    }
  }

  /** What a log can be asked for, the likeliest first. */
  List<String> questions() {
    List<String> all = new ArrayList<>(names);
    all.addAll(key.stream().limit(1).toList());
    return all.stream().distinct().toList();
  }

  /** Whether something with these names is this thing. */
  boolean isIn(Set<String> named) {
    return names.stream().anyMatch(named::contains) || (key.size() > 1 && named.containsAll(key));
  }
}
