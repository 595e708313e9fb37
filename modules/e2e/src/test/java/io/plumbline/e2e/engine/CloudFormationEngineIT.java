package io.plumbline.e2e.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.cloudformation.CloudFormationEngine;
import io.plumbline.cloudformation.CloudFormationFormat;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.e2e.SampleFleet;
import io.plumbline.e2e.harness.SandboxServer;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.Engine.Change;
import io.plumbline.spi.Engine.Plan;
import io.plumbline.spi.Engine.Workspace;
import io.plumbline.spi.EngineException;
import io.plumbline.spi.Format;
import io.plumbline.value.Value;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.model.Bucket;

/** The life of a stack under CloudFormation, as the sandbox plays it. */
class CloudFormationEngineIT {
  @RegisterExtension static final SandboxServer SANDBOX = new SandboxServer();

  private static Bench bench(String stack) {
    return bench(stack, Map.of());
  }

  private static Bench bench(String stack, Map<String, String> settings) {
    return new Bench(
        new CloudFormationEngine(), new CloudFormationFormat(), SANDBOX, stack, settings);
  }

  private static ResourceGraph only(ResourceGraph graph, String... addresses) {
    return graph.keeping(r -> Set.of(addresses).contains(r.address()));
  }

  @Test
  void deploysChangesAndRemoves() {
    Bench bench = bench("life");
    ResourceGraph fleet = SampleFleet.whole("cfn-life");

    Plan first = bench.plan(fleet);
    assertThat(Bench.changes(first))
        .hasSize(fleet.resources().size() - 2) // an egress rule and an attachment stand in others
        .allMatch(change -> change.startsWith("CREATE "));
    Map<String, String> ids = bench.apply(fleet, first);
    assertThat(ids.get("network")).startsWith("vpc-");
    assertThat(ids).containsKeys("trainers/group", "checkpoints", "network/gateway");
    assertThat(bench.said()).contains("network: create complete");

    Plan second = bench.plan(fleet);
    assertThat(second.changes()).isEmpty();
    assertThat(second.file()).isNull();
    assertThat(bench.apply(fleet, second)).isEqualTo(ids);

    ResourceGraph larger =
        SampleFleet.with(
            SampleFleet.with(
                fleet, SampleFleet.with(fleet.get("trainers/group"), "maxSize", Value.whole(6))),
            SampleFleet.with(fleet.get("checkpoints"), "versioning", Value.text("Suspended")));
    Plan update = bench.plan(larger);
    // CloudFormation names the policy, too, which refers to the bucket's ARN: that stays the same.
    assertThat(Bench.changes(update))
        .containsExactly("UPDATE checkpoints", "UPDATE trainers/group");
    assertThat(
            update.changes().stream()
                .filter(c -> c.address().equals("checkpoints"))
                .map(Change::attributes))
        .containsExactly(List.of("VersioningConfiguration"));
    bench.apply(larger, update);

    ResourceGraph kept = larger.keeping(Resource::keep);
    bench.deploy(kept);
    assertThat(bench.plan(kept).changes()).isEmpty();

    ResourceGraph released = SampleFleet.with(kept, kept.get("checkpoints").withKeep(false));
    bench.release(released);
    Plan gone = bench.plan(ResourceGraph.EMPTY);
    assertThat(Bench.changes(gone)).containsExactly("FORGET checkpoints");
    assertThat(bench.apply(ResourceGraph.EMPTY, gone)).isEmpty();
    assertThat(bench.said())
        .contains("kept, and no longer managed: checkpoints (cfn-life-checkpoints)");
    assertThat(bench.plan(ResourceGraph.EMPTY).changes()).isEmpty();
  }

  @Test
  void refusesToReplaceOrForgetWhatIsProtected() {
    Bench bench = bench("kept");
    ResourceGraph bucket = only(SampleFleet.whole("cfn-kept"), "checkpoints");
    bench.deploy(bucket);
    ResourceGraph renamed =
        new ResourceGraph(
            List.of(
                SampleFleet.with(
                    bucket.get("checkpoints"), "bucketName", Value.text("cfn-other"))));

    for (ResourceGraph graph : List.of(renamed, ResourceGraph.EMPTY)) {
      assertThatThrownBy(() -> bench.plan(graph))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining(
              "checkpoints (stacks/src/main/java/Training.java:24) is protected, and this plan"
                  + " would delete or replace it. If that is meant, release it: --release"
                  + " checkpoints");
    }
  }

  @Test
  void keepsTheLogicalIdOfWhatWasRenamed() {
    Bench bench = bench("moved");
    ResourceGraph before = only(SampleFleet.whole("cfn-moved"), "checkpoints");
    bench.deploy(before);
    Resource bucket = before.get("checkpoints");
    ResourceGraph after =
        new ResourceGraph(
            List.of(
                Resource.of("models", bucket.kind(), bucket.attributes(), null)
                    .withFormerly("checkpoints")));

    assertThat(bench.plan(after).changes()).isEmpty();
  }

