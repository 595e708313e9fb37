package io.plumbline.synth;

import static io.plumbline.kind.Attributes.map;
import static io.plumbline.kind.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.rule.Problems;
import io.plumbline.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NameTakenTest {
  private static final ResourceKind RULE =
      ResourceKind.kind("event-rule").namedBy("name").attributes(text("name")).build();
  private static final ResourceKind ROLE =
      ResourceKind.kind("role").namedBy("name").attributes(text("name")).build();
  private static final ResourceKind NETWORK =
      ResourceKind.kind("vpc").namedBy("tags/Name").attributes(map("tags")).build();

  private final Problems problems = new Problems();
  private final NameTaken names = new NameTaken(problems);

  @Test
  void refusesOneNameOfTwoStacks() {
    check("llm", "us-east-1", RULE, "eu-repair", "prod-llm-eu-repair");
    check("llm-eu", "us-east-1", RULE, "repair", "prod-llm-eu-repair");

    assertThat(problems.all())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("PLB-ID-003");
              assertThat(problem.severity()).isEqualTo(Diagnostic.Severity.ERROR);
              assertThat(problem.detail())
                  .isEqualTo(
                      "got event-rule prod-llm-eu-repair for llm-eu: repair and for llm:"
                          + " eu-repair");
            });
  }

  @Test
  void takesOneNameOfTwoKindsAndInTwoRegions() {
    check("llm", "us-east-1", RULE, "eu-repair", "prod-llm-eu-repair");
    check("llm", "us-east-1", ROLE, "eu-repair/role", "prod-llm-eu-repair");
    check("llm-eu", "eu-west-1", RULE, "repair", "prod-llm-eu-repair");
    check("other", "us-east-1", RULE, "repair", "prod-other-repair");

    assertThat(problems.all()).isEmpty();
  }

  @Test
  void takesOneTagTwice() {
    Value.Obj tags = Value.object("tags", Value.object("Name", Value.text("net")));
    check("a", "us-east-1", Resource.of("net", NETWORK, tags, null));
    check("b", "us-east-1", Resource.of("net", NETWORK, tags, null));

    assertThat(problems.all()).isEmpty();
  }

  private void check(String stack, String region, ResourceKind kind, String address, String name) {
    check(stack, region, Resource.of(address, kind, Value.object("name", Value.text(name)), null));
  }

  private void check(String stack, String region, Resource resource) {
    Site site = new Site("main", "aws", "terraform", Map.of("region", region), null);
    names.check(new Target("prod", stack, site), new ResourceGraph(List.of(resource)));
  }
}
