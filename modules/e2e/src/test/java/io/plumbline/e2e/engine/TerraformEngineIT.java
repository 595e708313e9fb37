package io.plumbline.e2e.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.e2e.SampleFleet;
import io.plumbline.e2e.harness.SandboxServer;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.spi.Engine.Action;
import io.plumbline.spi.Engine.Change;
import io.plumbline.spi.Engine.Plan;
import io.plumbline.spi.EngineException;
import io.plumbline.terraform.TerraformEngine;
import io.plumbline.terraform.TerraformFormat;
import io.plumbline.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the real program makes of plans and applies, in Plumbline's words. Each run takes seconds,
 * so a test goes through several.
 */
class TerraformEngineIT {
  @RegisterExtension static final SandboxServer SANDBOX = new SandboxServer();

  private static Bench bench(String stack) {
    return new Bench(new TerraformEngine(), new TerraformFormat(), SANDBOX, stack, Map.of());
  }

  @Test
  void deploysChangesMovesAndProtects() {
    Bench bench = bench("life");
    ResourceGraph bucket =
        SampleFleet.whole("tf-life").keeping(r -> r.address().equals("checkpoints"));
    Plan first = bench.plan(bucket);
    assertThat(Bench.changes(first)).containsExactly("CREATE checkpoints");
    assertThat(bench.apply(bucket, first)).isEqualTo(Map.of("checkpoints", "tf-life-checkpoints"));
    assertThat(bench.said())
        .anyMatch(line -> line.startsWith("done: checkpoints: creation complete"))
        .anyMatch(line -> line.startsWith("done: checkpoints versioning: creation complete"));

    Plan second = bench.plan(bucket);
    assertThat(second.changes()).isEmpty();
    assertThat(second.file()).isNull();
    assertThat(bench.said()).noneMatch(line -> line.contains("warning"));
    assertThat(bench.apply(bucket, second)).containsOnlyKeys("checkpoints");

    Resource checkpoints = bucket.get("checkpoints");
    Plan update =
        bench.plan(graph(SampleFleet.with(checkpoints, "versioning", Value.text("Suspended"))));
    assertThat(update.changes())
        .containsExactly(
            new Change(
                Action.UPDATE,
                "checkpoints",
                "bucket",
                List.of("versioning:versioning_configuration")));

    Resource models = Resource.of("models", checkpoints.kind(), checkpoints.attributes(), null);
    assertThat(bench.plan(graph(models.withFormerly("checkpoints"))).changes()).isEmpty();

    Resource other = SampleFleet.with(checkpoints, "bucketName", Value.text("tf-other"));
    for (ResourceGraph refused : List.of(graph(other), ResourceGraph.EMPTY)) {
      assertThatThrownBy(() -> bench.plan(refused))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining(
              "checkpoints (stacks/src/main/java/Training.java:24) is protected, and this plan"
                  + " would delete or replace it. If that is meant, release it: --release"
                  + " checkpoints");
    }
    bench.release(graph(checkpoints.withKeep(false)));
    assertThat(Bench.changes(bench.plan(ResourceGraph.EMPTY)))
        .containsExactly("DELETE checkpoints");
  }

  private static ResourceGraph graph(Resource resource) {
    return new ResourceGraph(List.of(resource));
  }

  @Test
  void saysWhichLineOfJavaAskedForWhatFailed() {
    Bench bench = bench("failure");
    Resource subnet = SampleFleet.whole("tf-failure").get("network/public-a");
    ResourceGraph outside =
        SampleFleet.with(
                SampleFleet.whole("tf-failure"),
                SampleFleet.with(subnet, "cidrBlock", Value.text("10.99.0.0/20")))
            .keeping(r -> r.address().equals("network/public-a"));
    Plan plan = bench.plan(outside);

    assertThatThrownBy(() -> bench.apply(outside, plan))
        .isInstanceOf(EngineException.class)
        .hasMessageContainingAll(
            "failed after 1 changes",
            "network/public-a (stacks/src/main/java/Training.java:11): creating EC2 Subnet",
            "Begun and not finished: network/public-a.");
  }

  @Test
  void takesIdsOfExistingThings() {
    Bench bench = bench("beside");
    String vpc =
        SANDBOX.aws().ec2().createVpc(request -> request.cidrBlock("10.20.0.0/16")).vpc().vpcId();
    Resource existing =
        Resource.existing("shared", SampleFleet.kind("vpc"), new Lookup.ByName("theirs"), null);
    Resource subnet =
        Resource.of(
            "subnet",
            SampleFleet.kind("subnet"),
            Value.object("vpcId", existing.ref("id"), "cidrBlock", Value.text("10.20.16.0/20")),
            null);
    ResourceGraph graph = new ResourceGraph(List.of(existing, subnet));

    assertThatThrownBy(() -> bench.plan(graph))
        .hasMessageContaining("shared: the id of the existing vpc");
    Plan plan = bench.plan(graph, Map.of("shared", vpc));
    assertThat(Bench.changes(plan)).containsExactly("CREATE subnet");
    assertThat(bench.apply(graph, plan).get("subnet")).startsWith("subnet-");
  }
}
