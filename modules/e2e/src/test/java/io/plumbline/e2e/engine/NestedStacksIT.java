package io.plumbline.e2e.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.aws.AwsProvider;
import io.plumbline.cloudformation.Bounds;
import io.plumbline.cloudformation.CloudFormationEngine;
import io.plumbline.cloudformation.CloudFormationFormat;
import io.plumbline.drift.DriftCheck;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.Expectation;
import io.plumbline.drift.Rules;
import io.plumbline.dsl.Surroundings;
import io.plumbline.e2e.SampleFleet;
import io.plumbline.e2e.harness.SandboxServer;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.live.aws.AwsLiveFactory;
import io.plumbline.policy.Policies;
import io.plumbline.spi.Engine.Plan;
import io.plumbline.spi.LiveSource;
import io.plumbline.synth.Plugins;
import io.plumbline.synth.Synthesis;
import io.plumbline.testkit.ManyPools;
import io.plumbline.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/**
 * Designs that are too much for one template, under CloudFormation as the sandbox plays it. What is
 * too much is set low: with few resources it goes the same way as with thousands.
 */
class NestedStacksIT {
  @RegisterExtension static final SandboxServer SANDBOX = new SandboxServer();

  private static final Bounds POOLS = Bounds.resources(12, 30);
  private static final Bounds FEW = Bounds.resources(2, 3);

  private static Bench bench(String stack, Bounds bounds) {
    return new Bench(
        new CloudFormationEngine(bounds),
        new CloudFormationFormat(bounds),
        SANDBOX,
        stack,
        Map.of());
  }

  private static ResourceGraph pools(Bench bench, int count) {
    Surroundings here =
        new Surroundings(
            "sandbox", List.of(bench.site()), (name, values) -> Value.NULL, file -> file);
    return new Synthesis(
            new Plugins(NestedStacksIT.class.getClassLoader()),
            here,
            new Policies(List.of(), List.of(), LocalDate.EPOCH))
        .run(List.of(new ManyPools()), Map.of("many-pools", new ManyPools.Parameters(count)))
        .targets()
        .get(0)
        .graph();
  }

  private static boolean isOf(String component, Resource resource) {
    return resource.address().startsWith(component + "/");
  }

  /** {@code graph} with one component first, and without another. */
  private static ResourceGraph changed(ResourceGraph graph, String first, String without) {
    List<Resource> resources = new ArrayList<>();
    graph.resources().stream().filter(each -> isOf(first, each)).forEach(resources::add);
    graph.resources().stream()
        .filter(each -> !isOf(first, each) && !isOf(without, each))
        .forEach(resources::add);
    return new ResourceGraph(resources);
  }

  private static ResourceGraph without(ResourceGraph graph, String component) {
    return new ResourceGraph(
        graph.resources().stream().filter(each -> !isOf(component, each)).toList());
  }

  /** All stacks that stand, nested ones by the part of their names that is not made up. */
  private static Set<String> stacks(String name) {
    Set<String> stacks = new TreeSet<>();
    SANDBOX.aws().cloudFormation().describeStacksPaginator().stacks().stream()
        .filter(stack -> stack.stackStatus() != StackStatus.DELETE_COMPLETE)
        .map(stack -> stack.stackName().replaceFirst("-[A-Za-z0-9]{12}$", ""))
        .filter(stack -> stack.startsWith(name))
        .forEach(stacks::add);
    return stacks;
  }

  private static DriftReport drift(Bench bench, ResourceGraph graph) {
    try (LiveSource source = new AwsLiveFactory().open(bench.site())) {
      Expectation expected =
          new Expectation(
              bench.target(), graph, Dialect.CLOUDFORMATION, Map.of(), "artefacts", graph);
      return DriftReport.of(
          "sandbox",
          List.of(new DriftCheck(new AwsProvider(), source, false).run(expected)),
          Rules.none(LocalDate.of(2026, 11, 22)));
    }
  }

