package io.plumbline.run;

import io.plumbline.graph.GraphJson;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Target;
import io.plumbline.spi.Format;
import io.plumbline.value.JsonWriter;
import java.util.Map;
import java.util.Set;

/** Writes a graph as it is, and one file more where there is a resource named {@code extra}. */
final class FakeFormat implements Format {
  static final String ID = "fake-format";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Dialect dialect() {
    return Dialect.TERRAFORM;
  }

  @Override
  public Set<String> providers() {
    return Set.of(FakeProvider.ID);
  }

  @Override
  public Map<String, Artefact> render(ResourceGraph graph, Target target) {
    Artefact main =
        out -> out.append(JsonWriter.compact(GraphJson.writeWithoutSource(graph))).append('\n');
    return graph.find("extra") == null
        ? Map.of("main.json", main)
        : Map.of("main.json", main, "parts/extra.json", out -> out.append("{}"));
  }
}
