package io.plumbline.synth;

import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.ResourceKind.kind;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.graph.Raw;
import io.plumbline.graph.Resource;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.rule.Problems;
import io.plumbline.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RawWithoutPlaceTest {
  private static final SourceLine LINE = new SourceLine("Fleet.java", 7);
  private static final ResourceKind THING =
      kind("thing").type("cloud_thing", "Cloud::Thing").attributes(text("name")).build();

  @Test
  void refusesAPathThroughWhatIsNoObject() {
    assertThat(problems(Dialect.TERRAFORM, "name/inner"))
        .singleElement()
        .satisfies(p -> assertThat(p.code()).isEqualTo("PLB-RAW-004"))
        .satisfies(p -> assertThat(p.source()).isEqualTo(LINE))
        .satisfies(p -> assertThat(p.detail()).contains("things/one", "name/inner"));
  }

  @Test
  void refusesADocumentThatTheDialectDoesNotHave() {
    assertThat(problems(Dialect.CLOUDFORMATION, "policy:Text"))
        .singleElement()
        .satisfies(p -> assertThat(p.detail()).contains("policy"));
  }

  @Test
  void acceptsAPlaceThatCanBeMade() {
    assertThat(problems(Dialect.TERRAFORM, "options/inner")).isEmpty();
    assertThat(problems(Dialect.AWS_API, "policy:Text")).isEmpty();
  }

  private static List<Diagnostic> problems(Dialect dialect, String path) {
    Resource resource =
        Resource.of("things/one", THING, Value.object("name", Value.text("x")), LINE)
            .withRaw(List.of(new Raw(dialect, path, Value.text("y"), "a test")));
    Problems problems = new Problems();
    RawWithoutPlace.check(resource, problems);
    return problems.all();
  }
}
