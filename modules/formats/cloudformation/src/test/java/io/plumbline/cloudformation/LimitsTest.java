package io.plumbline.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final ResourceKind VPC = kind("vpc");
  private static final ResourceKind SUBNET = kind("subnet");
  private static final Map<String, String> BUCKET = Map.of("artefacts.bucket", "templates");

  private static ResourceKind kind(String id) {
    return AwsKinds.ALL.stream().filter(kind -> kind.id().equals(id)).findFirst().orElseThrow();
  }

  /** Networks of these addresses, each with a tag of {@code length} characters. */
  private static ResourceGraph networks(List<String> addresses, int length) {
    Value tags = Value.object("Note", Value.text("n".repeat(length)));
    Value body = Value.object("cidrBlock", Value.text("10.0.0.0/16"), "tags", tags);
    return new ResourceGraph(
        addresses.stream()
            .map(address -> Resource.of(address, VPC, (Value.Obj) body, null))
            .toList());
  }

  private static ResourceGraph networks(int count, int length) {
    return networks(names("network-", count), length);
  }

  private static List<String> names(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }

  private static Target target(String engine, Map<String, String> settings) {
    SourceLine line = new SourceLine("environments/prod.yaml", 3);
    return new Target("prod", "fleet", new Site("main", "aws", engine, settings, line));
  }

  private static Set<String> files(ResourceGraph graph, Target target) {
    return new CloudFormationFormat().render(graph, target).keySet();
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
  void asksForABucketWhereStacksAreNested() {
    assertThat(problems(networks(600, 10), target("cloudformation", Map.of())))
        .singleElement()
        .extracting(Diagnostic::detail)
        .isEqualTo(
            "prod/fleet/main: got 1 nested templates beside the root; allowed: 51,200 bytes without"
                + " a bucket to hand it over in");
    Map<String, String> local = Map.of("endpoint", "http://127.0.0.1:4510");
    assertThat(problems(networks(600, 10), target("cloudformation", local))).isEmpty();
  }

  @Test
  void splitsWhatIsTooMuchForOneTemplate() {
    Target target = target("cloudformation", BUCKET);
    assertThat(files(networks(480, 10), target)).containsExactly("template.yaml");
    assertThat(files(networks(481, 10), target)).containsExactly("nested-1.yaml", "template.yaml");
    assertThat(files(networks(401, 2_000), target)).containsExactly("template.yaml");
    assertThat(files(networks(450, 2_000), target))
        .containsExactly("nested-1.yaml", "template.yaml");
  }

  @Test
  void tellsWhichComponentIsTooMuchForAnyTemplate() {
    ResourceGraph graph = networks(names("net/part", 501), 2_000);
    assertThat(problems(graph, target("cloudformation", BUCKET)))
        .extracting(Diagnostic::code, Diagnostic::detail)
        .satisfiesExactly(
            first ->
                assertThat(first.toList())
                    .containsExactly(
                        "PLB-CFN-005",
                        "prod/fleet/main: got 501 resources, 501 of component net; allowed: 500 in"
                            + " one template"),
            second ->
                assertThat(second.toList().toString())
                    .matches(
                        ".*PLB-CFN-006, prod/fleet/main: got 1,\\d{3},\\d{3} bytes, 501 of"
                            + " component net; allowed: 1,000,000 bytes in one template.*"));
  }

  @Test
  void tellsWhichComponentRefersToTooMuch() {
    List<Resource> resources = new ArrayList<>(networks(600, 10).resources());
    for (int i = 0; i < 301; i++) {
      Value vpc = Value.ref("network-" + (i < 201 ? i : i + 200), "id");
      resources.add(
          Resource.of(
              "all/subnet" + i,
              SUBNET,
              Value.object("vpcId", vpc, "cidrBlock", Value.text("10.0.0.0/24")),
              null));
    }
    assertThat(problems(new ResourceGraph(resources), target("cloudformation", BUCKET)))
        .extracting(Diagnostic::code, Diagnostic::detail)
        .containsExactly(
            tuple(
                "PLB-CFN-008",
                "prod/fleet/main: got 301 parameters, 301 of component all; allowed: 200 of each"
                    + " in one template"));
  }

  @Test
  void holdsOnlyWhereCloudFormationDeploysTheTemplate() {
    for (String engine : List.of("terraform", "opentofu", "auto")) {
      Target target = target(engine, Map.of());
      assertThat(files(networks(501, 2_000), target)).contains("nested-1.yaml");
      assertThat(files(networks(names("net/part", 501), 10), target))
          .containsExactly("template.yaml");
    }
  }
}
