package io.plumbline.arm;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Attribute;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to go so that some of it can be made anew: Azure replaces nothing by itself. What refers
 * to such a thing lets go of it for that long, where its kind does without; else it goes as well.
 *
 * @param gone addresses of what goes, each after what it needs
 * @param rest what is wanted, without them
 * @param lettingGo by which attributes others let go meanwhile, by address
 */
record Replacement(Set<String> gone, ResourceGraph rest, Map<String, List<String>> lettingGo) {

  /**
   * What to do.
   *
   * @param replaced addresses of what cannot be changed in place
   */
  static Replacement of(ResourceGraph wanted, Collection<String> replaced) {
    Set<String> gone = new LinkedHashSet<>(replaced);
    int before = 0;
    while (gone.size() != before) {
      before = gone.size();
      wanted.resources().stream()
          .filter(each -> each.isOurs() && without(each, gone) == null)
          .forEach(each -> gone.add(each.address()));
    }
    List<Resource> rest = new ArrayList<>();
    Set<String> inOrder = new LinkedHashSet<>();
    Map<String, List<String>> lettingGo = new LinkedHashMap<>();
    for (Resource each : wanted.resources()) {
      Resource left = gone.contains(each.address()) ? null : without(each, gone);
      if (left == null) {
        settle(each, wanted, gone, inOrder);
      } else {
        List<String> parted = parted(each, left);
        if (!parted.isEmpty()) {
          lettingGo.put(each.address(), parted);
        }
        rest.add(left.withAfter(left.after().stream().filter(to -> !gone.contains(to)).toList()));
      }
    }
    return new Replacement(inOrder, new ResourceGraph(rest), lettingGo);
  }

  private static List<String> parted(Resource wanted, Resource left) {
    return wanted.attributes().members().entrySet().stream()
        .filter(each -> !each.getValue().equals(left.attributes().get(each.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void settle(
      Resource resource, ResourceGraph wanted, Set<String> gone, Set<String> inOrder) {
    for (String needed : ResourceGraph.needs(resource)) {
      if (gone.contains(needed) && !inOrder.contains(needed)) {
        settle(wanted.get(needed), wanted, gone, inOrder);
      }
    }
    inOrder.add(resource.address());
  }

  boolean isEmpty() {
    return gone.isEmpty();
  }

  /** A resource that has let go; null where it cannot. */
  private static @Nullable Resource without(Resource resource, Set<String> gone) {
    boolean raw = resource.raw().stream().anyMatch(each -> leads(each.value(), gone));
    if (raw || !leads(resource.attributes(), gone)) {
      return raw ? null : resource;
    }
    Map<String, Value> said = new LinkedHashMap<>(resource.attributes().members());
    for (Map.Entry<String, Value> each : resource.attributes().members().entrySet()) {
      if (leads(each.getValue(), gone)) {
        Attribute attribute = resource.kind().attribute(each.getKey());
        Value left = left(each.getValue(), gone);
        if (attribute == null
            || attribute.byDefault() == null
            || attribute.replacesIn(ArmFormat.ARM)
            || left == null) {
          return null;
        }
        said.put(each.getKey(), left);
      }
    }
    return resource.withAttributes(new Value.Obj(said));
  }

  private static boolean leads(Value value, Set<String> gone) {
    boolean[] leads = {false};
    References.forEach(value, ref -> leads[0] |= gone.contains(ref.resource()));
    return leads[0];
  }

  /** What is left of a reference, or of a list of them; null for anything else. */
  private static @Nullable Value left(Value value, Set<String> gone) {
    if (value instanceof Value.Ref) {
      return Value.NULL;
    }
    if (value instanceof Value.Sequence list
        && list.items().stream()
            .allMatch(item -> item instanceof Value.Ref || !leads(item, gone))) {
      return Value.list(list.items().stream().filter(item -> !leads(item, gone)).toList());
    }
    return null;
  }
}