  /** What the linter says of all templates that a bench has. */
  private static String lint(Bench bench) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(SandboxServer.repository().resolve(".plumbline/venv/bin/python").toString());
    command.addAll(List.of("-c", "import cfnlint.runner, sys; sys.exit(cfnlint.runner.main())"));
    try (Stream<Path> files = Files.walk(bench.directory().resolve("cloudformation"))) {
      files
          .filter(file -> file.toString().endsWith(".yaml"))
          .map(Path::toString)
          .forEach(command::add);
    }
    Process lint = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    lint.waitFor();
    return command.size() > 5 ? said : "only " + command;
  }

  @Test
  void deploysManyPoolsAndTouchesOnlyWhatChanges() throws IOException, InterruptedException {
    Bench bench = bench("many-pools", POOLS);
    ResourceGraph all = pools(bench, 25);
    ResourceGraph fleet = without(all, "pool-24");

    Plan first = bench.plan(fleet);
    assertThat(Bench.changes(first)).allMatch(change -> change.startsWith("CREATE "));
    Map<String, String> ids = bench.apply(fleet, first);
    assertThat(ids)
        .containsKeys("net", "pool-0/group", "pool-23/group")
        .doesNotContainKey("node"); // known by an attribute
    assertThat(bench.said()).contains("pool-23/group: create complete");
    assertThat(stacks("sandbox-many-pools"))
        .contains("sandbox-many-pools-main", "sandbox-many-pools-main-PlumblineNestedStack3");
    Plan again = bench.plan(fleet);
    assertThat(again.changes()).isEmpty();
    assertThat(again.file()).isNull();
    assertThat(bench.apply(fleet, again)).isEqualTo(ids);
    assertThat(drift(bench, fleet).findings()).isEmpty();

    ResourceGraph changed = changed(all, "pool-24", "pool-7");
    Plan plan = bench.plan(changed);
    assertThat(Bench.changes(plan))
        .isNotEmpty()
        .allMatch(
            change -> change.startsWith("CREATE pool-24/") || change.startsWith("DELETE pool-7/"));
    assertThat(bench.apply(changed, plan)).containsAllEntriesOf(without(ids, "pool-7"));
    assertThat(drift(bench, changed).findings()).isEmpty();
    assertThat(bench.plan(changed).changes()).isEmpty();
    assertThat(lint(bench)).isEmpty();

    Plan gone = bench.plan(ResourceGraph.EMPTY);
    assertThat(Bench.changes(gone)).allMatch(change -> change.startsWith("DELETE "));
    assertThat(bench.apply(ResourceGraph.EMPTY, gone)).isEmpty();
    assertThat(stacks("sandbox-many-pools")).isEmpty();
    assertThat(SANDBOX.aws().autoScaling().describeAutoScalingGroups().autoScalingGroups())
        .isEmpty();
  }

  private static Map<String, String> without(Map<String, String> ids, String component) {
    Map<String, String> rest = new TreeMap<>(ids);
    rest.keySet().removeIf(address -> address.startsWith(component + "/"));
    return rest;
  }

  /** A network, and groups in it that are components of their own. */
  private static ResourceGraph groups(String name, int count) {
    List<Resource> resources = new ArrayList<>();
    resources.add(SampleFleet.whole(name).get("network"));
    for (int i = 0; i < count; i++) {
      resources.add(group(name, "group-" + i));
    }
    return new ResourceGraph(resources);
  }

  private static Resource group(String name, String address) {
    return Resource.of(
        address,
        SampleFleet.kind("security-group"),
        Value.object(
            "name",
            Value.text(name + "-" + address),
            "description",
            Value.text("d"),
            "vpcId",
            Value.ref("network", "id"),
            "inlineEgress",
            Value.list(
                Value.object(
                    "ipProtocol", Value.text("-1"), "cidrIpv4", Value.text("10.0.0.0/8")))),
        null);
  }

  /** A rule of one group that lets in another. */
  private static Resource rule(String address, String group, String other) {
    return Resource.of(
        address,
        SampleFleet.kind("security-group-ingress-rule"),
        Value.object(
            "groupId",
            Value.ref(group, "id"),
            "referencedGroupId",
            Value.ref(other, "id"),
            "ipProtocol",
            Value.text("-1")),
        null);
  }

  private static ResourceGraph plus(ResourceGraph graph, Resource... more) {
    List<Resource> resources = new ArrayList<>(graph.resources());
    resources.addAll(List.of(more));
    return new ResourceGraph(resources);
  }

  @Test
  void splitsWhatStandsAsOneStackWithoutTouchingIt() {
    Bench bench = bench("grows", FEW);
    bench.deploy(groups("cfn-grows", 2));
    assertThat(stacks("sandbox-grows")).containsExactly("sandbox-grows-main");

    ResourceGraph larger = groups("cfn-grows", 4);
    Plan plan = bench.plan(larger);
    assertThat(Bench.changes(plan)).containsExactly("CREATE group-2", "CREATE group-3");
    bench.apply(larger, plan);
    assertThat(stacks("sandbox-grows"))
        .containsExactly("sandbox-grows-main", "sandbox-grows-main-PlumblineNestedStack1");

    ResourceGraph smaller = groups("cfn-grows", 2);
    Plan back = bench.plan(smaller);
    assertThat(Bench.changes(back)).containsExactly("DELETE group-2", "DELETE group-3");
    bench.apply(smaller, back);
    assertThat(stacks("sandbox-grows")).containsExactly("sandbox-grows-main");
    assertThat(bench.plan(smaller).changes()).isEmpty();
  }

  /** CloudFormation would list the rule as replaced, for what it is told of another stack. */
  @Test
  void passesWhatOneStackNeedsOfAnother() {
    Bench bench = bench("passes", FEW);
    ResourceGraph graph = groups("cfn-passes", 6);
    bench.deploy(graph);
    ResourceGraph ruled = plus(graph, rule("rules/first", "group-5", "group-2"));
    Plan plan = bench.plan(ruled);
    assertThat(Bench.changes(plan)).containsExactly("CREATE rules/first");
    bench.apply(ruled, plan);

    assertThat(bench.plan(ruled).changes()).isEmpty();
    ResourceGraph renamed =
        SampleFleet.with(
            ruled, SampleFleet.with(ruled.get("group-2"), "description", Value.text("replaced")));
    renamed =
        SampleFleet.with(
            renamed, SampleFleet.with(renamed.get("group-2"), "name", Value.text("cfn-other")));
    assertThat(Bench.changes(bench.plan(renamed))).contains("REPLACE group-2").hasSize(2);
  }

  @Test
  void saysWhichResourceOfANestedStackFailed() {
    Bench bench = bench("fails", FEW);
    ResourceGraph fleet = SampleFleet.whole("cfn-fails");
    ResourceGraph outside =
        plus(
            groups("cfn-fails", 3),
            SampleFleet.with(
                fleet.get("network/public-a"), "cidrBlock", Value.text("10.99.0.0/20")));
    ResourceGraph alone =
        new ResourceGraph(
            outside.resources().stream()
                .map(
                    each ->
                        each.address().equals("network/public-a")
                            ? Resource.of("outside", each.kind(), each.attributes(), each.source())
                            : each)
                .toList());

    assertThatThrownBy(() -> bench.deploy(alone))
        .hasMessageContainingAll(
            "outside (stacks/src/main/java/Training.java:11): ",
            "All that it had made was removed again.");

    ResourceGraph graph = groups("cfn-fails", 3);
    bench.deploy(graph);
    assertThatThrownBy(() -> bench.deploy(alone))
        .hasMessageContainingAll("outside (", "Everything is again as it was before.");
    assertThat(bench.plan(graph).changes()).isEmpty();
    bench.deploy(ResourceGraph.EMPTY);
    assertThat(stacks("sandbox-fails")).isEmpty();
  }

  @Test
  void protectsWhatIsInNestedStacks() {
    Bench bench = bench("keeps", FEW);
    Resource bucket = SampleFleet.whole("cfn-keeps").get("checkpoints");
    ResourceGraph graph = plus(groups("cfn-keeps", 3), bucket);
    bench.deploy(graph);
    ResourceGraph fewer = groups("cfn-keeps", 3);
    assertThatThrownBy(() -> bench.plan(fewer)).hasMessageContaining("checkpoints (");
    assertThatThrownBy(() -> bench.plan(ResourceGraph.EMPTY)).hasMessageContaining("checkpoints (");

    bench.release(SampleFleet.with(graph, bucket.withKeep(false)));
    Plan gone = bench.plan(ResourceGraph.EMPTY);
    assertThat(Bench.changes(gone)).contains("FORGET checkpoints", "DELETE group-2");
    bench.apply(ResourceGraph.EMPTY, gone);
    assertThat(bench.said())
        .contains("kept, and no longer managed: checkpoints (cfn-keeps-checkpoints)");
    assertThat(stacks("sandbox-keeps")).isEmpty();
  }
}
