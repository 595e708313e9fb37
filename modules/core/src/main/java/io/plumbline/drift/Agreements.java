package io.plumbline.drift;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Lens;
import io.plumbline.kind.Maker.Agreement;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Holds what a resource made against what the resource says: nodes that still run an old version of
 * their template, or are of another type. All that breach one agreement make one difference of the
 * maker, since one thing mends them.
 */
final class Agreements {
  private final ResourceGraph desired;
  private final Links links;

  Agreements(ResourceGraph desired, Links links) {
    this.desired = desired;
    this.links = links;
  }

  List<Difference> differences(Resource maker, List<Made> made) {
    Map<Agreement, List<Value>> breaches = new LinkedHashMap<>();
    for (Made each : made) {
      for (Agreement agreement : Objects.requireNonNull(each.kind().maker()).agreements()) {
        Value observed = at(each.attributes(), agreement.path());
        if (isBreached(agreement, observed, maker)) {
          breaches.computeIfAbsent(agreement, a -> new ArrayList<>()).add(told(each, observed));
          break;
        }
      }
    }
    List<Difference> differences = new ArrayList<>();
    breaches.forEach(
        (agreement, things) -> {
          List<Value> wanted = said(agreement, maker);
          Value one = wanted.size() == 1 ? wanted.get(0) : Value.list(wanted);
          differences.add(
              new Difference.Changed(
                  agreement.name(),
                  one,
                  links.resolve(one).value(),
                  Value.list(things),
                  true,
                  false));
        });
    return differences;
  }

  /** What is not known on either side breaches nothing. */
  private boolean isBreached(Agreement agreement, Value observed, Resource maker) {
    String there = Meaning.scalar(observed);
    List<String> wanted = new ArrayList<>();
    for (Value value : said(agreement, maker)) {
      Links.Resolved known = links.resolve(value);
      String scalar = Meaning.scalar(known.value());
      if (scalar == null || known.missing() != null || known.unclear() != null) {
        return false;
      }
      wanted.add(scalar);
    }
    return there != null && !wanted.isEmpty() && !wanted.contains(there);
  }

  /** Which it is, what is amiss, and what else is known of it. */
  private static Value told(Made made, Value observed) {
    Map<String, Value> members = new LinkedHashMap<>();
    members.put("id", Value.text(made.liveId()));
    members.put("is", observed);
    made.attributes()
        .members()
        .forEach(
            (name, value) -> {
              if (!(value instanceof Obj) && !(value instanceof Sequence)) {
                members.put(name, value);
              }
            });
    return new Obj(members);
  }

  /** The maker's values, with references as they are: a later step wants to know what they mean. */
  private List<Value> said(Agreement agreement, Resource maker) {
    List<Value> said = new ArrayList<>();
    for (String trail : agreement.trails()) {
      follow(List.of(trail.split(">", -1)), maker, said);
    }
    return said;
  }

  private void follow(List<String> trail, Resource resource, List<Value> said) {
    List<Value> found = new ArrayList<>();
    collect(resource.attributes(), List.of(trail.get(0).split("/", -1)), found);
    for (Value value : found) {
      if (trail.size() == 1) {
        said.add(value);
      } else if (value instanceof Value.Ref ref && desired.find(ref.resource()) != null) {
        follow(trail.subList(1, trail.size()), desired.get(ref.resource()), said);
      }
    }
  }

  private static void collect(Value at, List<String> path, List<Value> found) {
    if (at instanceof Sequence sequence) {
      sequence.items().forEach(item -> collect(item, path, found));
    } else if (path.isEmpty()) {
      if (!Meaning.isNothing(at)) {
        found.add(at);
      }
    } else if (at instanceof Obj object) {
      collect(object.get(path.get(0)), path.subList(1, path.size()), found);
    }
  }

  private static Value at(Obj attributes, String path) {
    return Lens.find(attributes, List.of(path.split("/", -1)));
  }
}
