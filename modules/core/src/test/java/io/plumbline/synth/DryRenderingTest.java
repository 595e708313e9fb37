package io.plumbline.synth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.Engine;
import io.plumbline.spi.Format;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DryRenderingTest {

  /** A format that can say nothing. */
  private record Mute(String id) implements Format {
    @Override
    public Dialect dialect() {
      return Dialect.TERRAFORM;
    }

    @Override
    public Set<String> providers() {
      return Set.of("fake");
    }

    @Override
    public Map<String, Artefact> render(ResourceGraph graph, Target target) {
      throw new InvalidInputException(
          List.of(
              new Diagnostic(
                  "PLB-" + id, Diagnostic.Severity.ERROR, "cannot say it", "got it", null, "do")));
    }
  }

  /** An engine that runs a format. */
  private record Runner(String id, String format) implements Engine {
    @Override
    public Tool tool() {
      return new Tool(id, null, "");
    }

    @Override
    public Plan plan(Workspace workspace, Progress progress) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, String> apply(Workspace workspace, Plan plan, Progress progress) {
      throw new UnsupportedOperationException();
    }
  }

  private static final Plugins PLUGINS =
      Plugins.of(
          new Mute("A"),
          new Mute("B"),
          new Runner("one", "A"),
          new Runner("other", "A"),
          new Runner("third", "B"));

  private static List<String> codes(String... engines) {
    List<TargetGraph> targets =
        List.of(engines).stream()
            .map(engine -> new Site("main", "fake", engine, Map.of(), null))
            .map(site -> new TargetGraph(new Target("prod", "s", site), ResourceGraph.EMPTY))
            .toList();
    return new DryRendering(PLUGINS).problems(targets).stream().map(Diagnostic::code).toList();
  }

  @Test
  void findsWhatTheEngineOfASiteCannotBeTold() {
    assertThat(codes("one")).containsExactly("PLB-A");
    assertThat(codes("third", "one")).containsExactly("PLB-B", "PLB-A");
  }

  @Test
  void findsWhatAnyEngineCannotBeToldWhereItMayBeAny() {
    assertThat(codes("auto")).containsExactly("PLB-A", "PLB-B");
  }
}