  @Test
  void saysWhyAFirstDeployFailedAndStartsAfresh() {
    Bench bench = bench("failure");
    ResourceGraph fleet = only(SampleFleet.whole("cfn-failure"), "network", "network/public-a");
    ResourceGraph outside =
        SampleFleet.with(
            fleet,
            SampleFleet.with(
                fleet.get("network/public-a"), "cidrBlock", Value.text("10.99.0.0/20")));
    Plan plan = bench.plan(outside);

    assertThatThrownBy(() -> bench.apply(outside, plan))
        .isInstanceOf(EngineException.class)
        .hasMessageContainingAll(
            "network/public-a (stacks/src/main/java/Training.java:11): ",
            "All that it had made was removed again.");

    bench.deploy(fleet);
    assertThat(bench.plan(fleet).changes()).isEmpty();
  }

  /** The role of the fleet's name, of another stack: in the way of one that has it too. */
  private static Bench roleInTheWay(ResourceGraph fleet, String stack) {
    Bench other = bench(stack);
    other.deploy(only(fleet, "worker"));
    return other;
  }

  /** A bucket that is made, and a role that is made after it. */
  private static ResourceGraph bucketBeforeRole(ResourceGraph fleet) {
    ResourceGraph both = only(fleet, "checkpoints", "worker");
    return SampleFleet.with(both, both.get("worker").withAfter(List.of("checkpoints")));
  }

  private static List<String> buckets(String prefix) {
    return SANDBOX.aws().s3().listBuckets().buckets().stream()
        .map(Bucket::name)
        .filter(name -> name.startsWith(prefix))
        .toList();
  }

  @Test
  void leavesNothingProtectedBehindWhereTheFirstDeployFails() {
    ResourceGraph fleet = SampleFleet.whole("cfn-first");
    ResourceGraph wanted = bucketBeforeRole(fleet);
    Bench other = roleInTheWay(fleet, "first-other");
    Bench bench = bench("first");

    assertThatThrownBy(() -> bench.deploy(wanted))
        .hasMessageContainingAll("worker (", "All that it had made was removed again.");
    assertThat(bench.said()).contains("checkpoints: create complete");
    assertThat(buckets("cfn-first")).isEmpty();

    other.deploy(ResourceGraph.EMPTY);
    bench.deploy(wanted);
    assertThat(buckets("cfn-first")).containsExactly("cfn-first-checkpoints");
    bench.release(SampleFleet.with(wanted, wanted.get("checkpoints").withKeep(false)));
    bench.deploy(ResourceGraph.EMPTY);
    assertThat(buckets("cfn-first")).containsExactly("cfn-first-checkpoints");
  }

  @Test
  void namesWhatStaysOfAFirstDeployThatFailed() {
    ResourceGraph fleet = SampleFleet.whole("cfn-stays");
    roleInTheWay(fleet, "stays-other");
    Bench bench =
        new Bench(new CloudFormationEngine(), new Retaining(), SANDBOX, "stays", Map.of());

    assertThatThrownBy(() -> bench.deploy(bucketBeforeRole(fleet)))
        .hasMessageContaining(
            "Not all that it had made was removed again. Still there: checkpoints"
                + " (cfn-stays-checkpoints).");
  }

  /** Templates as somebody may edit them: retaining from the beginning. */
  private static final class Retaining implements Format {
    private final Format format = new CloudFormationFormat();

    @Override
    public String id() {
      return format.id();
    }

    @Override
    public Dialect dialect() {
      return format.dialect();
    }

    @Override
    public Set<String> providers() {
      return format.providers();
    }

    @Override
    public Map<String, Artefact> render(ResourceGraph graph, Target target) {
      Map<String, Artefact> retaining = new TreeMap<>();
      format
          .render(graph, target)
          .forEach(
              (name, artefact) ->
                  retaining.put(
                      name,
                      out -> {
                        StringBuilder text = new StringBuilder();
                        artefact.writeTo(text);
                        out.append(text.toString().replace("RetainExceptOnCreate", "Retain"));
                      }));
      return retaining;
    }
  }

  @Test
  void saysThatAFailedChangeWasUndone() {
    Bench bench = bench("undone");
    ResourceGraph fleet = SampleFleet.whole("cfn-undone");
    ResourceGraph network = only(fleet, "network");
    bench.deploy(network);
    ResourceGraph outside =
        SampleFleet.with(
            only(fleet, "network", "network/public-a"),
            SampleFleet.with(
                fleet.get("network/public-a"), "cidrBlock", Value.text("10.99.0.0/20")));

    assertThatThrownBy(() -> bench.deploy(outside))
        .hasMessageContaining("Everything is again as it was before.");
    assertThat(bench.plan(network).changes()).isEmpty();
  }

