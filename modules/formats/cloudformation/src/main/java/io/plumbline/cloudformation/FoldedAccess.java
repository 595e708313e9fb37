package io.plumbline.cloudformation;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody may do stands in their access entry: CloudFormation has no resource for it. */
final class FoldedAccess implements Folding.Rule {
  private static final String KIND = "eks-access-policy";
  private static final String ENTRY = "principalArn";

  /** The entry says whose it is. */
  private static final Set<String> UNSAID = Set.of("clusterName", ENTRY);

  @Override
  public @Nullable String host(Resource part, ResourceGraph graph) {
    if (!part.isOurs()
        || !part.kind().id().equals(KIND)
        || !(part.attributes().get(ENTRY) instanceof Value.Ref entry)) {
      return null;
    }
    Resource host = graph.find(entry.resource());
    return host != null && host.isOurs() ? host.address() : null;
  }

  @Override
  public String listed() {
    return "accessPolicies";
  }

  @Override
  public Value item(Resource part) {
    Map<String, Value> said = new LinkedHashMap<>(part.attributes().members());
    said.keySet().removeAll(UNSAID);
    return new Value.Obj(said);
  }

  @Override
  public Value.Obj attributes(Value item) {
    return (Value.Obj) item;
  }

  @Override
  public Value.Obj unsaid(Resource part) {
    Map<String, Value> unsaid = new LinkedHashMap<>(part.attributes().members());
    unsaid.keySet().retainAll(UNSAID);
    return new Value.Obj(unsaid);
  }
}
