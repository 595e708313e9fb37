package io.plumbline.cloudformation;

import io.plumbline.graph.Folding;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Egress rules to addresses stand in their group: a group without any of its own is opened to the
 * whole world by CloudFormation. Rules to other groups stay by themselves, since groups may refer
 * to each other in a circle.
 */
final class FoldedEgress implements Folding.Rule {
  static final String LISTED = "inlineEgress";

  private static final String KIND = "security-group-egress-rule";
  private static final String GROUP = "groupId";

  /** The group says whose rule it is, and CloudFormation does not tag rules. */
  private static final Set<String> UNSAID = Set.of(GROUP, "tags");

  @Override
  public @Nullable String host(Resource part, ResourceGraph graph) {
    boolean foldable =
        part.isOurs()
            && part.kind().id().equals(KIND)
            && part.raw().isEmpty()
            && !part.attributes().has("referencedGroupId");
    if (!foldable || !(part.attributes().get(GROUP) instanceof Value.Ref group)) {
      return null;
    }
    Resource host = graph.find(group.resource());
    return host != null && host.isOurs() ? host.address() : null;
  }

  @Override
  public String listed() {
    return LISTED;
  }

  @Override
  public Value item(Resource part) {
    return only(part, name -> !UNSAID.contains(name));
  }

  @Override
  public Value.Obj attributes(Value item) {
    return (Value.Obj) item;
  }

  @Override
  public Value.Obj unsaid(Resource part) {
    return only(part, UNSAID::contains);
  }

  private static Value.Obj only(Resource part, Predicate<String> chosen) {
    Map<String, Value> members = new LinkedHashMap<>();
    part.attributes()
        .members()
        .forEach(
            (name, value) -> {
              if (chosen.test(name)) {
                members.put(name, value);
              }
            });
    return new Value.Obj(members);
  }
}