  @Test
  void refusesAPlanThatTheWorldHasMovedAwayFrom() {
    Bench bench = bench("stale");
    ResourceGraph fleet = SampleFleet.whole("cfn-stale");
    ResourceGraph network = only(fleet, "network");
    bench.deploy(network);
    ResourceGraph more = only(fleet, "network", "network/public-a");
    Plan old = bench.plan(more);
    bench.write(network);
    assertThatThrownBy(() -> bench.apply(network, old))
        .hasMessageContaining("the design has changed since");

    bench.deploy(
        SampleFleet.with(
            network,
            SampleFleet.with(network.get("network"), "enableDnsHostnames", Value.flag(false))));
    Plan later = bench.plan(more);
    bench.deploy(more);
    assertThatThrownBy(() -> bench.apply(more, later))
        .hasMessageContaining("something was deployed after it was made");
  }

  @Test
  void takesIdsOfExistingThings() {
    Bench first = bench("there");
    Bench second = bench("beside");
    String vpc = first.deploy(only(SampleFleet.whole("cfn-there"), "network")).get("network");
    Resource existing =
        Resource.existing(
            "shared", SampleFleet.kind("vpc"), new Lookup.ByName("cfn-there-network"), null);
    Resource subnet =
        Resource.of(
            "subnet",
            SampleFleet.kind("subnet"),
            Value.object("vpcId", existing.ref("id"), "cidrBlock", Value.text("10.20.16.0/20")),
            null);
    ResourceGraph graph = new ResourceGraph(List.of(existing, subnet));

    assertThatThrownBy(() -> second.plan(graph))
        .hasMessageContaining("shared: the id of the existing vpc");
    Plan plan = second.plan(graph, Map.of("shared", vpc));
    assertThat(Bench.changes(plan)).containsExactly("CREATE subnet");
    assertThat(second.apply(graph, plan).get("subnet")).startsWith("subnet-");
  }

  /** A network, and security groups in it, each with {@code description}. */
  private static ResourceGraph groups(String name, int count, String description) {
    List<Resource> many = new ArrayList<>(only(SampleFleet.whole(name), "network").resources());
    for (int i = 0; i < count; i++) {
      many.add(
          Resource.of(
              "group-" + i,
              SampleFleet.kind("security-group"),
              Value.object(
                  "name", Value.text(name + "-" + i),
                  "description", Value.text(description),
                  "vpcId", Value.ref("network", "id"),
                  "inlineEgress",
                      Value.list(
                          Value.object(
                              "ipProtocol",
                              Value.text("-1"),
                              "cidrIpv4",
                              Value.text("10.0.0.0/8")))),
              null));
    }
    return new ResourceGraph(many);
  }

  @Test
  void takesTemplatesThatAreTooLongForARequestToABucket() {
    ResourceGraph graph = groups("cfn-long", 120, "d".repeat(200));
    Bench bucket = bench("artefacts");
    Bench bench = bench("long", Map.of("artefacts.bucket", "cfn-artefacts-checkpoints"));
    bucket.deploy(only(SampleFleet.whole("cfn-artefacts"), "checkpoints"));

    assertThat(Bench.changes(bench.plan(graph))).hasSize(121);
    assertThat(bench.deploy(graph)).containsOnlyKeys("network"); // a group is known by an attribute
    assertThat(bench.plan(graph).changes()).isEmpty();
  }

  /** A sandbox has a bucket for that, which nobody has to name. */
  @Test
  void takesThemToABucketOfItsOwnOnThisMachine() {
    ResourceGraph graph = groups("cfn-local", 120, "d".repeat(200));
    Bench bench = bench("local");

    assertThat(Bench.changes(bench.plan(graph))).hasSize(121);
    assertThat(bench.deploy(graph)).containsOnlyKeys("network"); // a group is known by an attribute
    assertThat(bench.plan(graph).changes()).isEmpty();
  }

  /** Which engine "auto" is, the format does not know; the engine does. */
  @Test
  void refusesWhatNoTemplateTakesBeforeAnythingIsChanged() throws IOException {
    ResourceGraph graph = groups("cfn-auto", 1, "d".repeat(1_000_000));
    Bench bench = bench("auto");
    Target auto =
        new Target(
            "sandbox", "auto", new Site("main", "aws", "auto", bench.site().settings(), null));
    Path folder = Files.createDirectories(bench.directory().resolve("cloudformation"));
    try (Writer out = Files.newBufferedWriter(folder.resolve("template.yaml"))) {
      new CloudFormationFormat().render(graph, auto).get("template.yaml").writeTo(out);
    }
    Workspace workspace =
        new Workspace(auto, bench.directory(), graph, ResourceGraph.EMPTY, Map.of());

    assertThatThrownBy(() -> new CloudFormationEngine().plan(workspace, line -> {}))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("PLB-CFN-006");
    assertThat(bench.plan(ResourceGraph.EMPTY).changes()).isEmpty();
  }

  @Test
  void refusesTheWrongAccount() {
    Bench bench = bench("account", Map.of("account", "999999999999"));
    assertThatThrownBy(() -> bench.plan(ResourceGraph.EMPTY))
        .hasMessageContaining(
            "the credentials belong to account 123456789012, and site main is account"
                + " 999999999999");
  }
}
