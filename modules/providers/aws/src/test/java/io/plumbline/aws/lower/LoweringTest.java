package io.plumbline.aws.lower;

import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.byId;
import static io.plumbline.dsl.Words.byTag;
import static io.plumbline.dsl.Words.days;
import static io.plumbline.dsl.Words.gib;
import static io.plumbline.dsl.Words.minutes;
import static io.plumbline.dsl.Words.template;
import static io.plumbline.dsl.Words.usdPerHour;
import static io.plumbline.model.Gpu.H100_SXM;
import static io.plumbline.model.Gpu.L4;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsProvider;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.GpuPoolBuilder;
import io.plumbline.dsl.InterruptionHandlingBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.graph.GraphJson;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Spelling;
import io.plumbline.model.Design;
import io.plumbline.model.Endpoint;
import io.plumbline.model.Image;
import io.plumbline.model.Purchase.Strategy;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.Provider;
import io.plumbline.testkit.Describing;
import io.plumbline.testkit.golden.Golden;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class LoweringTest {
  private static final Provider AWS = new AwsProvider();
  private static final Image UBUNTU = Image.id("ami-0abcdef1234567890");

  @Test
  void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(Provider.class)).hasAtLeastOneElementOfType(AwsProvider.class);
  }

  @Test
  void lowersATrainingFleet() {
    golden("training-fleet", LoweringTest::trainingFleet);
  }

  @Test
  void lowersInterruptionHandling() {
    ResourceGraph graph = AWS.lower(Describing.on(LoweringTest::lookedAfter), Describing.TARGET);

    assertThat(
            graph.resources().stream().map(Resource::address).filter(a -> a.startsWith("repair")))
        .containsExactly(
            "repair",
            "repair/role",
            "repair/policy",
            "repair/logs",
            "repair/dead-letters",
            "repair/alarm-dead-letters",
            "repair/queue",
            "repair/mapping",
            "repair/spot-interruption",
            "repair/spot-interruption-target",
            "repair/reservation-interruption",
            "repair/reservation-interruption-target",
            "repair/rebalance",
            "repair/rebalance-target",
            "repair/health",
            "repair/health-target");
    assertThat(graph.get("repair").attributes().get("environment"))
        .isEqualTo(
            Value.object(
                "GROUPS", Value.ref("spot/group", "name"), "REBALANCE", Value.text("replace")));
    assertThat(JsonWriter.compact(GraphJson.write(graph)))
        .contains("autoscaling:TerminateInstanceInAutoScalingGroup")
        .contains("log-group:/aws/lambda/test-fleet-repair:*");
  }

  @Test
  void setsOffAnAlarmForEventsThatCouldNotBeHandled() {
    Value.Obj alarm =
        AWS.lower(Describing.on(LoweringTest::lookedAfter), Describing.TARGET)
            .get("repair/alarm-dead-letters")
            .attributes();

    assertThat(alarm.get("dimensions"))
        .isEqualTo(Value.object("QueueName", Value.text("test-fleet-repair-dead-letters")));
    assertThat(alarm.get("metricName")).isEqualTo(Value.text("ApproximateNumberOfMessagesVisible"));
    assertThat(alarm.has("alarmActions")).isFalse();
  }

  @Test
  void letsNodesOfAPoolThatDrainsThemGoThroughItsHook() {
    ResourceGraph graph =
        AWS.lower(
            Describing.on(site -> lookedAfter(site, p -> p.drainHook(minutes(10)), r -> {})),
            Describing.TARGET);

    assertThat(graph.get("repair").attributes().get("environment"))
        .isEqualTo(
            Value.object(
                "GROUPS", Value.ref("spot/group", "name"),
                "DRAINED", Value.ref("spot/group", "name"),
                "REBALANCE", Value.text("ignore")));
    assertThat(JsonWriter.compact(GraphJson.write(graph)))
        .contains("autoscaling:TerminateInstanceInAutoScalingGroup")
        .doesNotContain("autoscaling:DetachInstances");
  }

  @Test
  void givesTheRoleOfAPoolTheRightToCompleteItsHooksBeforeItHasNodes() {
    ResourceGraph graph =
        AWS.lower(
            Describing.on(
                site -> {
                  var role = site.instanceRole("node", r -> {});
                  lookedAfter(
                      site,
                      p -> p.role(role).launchHook(minutes(9)).warmPool(w -> w.nodes(2)),
                      r -> {});
                }),
            Describing.TARGET);

    Value.Obj hook = graph.get("spot/launch").attributes();
    assertThat(hook.get("defaultResult")).isEqualTo(Value.text("ABANDON"));
    assertThat(hook.get("heartbeatTimeout")).isEqualTo(Value.whole(540));
    assertThat(JsonWriter.compact(graph.get("spot/hooks").attributes().get("policyDocument")))
        .contains("autoScalingGroupName/test-fleet-spot-group", "CompleteLifecycleAction");
    Resource group = graph.get("spot/group");
    assertThat(group.after()).contains("spot/hooks");
    Value.Obj warm = (Value.Obj) group.attributes().get("warmPool");
    assertThat(warm.get("minSize")).isEqualTo(Value.whole(2));
    assertThat(warm.get("maxGroupPreparedCapacity")).isEqualTo(Value.whole(2));
  }

  @Test
  void tagsNodesAndTheirDisksWithTheTagsOfTheSiteToo() {
    Site site =
        new Site(
            "main", "aws", "terraform", Map.of("region", "eu-west-1", "tags.owner", "ml"), null);
    ResourceGraph graph =
        AWS.lower(Describing.on(LoweringTest::lookedAfter), new Target("test", "fleet", site));

    Value owner = Value.text("ml");
    assertThat(((Value.Obj) graph.get("net").attributes().get("tags")).get("owner"))
        .isEqualTo(owner);
    Value specifications = graph.get("spot/template").attributes().get("tagSpecifications");
    assertThat(((Value.Sequence) specifications).items())
        .extracting(each -> ((Value.Obj) ((Value.Obj) each).get("tags")).get("owner"))
        .containsExactly(owner, owner);
  }

  private static void lookedAfter(SiteBlueprint site) {
    lookedAfter(site, p -> {}, InterruptionHandlingBuilder::replaceOnRebalance);
  }

  private static void lookedAfter(
      SiteBlueprint site,
      Consumer<GpuPoolBuilder> more,
      Consumer<InterruptionHandlingBuilder> handling) {
    var net =
        site.network("net", n -> n.cidr("10.0.0.0/16").zones("us-east-1a").privateSubnets(20));
    var rules = site.securityRules("rules", s -> s.in(net).egress(r -> r.tcp(443).toAnywhere()));
    var spot =
        site.gpuPool(
            "spot",
            p ->
                more.accept(
                    p.in(net.privateSubnets())
                        .gpusPerNode(8, H100_SXM)
                        .count(1)
                        .spot(s -> {})
                        .image(UBUNTU)
                        .securedBy(rules)));
    site.interruptionHandling("repair", r -> handling.accept(r.of(spot)));
  }

  private static void trainingFleet(SiteBlueprint site) {
    var net =
        site.network(
            "net",
            n ->
                n.cidr("10.20.0.0/16")
                    .zones("us-east-1a", "us-east-1b")
                    .publicSubnets(24)
                    .privateSubnets(20));
    var checkpoints =
        site.bucket(
            "checkpoints",
            b ->
                b.lifecycle(
                        "tidy", l -> l.abortUploadsAfter(days(7)).expireNoncurrentAfter(days(30)))
                    .lifecycle(
                        "logs",
                        l ->
                            l.prefix("logs/")
                                .coolAfter(days(30))
                                .archiveAfter(days(60))
                                .expireAfter(days(90))));
    var role =
        site.instanceRole(
            "node",
            r ->
                r.allow("s3:GetObject", "s3:PutObject")
                    .on(checkpoints.objects("runs/*"))
                    .deny("s3:DeleteBucket")
                    .on(checkpoints.arn())
                    .managedPolicy("AmazonSSMManagedInstanceCore"));
    var bastion =
        site.securityRules("bastion", s -> s.in(net).egress(r -> r.tcp(22).to("10.20.0.0/16")));
    var fabric =
        site.securityRules(
            "fabric",
            s ->
                s.in(net)
                    .describedAs("training fabric")
                    .amongThemselves()
                    .ingress(r -> r.tcp(22).from(bastion).because("administrators"))
                    .ingress(r -> r.icmp().from("10.0.0.0/8", "2001:db8::/32"))
                    .egress(r -> r.tcp(443).toAnywhere()));
    site.gpuPool(
        "trainers",
        p ->
            p.in(net.privateSubnets())
                .gpusPerNode(8, H100_SXM)
                .count(4)
                .image(UBUNTU)
                .rootDisk(gib(500))
                .bootScript(template("node.sh", v -> v.set("bucket", checkpoints.name())))
                .role(role)
                .securedBy(fabric, bastion));
    site.gpuPool(
        "spot",
        p ->
            p.in(net.privateSubnets())
                .instanceTypes("p5.48xlarge", "p4d.24xlarge")
                .count(band(0, 16).ownedBy("autoscaler"))
                .spot(
                    s ->
                        s.maxPrice(usdPerHour("20.5"))
                            .onDemandBase(1)
                            .onDemandShare(10)
                            .strategy(Strategy.LOWEST_PRICE))
                .image(Image.parameter("/acme/images/gpu"))
                .role(role)
                .securedBy(fabric));
  }

  @Test
  void lowersANetworkWithItsWaysOut() {
    golden(
        "network-with-ways-out",
        site -> {
          var records = site.bucket("records", b -> b.named("acme-records"));
          var net =
              site.network(
                  "net",
                  n ->
                      n.cidr("10.20.0.0/16")
                          .zones("us-east-1a", "us-east-1b")
                          .publicSubnets(24)
                          .privateSubnets(20)
                          .natGatewayPerZone()
                          .endpoints(Endpoint.OBJECT_STORE, Endpoint.CONTAINER_REGISTRY)
                          .flowLogs(records));
          site.network(
              "outside",
              n ->
                  n.cidr("10.30.0.0/16")
                      .zones("us-east-1a")
                      .publicSubnets(24)
                      .endpoints(Endpoint.LOGS)
                      .flowLogs(records, "audit/outside"));
          var rules =
              site.securityRules("rules", s -> s.in(net).egress(r -> r.tcp(443).toAnywhere()));
          site.gpuPool(
              "pool",
              p ->
                  p.in(net.privateSubnets())
                      .instanceTypes("p5.48xlarge")
                      .count(1)
                      .image(UBUNTU)
                      .securedBy(rules));
        });
  }

  @Test
  void lowersOneNatGatewayForAllZones() {
    ResourceGraph graph =
        lower(
            site ->
                site.network(
                    "net",
                    n ->
                        n.cidr("10.20.0.0/16")
                            .zones("us-east-1a", "us-east-1b")
                            .publicSubnets(24)
                            .privateSubnets(20)
                            .oneNatGateway()));

    assertThat(graph.resources().stream().map(Resource::address))
        .contains("net/nat-us-east-1a", "net/nat-us-east-1a-address")
        .doesNotContain("net/nat-us-east-1b");
    assertThat(graph.get("net/private-us-east-1b-default").attributes().get("natGatewayId"))
        .isEqualTo(Value.ref("net/nat-us-east-1a", "id"));
    assertThat(graph.get("net/nat-us-east-1a-address").keep()).isTrue();
  }

  @Test
  void lowersAPoolInAnExistingNetwork() {
    golden(
        "existing-network",
        site -> {
          var corp =
              site.existingNetwork(
                  "corp",
                  e ->
                      e.vpc(byTag("Name", "corp"))
                          .privateSubnets(byId("subnet-1"), byTag("tier", "b")));
          var rules =
              site.securityRules("rules", s -> s.in(corp).egress(r -> r.all().toAnywhere()));
          site.gpuPool(
              "servers",
              p ->
                  p.in(corp.privateSubnets())
                      .gpusPerNode(4, L4)
                      .spot(s -> {})
                      .count(2)
                      .image(UBUNTU)
                      .securedBy(rules)
                      .raw(
                          "group",
                          Dialect.TERRAFORM,
                          "wait_for_capacity_timeout",
                          Value.text("0"),
                          "nodes take long to boot"));
        });
  }

  @Test
  void aRenamedComponentKeepsItsLiveNamesAndSaysItsFormerAddresses() {
    ResourceGraph before = lower(site -> rulesAndPool(site, "fabric", "trainers", false));
    ResourceGraph after = lower(site -> rulesAndPool(site, "mesh", "learners", true));

    assertThat(after.get("learners/template").formerly()).isEqualTo("trainers/template");
    assertThat(name(after, "learners/group")).isEqualTo(name(before, "trainers/group"));
    assertThat(name(after, "mesh")).isEqualTo(name(before, "fabric"));
    assertThat(after.get("mesh/ingress-all-from-self").formerly())
        .isEqualTo("fabric/ingress-all-from-self");
    assertThat(after.get("edge/ingress-tcp-80-from-group-mesh").formerly())
        .isEqualTo("edge/ingress-tcp-80-from-group-fabric");
    assertThat(after.get("edge").formerly()).isNull();
    assertThat(((Value.Obj) after.get("mesh").attributes().get("tags")).get("plumbline:id"))
        .isEqualTo(Value.text("mesh"));
  }

  private static Value name(ResourceGraph graph, String address) {
    return graph.get(address).attributes().get("name");
  }

  private static void rulesAndPool(SiteBlueprint site, String rules, String pool, boolean renamed) {
    var net =
        site.network("net", n -> n.cidr("10.0.0.0/16").zones("us-east-1a").privateSubnets(20));
    var fabric =
        site.securityRules(
            rules,
            s -> {
              s.in(net).amongThemselves();
              if (renamed) {
                s.formerly("fabric");
              }
            });
    site.securityRules("edge", s -> s.in(net).ingress(r -> r.tcp(80).from(fabric)));
    site.gpuPool(
        pool,
        p -> {
          p.in(net.privateSubnets())
              .gpusPerNode(8, H100_SXM)
              .count(1)
              .image(UBUNTU)
              .securedBy(fabric);
          if (renamed) {
            p.formerly("trainers");
          }
        });
  }

  @Test
  void everyReferenceAndAttributeIsOneThatTheKindsKnow() {
    ResourceGraph graph = lower(LoweringTest::trainingFleet);

    for (Resource resource : graph.resources()) {
      resource
          .attributes()
          .members()
          .keySet()
          .forEach(
              name ->
                  assertThat(resource.kind().attribute(name))
                      .as("%s %s", resource.kind(), name)
                      .isNotNull());
      References.forEach(
          resource.attributes(),
          ref ->
              assertThat(graph.get(ref.resource()).kind().outputs())
                  .as(ref.toString())
                  .contains(ref.output()));
      resource.after().forEach(address -> assertThat(graph.find(address)).isNotNull());
    }
  }

  @Test
  void tagsEverythingThatEveryEngineCanTag() {
    for (Resource resource : lower(LoweringTest::trainingFleet).resources()) {
      Attribute tags = resource.kind().attribute("tags");
      if (tags != null && tags.spelling(Dialect.CLOUDFORMATION) instanceof Spelling.Absent) {
        assertThat(resource.attributes().has("tags")).as(resource.address()).isFalse();
      } else if (tags != null) {
        assertThat(resource.attributes().get("tags").toString())
            .as(resource.address())
            .contains("plumbline:id", "plumbline:stack", "plumbline:environment", "Name");
      }
    }
  }

  @Test
  void protectsBucketsAlone() {
    assertThat(lower(LoweringTest::trainingFleet).resources())
        .filteredOn(Resource::keep)
        .extracting(Resource::address)
        .containsExactly("checkpoints");
  }

  private static void golden(String testCase, Consumer<SiteBlueprint> body) {
    Value graph = GraphJson.writeWithoutSource(lower(body));
    Golden.check(testCase, "graph.json", JsonWriter.pretty(graph));
  }

  private static ResourceGraph lower(Consumer<SiteBlueprint> body) {
    Design design = Describing.on(body);
    assertThat(design.problems()).filteredOn(p -> p.isError()).isEmpty();
    assertThat(AWS.validate(design, Describing.TARGET)).filteredOn(Diagnostic::isError).isEmpty();
    return AWS.lower(design, Describing.TARGET);
  }
}
