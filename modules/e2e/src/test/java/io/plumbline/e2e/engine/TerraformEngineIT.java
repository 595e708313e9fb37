package io.plumbline.e2e.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.aws.client.AwsClients;
import io.plumbline.e2e.SampleFleet;
import io.plumbline.e2e.SandboxServer;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.spi.Engine.Change;
import io.plumbline.spi.Engine.Plan;
import io.plumbline.spi.EngineException;
import io.plumbline.terraform.TerraformEngine;
import io.plumbline.terraform.TerraformFormat;
import io.plumbline.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** The life of a stack under the real program. */
class TerraformEngineIT {
  private static SandboxServer sandbox;

  @BeforeAll
  static void start() {
    sandbox = SandboxServer.start();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  private static Bench bench(String stack) {
    return new Bench(new TerraformEngine(), new TerraformFormat(), sandbox.url(), stack, Map.of());
  }

  @Test
  void deploysChangesAndRemoves() {
    try (Bench bench = bench("life")) {
      ResourceGraph fleet = SampleFleet.whole("tf-life");

      Plan first = bench.plan(fleet);
      assertThat(Bench.changes(first))
          .hasSameSizeAs(fleet.resources())
          .allMatch(change -> change.startsWith("CREATE "));
      Map<String, String> ids = bench.apply(fleet, first);
      assertThat(ids)
          .containsKeys(fleet.resources().stream().map(Resource::address).toArray(String[]::new));
      assertThat(ids.get("network")).startsWith("vpc-");
      assertThat(bench.said())
          .anyMatch(line -> line.startsWith("done: network: creation complete"));

      Plan second = bench.plan(fleet);
      assertThat(second.changes()).isEmpty();
      assertThat(second.file()).isNull();
      assertThat(bench.said()).noneMatch(line -> line.contains("warning"));
      assertThat(bench.apply(fleet, second)).isEqualTo(ids);

      ResourceGraph larger =
          SampleFleet.with(
              SampleFleet.with(
                  fleet, SampleFleet.with(fleet.get("trainers/group"), "maxSize", Value.whole(6))),
              SampleFleet.with(fleet.get("checkpoints"), "versioning", Value.text("Suspended")));
      Plan update = bench.plan(larger);
      assertThat(Bench.changes(update))
          .containsExactly("UPDATE checkpoints", "UPDATE trainers/group");
      assertThat(
              update.changes().stream()
                  .filter(c -> c.address().equals("checkpoints"))
                  .map(Change::attributes))
          .containsExactly(List.of("versioning:versioning_configuration"));
      bench.apply(larger, update);

      bench.release(SampleFleet.with(larger, larger.get("checkpoints").withKeep(false)));
      Plan gone = bench.plan(ResourceGraph.EMPTY);
      assertThat(Bench.changes(gone))
          .hasSameSizeAs(fleet.resources())
          .allMatch(change -> change.startsWith("DELETE "));
      assertThat(bench.apply(ResourceGraph.EMPTY, gone)).isEmpty();
    }
  }

  @Test
  void movesWhatWasRenamedAndRefusesToReplaceOrDeleteWhatIsProtected() {
    try (Bench bench = bench("kept")) {
      ResourceGraph bucket =
          SampleFleet.whole("tf-kept").keeping(r -> r.address().equals("checkpoints"));
      bench.deploy(bucket);

      Resource checkpoints = bucket.get("checkpoints");
      Resource models =
          Resource.of("models", checkpoints.kind(), checkpoints.attributes(), null)
              .withFormerly("checkpoints");
      assertThat(bench.plan(new ResourceGraph(List.of(models))).changes()).isEmpty();

      ResourceGraph renamed =
          new ResourceGraph(
              List.of(
                  SampleFleet.with(
                      bucket.get("checkpoints"), "bucketName", Value.text("tf-other"))));

      for (ResourceGraph graph : List.of(renamed, ResourceGraph.EMPTY)) {
        assertThatThrownBy(() -> bench.plan(graph))
            .isInstanceOf(EngineException.class)
            .hasMessageContaining(
                "checkpoints (stacks/src/main/java/Training.java:24) is protected, and this plan"
                    + " would delete or replace it. If that is meant, release it: --release"
                    + " checkpoints");
      }
    }
  }

  @Test
  void saysWhichLineOfJavaAskedForWhatFailed() {
    try (Bench bench = bench("failure")) {
      ResourceGraph fleet =
          SampleFleet.whole("tf-failure")
              .keeping(r -> Set.of("network", "network/public-a").contains(r.address()));
      ResourceGraph outside =
          SampleFleet.with(
              fleet,
              SampleFleet.with(
                  fleet.get("network/public-a"), "cidrBlock", Value.text("10.99.0.0/20")));
      Plan plan = bench.plan(outside);

      assertThatThrownBy(() -> bench.apply(outside, plan))
          .isInstanceOf(EngineException.class)
          .hasMessageContainingAll(
              "failed after 1 changes",
              "network/public-a (stacks/src/main/java/Training.java:11): creating EC2 Subnet",
              "Begun and not finished: network/public-a.");
    }
  }

  @Test
  void takesIdsOfExistingThings() {
    try (Bench bench = bench("beside");
        AwsClients clients = new AwsClients(bench.site());
        Ec2Client ec2 = clients.open(Ec2Client.builder())) {
      String vpc = ec2.createVpc(request -> request.cidrBlock("10.20.0.0/16")).vpc().vpcId();
      Resource existing =
          Resource.existing(
              "shared", SampleFleet.kind("vpc"), new Lookup.ByName("tf-there-network"), null);
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
}
