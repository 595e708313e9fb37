package io.plumbline.cloudformation;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Targets stand in their rule: CloudFormation has no resource for them. */
final class FoldedTargets implements Folding.Rule {
  private static final String KIND = "event-target";
  private static final String RULE = "rule";

  @Override
  public @Nullable String host(Resource part, ResourceGraph graph) {
    if (!part.isOurs()
        || !part.kind().id().equals(KIND)
        || !(part.attributes().get(RULE) instanceof Value.Ref rule)) {
      return null;
    }
    Resource host = graph.find(rule.resource());
    return host != null && host.isOurs() ? host.address() : null;
  }

  @Override
  public String listed() {
    return "targets";
  }

  @Override
  public Value item(Resource part) {
    Map<String, Value> said = new LinkedHashMap<>(part.attributes().members());
    said.remove(RULE);
    return new Value.Obj(said);
  }

  @Override
  public Value.Obj attributes(Value item) {
    return (Value.Obj) item;
  }

  @Override
  public Value.Obj unsaid(Resource part) {
    return Value.object(RULE, part.attributes().get(RULE));
  }
}
