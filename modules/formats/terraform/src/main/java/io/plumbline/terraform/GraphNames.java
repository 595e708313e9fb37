package io.plumbline.terraform;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Document;
import io.plumbline.value.Value;
import java.util.List;

/** References between the resources of one graph. */
final class GraphNames implements TerraformNames {
  private static final String VARIABLE = "var.";

  /** On the way into a block, of which there is one. */
  private static final String INTO = "[0].";

  private final ResourceGraph graph;

  GraphNames(ResourceGraph graph) {
    this.graph = graph;
  }

  @Override
  public String spell(Value.Ref ref) {
    Resource target = graph.get(ref.resource());
    if (!target.isOurs()) {
      return VARIABLE + TerraformAddress.variable(target.address(), ref.output());
    }
    String output = target.kind().output(ref.output(), Dialect.TERRAFORM);
    if (output == null) {
      throw new IllegalArgumentException(
          target.address() + ": " + target.kind().id() + " has no output " + ref.output());
    }
    return resource(target) + "." + output.replace("/", INTO);
  }

  /** {@code aws_vpc.network}. */
  static String resource(Resource resource) {
    List<Document> documents = resource.kind().documents(Dialect.TERRAFORM);
    if (documents.isEmpty()) {
      throw new IllegalArgumentException(
          resource.address() + ": terraform has no " + resource.kind().id());
    }
    return documents.get(0).type() + "." + TerraformAddress.local(resource.address());
  }

  @Override
  public Value.Ref parse(String expression) {
    if (expression.startsWith(VARIABLE)) {
      return TerraformAddress.input(expression.substring(VARIABLE.length()));
    }
    int local = expression.indexOf('.') + 1;
    int spelled = expression.indexOf('.', local) + 1;
    Resource target = graph.get(TerraformAddress.of(expression.substring(local, spelled - 1)));
    return new Value.Ref(
        target.address(), output(target, expression.substring(spelled).replace(INTO, "/")));
  }

  private static String output(Resource target, String spelled) {
    return target.kind().outputs().stream()
        .filter(name -> spelled.equals(target.kind().output(name, Dialect.TERRAFORM)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(target.address() + " has no " + spelled));
  }
}
