package io.plumbline.cloudformation;

import io.plumbline.graph.Resource;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds nested stacks that would need each other, or would need something in root that needs them:
 * CloudFormation makes one whole stack after the other. New things are placed so that it does not
 * come to this; what stands and gets a new reference may.
 */
final class Circles {
  private final Split split;
  private final Order order;
  private final Map<String, Set<String>> needs = new LinkedHashMap<>();
  private final Map<String, String> words = new LinkedHashMap<>();

  Circles(Split split) {
    this.split = split;
    this.order = new Order(split);
  }

  /** Each circle, in words. */
  List<String> find() {
    if (split.placement().nested().isEmpty()) {
      return List.of();
    }
    split.resources(Placement.ROOT).forEach(this::addOfRoot);
    split.placement().nested().forEach(this::addNested);
    return Knots.of(needs).stream()
        .filter(knot -> knot.size() > 1)
        .map(knot -> String.join(", ", knot.stream().map(words::get).distinct().sorted().toList()))
        .map(circle -> circle + " in a circle")
        .toList();
  }

  private void addOfRoot(Resource resource) {
    split
        .documents(resource.address())
        .forEach(
            (document, body) -> {
              Set<String> needed = new LinkedHashSet<>(order.of(resource, document, body));
              References.forEach(body, ref -> needed.add(owner(ref)));
              add(Template.logicalId(resource, document), resource.address(), needed);
            });
  }

  private void addNested(int stack) {
    Set<String> needed = new LinkedHashSet<>(order.of(stack));
    split.taken(stack).values().forEach(ref -> needed.add(owner(ref)));
    add(NestedStack.logicalId(stack), "nested stack " + stack, needed);
  }

  private void add(String logicalId, String inWords, Set<String> needed) {
    needed.remove(logicalId);
    needs.put(logicalId, needed);
    words.put(logicalId, inWords);
  }

  /** What gives the value, as root names it. */
  private String owner(Value.Ref ref) {
    int stack = split.placement().of(ref.resource());
    return stack == Placement.ROOT
        ? LogicalId.of(split.graph().get(ref.resource()))
        : NestedStack.logicalId(stack);
  }
}
