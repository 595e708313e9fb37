package io.plumbline.synth;

import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.dsl.Surroundings;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Design;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.policy.Policies;
import io.plumbline.spi.Engine;
import io.plumbline.spi.Format;
import io.plumbline.spi.Provider;
import io.plumbline.value.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RawInAnotherDialectTest {

  @Test
  void warnsOfSettingsThatTheEngineDoesNotTake() {
    assertThat(warnings("cloudformation", TERRAFORM))
        .singleElement()
        .satisfies(w -> assertThat(w.code()).isEqualTo("PLB-RAW-003"))
        .satisfies(w -> assertThat(w.isError()).isFalse())
        .satisfies(w -> assertThat(w.source()).isNotNull())
        .satisfies(
            w ->
                assertThat(w.detail())
                    .isEqualTo(
                        "bucket \"data\": got raw settings for terraform alone; the engine of site"
                            + " \"main\", cloudformation, takes cloudformation"));
  }

  @Test
  void isContentWithOneSettingInTheDialectOfTheEngine() {
    assertThat(warnings("cloudformation", CLOUDFORMATION)).isEmpty();
    assertThat(warnings("opentofu", TERRAFORM)).isEmpty();
    assertThat(warnings("cloudformation", TERRAFORM, CLOUDFORMATION)).isEmpty();
  }

  @Test
  void warnsOfEachDialectThatIsMissingWhereTheEngineIsFoundOutLater() {
    assertThat(warnings("auto", TERRAFORM))
        .singleElement()
        .satisfies(w -> assertThat(w.detail()).endsWith("auto, takes cloudformation"));
    assertThat(warnings("auto", CLOUDFORMATION)).hasSize(1);
    assertThat(warnings("auto", TERRAFORM, CLOUDFORMATION)).isEmpty();
  }

  @Test
  void leavesSettingsOfNoArtefactAlone() {
    assertThat(warnings("terraform", AWS_API)).isEmpty();
    assertThat(warnings("auto")).isEmpty();
  }

  private static List<Diagnostic> warnings(String engine, Dialect... dialects) {
    Plugins plugins =
        Plugins.of(
            new Nothing(),
            new Syntax("terraform", TERRAFORM),
            new Syntax("cloudformation", CLOUDFORMATION),
            new Idle("terraform", "terraform"),
            new Idle("opentofu", "terraform"),
            new Idle("cloudformation", "cloudformation"));
    Site site = new Site("main", "nothing", engine, Map.of(), null);
    Surroundings surroundings =
        new Surroundings("test", List.of(site), (name, values) -> Value.NULL, path -> path);
    return new Synthesis(plugins, surroundings, new Policies(List.of(), List.of(), LocalDate.EPOCH))
        .run(List.of(new Raw(List.of(dialects))), Map.of("fleet", new None()))
        .warnings();
  }

  private record None() {}

  private record Raw(List<Dialect> dialects) implements Stack<None> {
    @Override
    public String name() {
      return "fleet";
    }

    @Override
    public Class<None> parameters() {
      return None.class;
    }

    @Override
    public void describe(Blueprint blueprint, None parameters) {
      blueprint
          .site()
          .bucket(
              "data", b -> dialects.forEach(d -> b.raw("", d, "path", Value.flag(true), "needed")));
    }
  }

  private record Nothing() implements Provider {
    @Override
    public String id() {
      return "nothing";
    }

    @Override
    public Dialect api() {
      return AWS_API;
    }

    @Override
    public List<ResourceKind> kinds() {
      return List.of();
    }

    @Override
    public List<Diagnostic> validate(Design design, Target target) {
      return List.of();
    }

    @Override
    public ResourceGraph lower(Design design, Target target) {
      return ResourceGraph.EMPTY;
    }
  }

  private record Syntax(String id, Dialect dialect) implements Format {
    @Override
    public Set<String> providers() {
      return Set.of("nothing");
    }

    @Override
    public Map<String, Artefact> render(ResourceGraph graph, Target target) {
      return Map.of();
    }
  }

  private record Idle(String id, String format) implements Engine {
    @Override
    public Tool tool() {
      return new Tool(id, null, "nowhere");
    }

    @Override
    public Plan plan(Workspace workspace, Progress progress) {
      return new Plan(List.of(), null);
    }

    @Override
    public Map<String, String> apply(Workspace workspace, Plan plan, Progress progress) {
      return Map.of();
    }
  }
}
