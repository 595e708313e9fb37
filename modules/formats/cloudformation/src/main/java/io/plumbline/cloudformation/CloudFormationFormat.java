package io.plumbline.cloudformation;

import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Target;
import io.plumbline.spi.Format;
import io.plumbline.value.Value;
import io.plumbline.yaml.YamlWriter;
import java.util.Map;
import java.util.Set;

/** Writes a graph as one CloudFormation template in YAML. */
public final class CloudFormationFormat implements Format {
  static final String ID = "cloudformation";
  static final String FILE = "template.yaml";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Dialect dialect() {
    return Dialect.CLOUDFORMATION;
  }

  @Override
  public Set<String> providers() {
    return Set.of("aws");
  }

  @Override
  public Map<String, Artefact> render(ResourceGraph graph, Target target) {
    ResourceGraph legal = legal(graph);
    Sayable.check(legal);
    Value.Obj root = new Template(legal, target).root();
    if (!target.site().engine().equals(CloudFormationEngine.ID)) {
      return Map.of(FILE, out -> YamlWriter.write(root, out));
    }
    // Elsewhere it is written to be read; here it is deployed, and must not be too large for that.
    TemplateFile file = new TemplateFile(YamlWriter.write(root));
    file.check(legal, target);
    return Map.of(FILE, out -> out.append(file.text()));
  }

  /** The graph as CloudFormation can say it. */
  static ResourceGraph legal(ResourceGraph graph) {
    ResourceGraph attached = new Folding(new FoldedAttachments()).fold(graph).graph();
    ResourceGraph aimed = new Folding(new FoldedTargets()).fold(attached).graph();
    return new Folding(new FoldedEgress()).fold(aimed).graph();
  }
}
