package io.plumbline.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final ResourceKind VPC =
      AwsKinds.ALL.stream().filter(kind -> kind.id().equals("vpc")).findFirst().orElseThrow();
  private static final Map<String, String> BUCKET = Map.of("artefacts.bucket", "templates");

  /** {@code count} networks, each with a tag of {@code length} characters. */
  private static ResourceGraph networks(int count, int length) {
    Value tags = Value.object("Note", Value.text("n".repeat(length)));
    Value body = Value.object("cidrBlock", Value.text("10.0.0.0/16"), "tags", tags);
    return new ResourceGraph(
        IntStream.range(0, count)
            .mapToObj(i -> Resource.of("network-" + i, VPC, (Value.Obj) body, null))
            .toList());
  }

  private static Target target(String engine, Map<String, String> settings) {
    SourceLine line = new SourceLine("environments/prod.yaml", 3);
    return new Target("prod", "fleet", new Site("main", "aws", engine, settings, line));
  }

  private static List<Diagnostic> problems(ResourceGraph graph, Target target) {
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class, () -> new CloudFormationFormat().render(graph, target));
    return refused == null ? List.of() : refused.diagnostics();
  }

  @Test
  void asksForABucketWhereTheTemplateIsTooLongForARequest() {
    assertThat(problems(networks(1, 60_000), target("cloudformation", Map.of())))
        .singleElement()
        .hasToString(
            """
            PLB-CFN-007 error: The template is too long for a request
              environments/prod.yaml:3 prod/fleet/main: got 60,350 bytes; allowed: 51,200 bytes\
             without a bucket to hand it over in
              fix: name one at site main: artefacts: {bucket: NAME}\
            """);
    assertThat(problems(networks(1, 60_000), target("cloudformation", BUCKET))).isEmpty();
  }

  @Test
  void tellsOfTooManyResourcesAndTooManyBytesAtOnce() {
    assertThat(problems(networks(500, 10), target("cloudformation", BUCKET))).isEmpty();
    assertThat(problems(networks(501, 2_000), target("cloudformation", BUCKET)))
        .extracting(Diagnostic::code, Diagnostic::detail)
        .satisfiesExactly(
            first ->
                assertThat(first.toList())
                    .containsExactly(
                        "PLB-CFN-005",
                        "prod/fleet/main: got 501 resources; allowed: 500 in one template"),
            second ->
                assertThat(second.toList().toString())
                    .matches(
                        ".*PLB-CFN-006, prod/fleet/main: got 1,0\\d\\d,\\d{3} bytes; allowed:"
                            + " 1,000,000 bytes in one template.*"));
  }

  @Test
  void holdsOnlyWhereCloudFormationDeploysTheTemplate() {
    for (String engine : List.of("terraform", "opentofu", "auto")) {
      assertThat(problems(networks(501, 2_000), target(engine, Map.of()))).isEmpty();
    }
  }
}
