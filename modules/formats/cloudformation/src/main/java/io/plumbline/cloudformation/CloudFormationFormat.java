package io.plumbline.cloudformation;

import io.plumbline.graph.FoldedIntoList;
import io.plumbline.graph.Folding;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Target;
import io.plumbline.spi.Format;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes a graph as CloudFormation templates in YAML: one, or where that would be too large a root
 * with nested stacks, split as a first deploy splits it.
 */
public final class CloudFormationFormat implements Format {
  static final String ID = "cloudformation";
  static final String FILE = "template.yaml";

  private final Bounds bounds;

  public CloudFormationFormat() {
    this(Bounds.STANDARD);
  }

  /** A format that splits earlier or later. */
  public CloudFormationFormat(Bounds bounds) {
    this.bounds = bounds;
  }

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
    Templates templates = Templates.of(legal, target, bounds, Map.of());
    if (target.site().engine().equals(CloudFormationEngine.ID)) {
      Limits.check(templates, target);
    } else if (!Limits.ofDesign(templates, target).isEmpty()) {
      // Elsewhere it is written to be read, and never deployed.
      templates = Templates.whole(legal, target);
    }
    Map<String, Artefact> artefacts = new TreeMap<>();
    templates.files().forEach((name, file) -> artefacts.put(name, out -> out.append(file.text())));
    return artefacts;
  }

  /** The graph as CloudFormation can say it. */
  static ResourceGraph legal(ResourceGraph graph) {
    ResourceGraph listed = FoldedIntoList.fold(graph, Dialect.CLOUDFORMATION);
    return new Folding(new FoldedEgress()).fold(listed).graph();
  }
}
