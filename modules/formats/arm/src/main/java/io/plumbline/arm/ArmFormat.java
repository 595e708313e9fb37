package io.plumbline.arm;

import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Target;
import io.plumbline.spi.Format;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes a graph as a template of Azure Resource Manager, {@code azuredeploy.json}, with its
 * parameters beside it. Where the resource group is of the stack, the template is deployed to the
 * subscription, and what stands in the group in a deployment inside it.
 */
public final class ArmFormat implements Format {
  static final String ID = "arm";
  static final Dialect ARM = Dialect.of("arm", Dialect.Naming.SAME, Dialect.Json.DOCUMENT);
  static final String FILE = "azuredeploy.json";
  static final String PARAMETERS = "azuredeploy.parameters.json";

  private final Bounds bounds;

  public ArmFormat() {
    this(Bounds.STANDARD);
  }

  /** A format that splits earlier or later. */
  public ArmFormat(Bounds bounds) {
    this.bounds = bounds;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Dialect dialect() {
    return ARM;
  }

  @Override
  public Set<String> providers() {
    return Set.of("azure");
  }

  @Override
  public Map<String, Artefact> render(ResourceGraph graph, Target target) {
    Map<String, Artefact> files = new TreeMap<>();
    new Templates(new ArmGraph(graph), target, bounds)
        .files()
        .forEach((name, file) -> files.put(name, out -> write(file, out)));
    return files;
  }

  private static void write(Value.Obj document, Appendable out) throws IOException {
    JsonWriter.writePretty(document, out);
    out.append('\n');
  }
}
