package io.plumbline.e2e.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsProvider;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.terraform.TerraformFormat;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A site with an endpoint of its own has everything asked there, and nothing of AWS. */
class EndpointsTest {
  private static final Map<String, String> AS_TERRAFORM_CALLS_THEM =
      Map.of("elasticfilesystem", "efs", "elasticloadbalancing", "elasticloadbalancingv2");

  @Test
  void answersForEveryServiceThatKindsLiveInEvenWhereNothingIsWanted() throws IOException {
    Set<String> asked = endpoints().members().keySet();

    assertThat(services()).hasSizeGreaterThan(15);
    assertThat(asked).containsAll(services());
  }

  private static Value.Obj endpoints() throws IOException {
    Site site =
        new Site(
            "main",
            "aws",
            "terraform",
            Map.of("region", "us-east-1", "endpoint", "http://127.0.0.1:5000"),
            null);
    StringBuilder text = new StringBuilder();
    new TerraformFormat()
        .render(ResourceGraph.EMPTY, new Target("sandbox", "fleet", site))
        .get("main.tf.json")
        .writeTo(text);
    Value.Obj root = (Value.Obj) JsonReader.read(text.toString());
    Value.Obj aws = (Value.Obj) ((Value.Obj) root.get("provider")).get("aws");
    return (Value.Obj) aws.get("endpoints");
  }

  private static Set<String> services() {
    Set<String> services = new TreeSet<>();
    new AwsProvider()
        .kinds().stream()
            .flatMap(kind -> kind.reads().values().stream())
            .flatMap(read -> Stream.of(read.operation()))
            .filter(operation -> operation.contains(":"))
            .map(operation -> operation.split(":", 2)[0])
            .map(service -> AS_TERRAFORM_CALLS_THEM.getOrDefault(service, service))
            .forEach(services::add);
    return services;
  }
}
