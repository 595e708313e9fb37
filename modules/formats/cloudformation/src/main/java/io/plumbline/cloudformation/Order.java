package io.plumbline.cloudformation;

import io.plumbline.graph.Resource;
import io.plumbline.kind.Document;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What must be there first and is not referred to: what the design says, and the further documents
 * of what is referred to. Over the border of a stack one can only wait for a whole nested stack.
 */
final class Order {
  private final Split split;

  Order(Split split) {
    this.split = split;
  }

  /** A document that is waited for. */
  private record Point(String address, Document document) {}

  /** The logical ids that a document of a resource waits for, in its own stack. */
  List<String> of(Resource resource, Document document, Value.Obj body) {
    int stack = split.placement().of(resource.address());
    Set<String> ids = new LinkedHashSet<>();
    for (Point point : before(resource, document, body)) {
      int owner = split.placement().of(point.address());
      if (owner == stack) {
        ids.add(logicalId(point));
      } else if (stack == Placement.ROOT && !refersInto(owner, body)) {
        ids.add(NestedStack.logicalId(owner));
      }
    }
    return List.copyOf(ids);
  }

  /** The logical ids in root that a nested stack waits for. */
  List<String> of(int nested) {
    Set<String> ids = new LinkedHashSet<>();
    TreeSet<Integer> others = new TreeSet<>();
    for (Resource resource : split.resources(nested)) {
      split
          .documents(resource.address())
          .forEach(
              (document, body) -> {
                for (Point point : before(resource, document, body)) {
                  int owner = split.placement().of(point.address());
                  if (owner == Placement.ROOT) {
                    ids.add(logicalId(point));
                  } else if (owner != nested) {
                    others.add(owner);
                  }
                }
              });
    }
    others.forEach(owner -> ids.add(NestedStack.logicalId(owner)));
    // What is passed as a parameter is waited for anyway.
    for (Value.Ref ref : split.taken(nested).values()) {
      Resource target = split.graph().get(ref.resource());
      int owner = split.placement().of(ref.resource());
      ids.remove(owner == Placement.ROOT ? LogicalId.of(target) : NestedStack.logicalId(owner));
    }
    return List.copyOf(ids);
  }

  private String logicalId(Point point) {
    return Template.logicalId(split.graph().get(point.address()), point.document());
  }

  private boolean refersInto(int owner, Value.Obj body) {
    Set<Integer> owners = new LinkedHashSet<>();
    References.forEach(body, ref -> owners.add(split.placement().of(ref.resource())));
    return owners.contains(owner);
  }

  private Set<Point> before(Resource resource, Document document, Value.Obj body) {
    Set<String> referred = new LinkedHashSet<>();
    References.forEach(body, ref -> referred.add(ref.resource()));
    Set<Point> first = new LinkedHashSet<>();
    if (document.name().isEmpty()) {
      resource.after().stream().filter(address -> !referred.contains(address)).forEach(main(first));
      resource.after().forEach(further(resource, first));
    }
    referred.forEach(further(resource, first));
    return first;
  }

  private Consumer<String> main(Set<Point> points) {
    return address ->
        split.documents(address).keySet().stream()
            .filter(document -> document.name().isEmpty())
            .forEach(document -> points.add(new Point(address, document)));
  }

  private Consumer<String> further(Resource self, Set<Point> points) {
    return address -> {
      for (Document document : split.documents(address).keySet()) {
        if (!document.name().isEmpty() && !address.equals(self.address())) {
          points.add(new Point(address, document));
        }
      }
    };
  }
}
