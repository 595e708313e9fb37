package io.plumbline.e2e.format;

import io.plumbline.cloudformation.Bounds;
import io.plumbline.cloudformation.CloudFormationFormat;
import io.plumbline.e2e.SampleFleet;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.Format;
import io.plumbline.terraform.TerraformFormat;
import io.plumbline.testkit.golden.Golden;
import io.plumbline.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One graph in each format, as it is expected byte for byte. */
class GoldenFormatsTest {
  private static final List<Format> FORMATS =
      List.of(new TerraformFormat(), new CloudFormationFormat());

  /** A graph with the name of its case. */
  record Case(String name, ResourceGraph graph) {}

  static List<Case> cases() {
    ResourceGraph fleet = SampleFleet.whole("prod-training");
    return List.of(
        new Case("fleet", fleet),
        new Case("renamed", renamed()),
        new Case("existing", existing()),
        new Case("empty", ResourceGraph.EMPTY));
  }

  private static ResourceGraph renamed() {
    Resource bucket = SampleFleet.whole("prod").get("checkpoints");
    return new ResourceGraph(
        List.of(
            Resource.of("model-store", bucket.kind(), bucket.attributes(), null)
                .withFormerly("checkpoints")));
  }

  private static ResourceGraph existing() {
    Resource network =
        Resource.existing(
            "shared", SampleFleet.kind("vpc"), new Lookup.ById("vpc-0123456789abcdef0"), null);
    Resource role =
        Resource.existing(
            "their/role", SampleFleet.kind("role"), new Lookup.ByName("theirs"), null);
    return new ResourceGraph(
        List.of(
            network,
            role,
            Resource.of(
                "subnet",
                SampleFleet.kind("subnet"),
                Value.object("vpcId", network.ref("id"), "cidrBlock", Value.text("10.0.0.0/24")),
                null),
            Resource.of(
                "profile",
                SampleFleet.kind("instance-profile"),
                Value.object("name", Value.text("profile"), "role", role.ref("name")),
                null)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void writesWhatIsExpected(Case given) throws IOException {
    for (Format format : FORMATS) {
      check(given, format);
    }
  }

  /** As a fleet is written that is too much for one template, with less in it. */
  @Test
  void writesNestedStacksAsExpected() throws IOException {
    check(
        new Case("nested", SampleFleet.whole("prod-training")),
        new CloudFormationFormat(Bounds.resources(6, 8)));
  }

  private static void check(Case given, Format format) throws IOException {
    Site site = new Site("main", "aws", "terraform", Map.of("region", "us-east-1"), null);
    for (var artefact :
        format.render(given.graph(), new Target("prod", "training", site)).entrySet()) {
      StringBuilder text = new StringBuilder();
      artefact.getValue().writeTo(text);
      Path expected = Path.of("src/test/resources/golden", given.name(), "expected");
      Golden.check(expected.resolve(artefact.getKey()), text.toString());
    }
  }
}
