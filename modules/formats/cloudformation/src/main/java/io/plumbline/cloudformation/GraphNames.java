package io.plumbline.cloudformation;

import io.plumbline.graph.Input;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.value.Value;
import java.util.HashMap;
import java.util.Map;

/** References between the resources of one graph. */
final class GraphNames implements CloudFormationNames {
  private final ResourceGraph graph;
  private final Map<String, Value.Ref> parameters = new HashMap<>();
  private final Map<String, Resource> byLogicalId = new HashMap<>();

  GraphNames(ResourceGraph graph) {
    this.graph = graph;
    for (Resource resource : graph.resources()) {
      byLogicalId.put(LogicalId.of(resource), resource);
    }
    for (Input input : Input.of(graph)) {
      parameters.put(
          parameter(input.resource(), input.output()),
          new Value.Ref(input.resource().address(), input.output()));
    }
  }

  /** The parameter with {@code output} of something existing; its id goes without saying. */
  static String parameter(Resource existing, String output) {
    String id = LogicalId.of(existing);
    return output.equals("id") ? id : id + LogicalId.words(output);
  }

  @Override
  public Name spell(Value.Ref ref) {
    Resource target = graph.get(ref.resource());
    if (!target.isOurs()) {
      return new Name(parameter(target, ref.output()), null);
    }
    String output = target.kind().output(ref.output(), Dialect.CLOUDFORMATION);
    if (output == null) {
      throw new IllegalArgumentException(
          target.address() + ": " + target.kind().id() + " has no output " + ref.output());
    }
    return new Name(LogicalId.of(target), output.equals("Ref") ? null : output);
  }

  @Override
  public Value.Ref parse(Name name) {
    Value.Ref existing = parameters.get(name.logicalId());
    if (existing != null) {
      return existing;
    }
    Resource target = byLogicalId.get(name.logicalId());
    if (target == null) {
      throw new IllegalArgumentException("no resource has the logical id " + name.logicalId());
    }
    String spelled = name.attribute() == null ? "Ref" : name.attribute();
    return target.kind().outputs().stream()
        .filter(output -> spelled.equals(target.kind().output(output, Dialect.CLOUDFORMATION)))
        .findFirst()
        .map(output -> new Value.Ref(target.address(), output))
        .orElseThrow(() -> new IllegalArgumentException(target.address() + " has no " + spelled));
  }
}
