package io.plumbline.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Aws;
import io.plumbline.e2e.harness.Plumbline;
import io.plumbline.e2e.harness.Plumbline.Result;
import io.plumbline.e2e.harness.ProjectFolder;
import io.plumbline.e2e.harness.SandboxServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The example stack that stands in two regions, each with its own engine. */
class RegionsIT {
  private static final String STACK = "spot-inference";

  private static final String PARAMETERS =
      """
      image: /aws/service/deeplearning/ami/latest/ami-id
      maxPrice: 4.5 USD/h
      regions:
        - {site: east, cidr: 10.60.0.0/16, zones: [us-east-2a], types: [g6.12xlarge, g5.12xlarge], max: 8}
        - {site: west, cidr: 10.61.0.0/16, zones: [us-west-2a], types: [g6.12xlarge, g5.12xlarge], max: 8}
      """;

  @RegisterExtension static final SandboxServer SANDBOX = new SandboxServer();

  @Test
  void areDeployedTogetherAndCheckedInOneReport() {
    ProjectFolder project =
        ProjectFolder.make("regions", SANDBOX)
            .site("east", "us-east-2", "terraform")
            .site("west", "us-west-2", "cloudformation")
            .stack(STACK, PARAMETERS);
    Plumbline plumbline = new Plumbline(project);
    Result deploy = plumbline.run("deploy");
    assertThat(deploy.exit()).as("%s", deploy).isZero();

    Result calm = plumbline.run("drift", "--output", "json");
    assertThat(calm.exit()).as("%s", calm).isZero();
    assertThat(plumbline.run("plan").out()).contains("nothing to change");

    try (Aws west = SANDBOX.aws("us-west-2")) {
      resize(west, 9);
      Result drift = plumbline.run("drift");
      assertThat(drift.exit()).as("%s", drift).isEqualTo(2);
      assertThat(drift.out()).contains("drift: 1 changed", "changed       workers-west/group");
      assertThatShardsMergeToTheWhole(plumbline, project.home());
      resize(west, 8);
    }
    assertThat(plumbline.run("drift").exit()).isZero();

    Result destroy = plumbline.run("destroy", "--yes");
    assertThat(destroy.exit()).as("%s", destroy).isZero();
    assertThat(destroy.out() + destroy.err()).contains("results-east", "results-west");
    for (String region : new String[] {"us-east-2", "us-west-2"}) {
      try (Aws aws = SANDBOX.aws(region)) {
        assertThat(aws.autoScaling().describeAutoScalingGroups().autoScalingGroups()).isEmpty();
      }
    }
  }

  /** As three machines would, of which one has nothing to look at. */
  private static final String TIME = "\n  \"time\": \"[^\"]+\",";

  private static void assertThatShardsMergeToTheWhole(Plumbline plumbline, Path home) {
    List<String> shards = new ArrayList<>();
    List<Integer> exits = new ArrayList<>();
    for (String shard : List.of("1/3", "2/3", "3/3")) {
      String file = home.resolve("shard-" + shard.charAt(0) + ".json").toString();
      exits.add(plumbline.run("drift", "--shard", shard, "--output", "json=" + file).exit());
      shards.add(file);
    }
    assertThat(exits).containsExactlyInAnyOrder(0, 0, 2);
    Result whole = plumbline.run("drift", "--output", "json");
    Result merged =
        plumbline.run(
            "report", "merge", shards.get(2), shards.get(0), shards.get(1), "--output", "json");
    assertThat(merged.exit()).as("%s", merged).isEqualTo(2);
    assertThat(merged.out().replaceFirst(TIME, "")).isEqualTo(whole.out().replaceFirst(TIME, ""));
    Result without = plumbline.run("report", "merge", shards.get(exits.indexOf(0)));
    assertThat(without.exit()).as("%s", without).isEqualTo(3);
    assertThat(without.out())
        .contains("incomplete", "warning: report of a shard is missing")
        .contains("there is no report of shard");
  }

  /** Sets how many nodes the only group may have. */
  private static void resize(Aws aws, int most) {
    String group =
        aws.autoScaling()
            .describeAutoScalingGroups()
            .autoScalingGroups()
            .get(0)
            .autoScalingGroupName();
    aws.autoScaling().updateAutoScalingGroup(r -> r.autoScalingGroupName(group).maxSize(most));
  }
}
