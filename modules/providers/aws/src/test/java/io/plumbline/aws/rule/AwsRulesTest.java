package io.plumbline.aws.rule;

import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.gib;
import static io.plumbline.dsl.Words.usdPerHour;
import static io.plumbline.model.Gpu.B300;
import static io.plumbline.model.Gpu.H100_SXM;
import static io.plumbline.model.Gpu.H200_SXM;
import static io.plumbline.model.Placement.CLUSTER;
import static io.plumbline.model.Placement.PARTITION;
import static io.plumbline.model.Placement.SPREAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsProvider;
import io.plumbline.aws.catalogue.Catalogue;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.DescriptionRules;
import io.plumbline.dsl.GpuPoolBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Words.UnownedBand;
import io.plumbline.kind.Dialect;
import io.plumbline.model.CapacityReservation;
import io.plumbline.model.Component;
import io.plumbline.model.Design;
import io.plumbline.model.ExistingCapacityBlock;
import io.plumbline.model.Image;
import io.plumbline.model.Network;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.rule.DesignChecks;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import io.plumbline.testkit.Describing;
import io.plumbline.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each rule catches the wrong design at its line, and leaves the right one alone. */
final class AwsRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void refusesASiteWithoutARegion() {
    Site site = new Site("main", "aws", "terraform", Map.of(), null);
    Design empty = Describing.on(s -> {});

    assertThat(new AwsProvider().validate(empty, new Target("test", "fleet", site)))
        .extracting(Diagnostic::code)
        .containsExactly("PLB-AWS-001");
    assertThat(new AwsProvider().validate(empty, Describing.TARGET)).isEmpty();
  }

  @Test
  void refusesABlockThatIsNoVpc() {
    catches("PLB-NET-007", "net", s -> net(s, "10.0.0.0/8"));
    catches("PLB-NET-007", "net", s -> net(s, "2001:db8::/32"));
    accepts("PLB-NET-007", s -> net(s, "10.0.0.0/16"));
  }

  private static void net(SiteBlueprint site, String cidr) {
    site.network("net", n -> n.cidr(cidr).zones("us-east-1a").privateSubnets(64));
    site.network("other", n -> n.cidr("10.0.0.0/16").zones("us-east-1a").privateSubnets(20));
  }

  @Test
  void refusesASubnetTooSmallForAws() {
    catches("PLB-NET-008", "net", s -> network(s, 29, "us-east-1a"));
    accepts("PLB-NET-008", s -> network(s, 28, "us-east-1a"));
  }

  @Test
  void refusesAZoneOfAnotherRegion() {
    catches("PLB-NET-009", "net", s -> network(s, 20, "us-east-1a", "us-west-2a"));
    catches("PLB-NET-009", "net", s -> network(s, 20, "us-east-1"));
    accepts("PLB-NET-009", s -> network(s, 20, "us-east-1a", "us-east-1-bos-1a"));
  }

  @Test
  void refusesFlowLogsOfAnAccountThatIsNotKnown() {
    Site site = new Site("main", "aws", "terraform", Map.of("region", "us-east-1"), null);
    Design logged = Describing.on(s -> logged(s, "audit"));

    assertThat(new AwsProvider().validate(logged, new Target("test", "fleet", site)))
        .extracting(Diagnostic::code)
        .containsExactly("PLB-NET-015");
    accepts("PLB-NET-015", s -> logged(s, "audit"));
  }

  @Test
  void refusesAPrefixThatFlowLogsCannotHave() {
    catches("PLB-NET-016", "net", s -> logged(s, ""));
    catches("PLB-NET-016", "net", s -> logged(s, "audit/"));
    catches("PLB-NET-016", "net", s -> logged(s, "audit//net"));
    catches("PLB-NET-016", "net", s -> logged(s, "audit/AWSLogs"));
    catches("PLB-NET-016", "net", s -> logged(s, "${audit}"));
    accepts("PLB-NET-016", s -> logged(s, "audit/net-1_(a)"));
  }

  private static void logged(SiteBlueprint site, String prefix) {
    var records = site.bucket("records");
    site.network(
        "net",
        n ->
            n.cidr("10.0.0.0/16").zones("us-east-1a").privateSubnets(20).flowLogs(records, prefix));
  }

  @Test
  void warnsOfMoreNodesThanAddresses() {
    Diagnostic problem = catches("PLB-NET-010", "net", s -> twoPools(s, 11, band(0, 12)));

    assertThat(problem.isError()).isFalse();
    assertThat(problem.detail())
        .contains("up to 23 nodes in its private subnets (steady 11, moving 12)")
        .contains("there are 22 addresses");
    accepts("PLB-NET-010", s -> twoPools(s, 11, band(0, 11)));
  }

  private static void twoPools(SiteBlueprint site, int fixed, UnownedBand band) {
    Network net =
        site.network(
            "net",
            n ->
                n.cidr("10.0.0.0/16")
                    .zones("us-east-1a", "us-east-1b")
                    .publicSubnets(28)
                    .privateSubnets(28));
    site.gpuPool("steady", p -> p.in(net.privateSubnets()).count(fixed));
    site.gpuPool("moving", p -> p.in(net.privateSubnets()).count(band.ownedBy("autoscaler")));
    site.gpuPool("outside", p -> p.in(net.publicSubnets()).count(1));
  }

  private static Network network(SiteBlueprint site, int prefix, String... zones) {
    return site.network("net", n -> n.cidr("10.0.0.0/16").zones(zones).privateSubnets(prefix));
  }

  @Test
  void refusesAnUnknownInstanceTypeAndSaysWhatThereIs() {
    Diagnostic problem =
        catches("PLB-POOL-003", "pool", s -> pool(s, p -> p.instanceTypes("p5.49xlarge")));

    assertThat(problem.detail())
        .contains("\"p5.49xlarge\"; of p5 there are p5.48xlarge, p5.4xlarge");
    assertThat(catches("PLB-POOL-003", "pool", s -> pool(s, p -> p.instanceTypes("h100"))).detail())
        .contains("families with accelerators are g4dn, g5");
    accepts("PLB-POOL-003", s -> pool(s, p -> p.instanceTypes("p5.48xlarge")));
  }

  @Test
  void refusesAcceleratorsThatAreNotSold() {
    Diagnostic number =
        catches("PLB-POOL-004", "pool", s -> pool(s, p -> p.gpusPerNode(3, H100_SXM)));
    Diagnostic terms =
        catches("PLB-POOL-004", "pool", s -> pool(s, p -> p.gpusPerNode(8, B300).spot(o -> {})));

    assertThat(number.detail())
        .contains("got 3 x H100_SXM on demand")
        .contains("8 x H100_SXM (p5.48xlarge:");
    assertThat(terms.detail()).contains("got 8 x B300 as spot");
    accepts("PLB-POOL-004", s -> pool(s, p -> p.gpusPerNode(8, H200_SXM)));
  }

  @Test
  void refusesTermsOnWhichATypeIsNotSold() {
    catches(
        "PLB-POOL-008",
        "pool",
        s -> pool(s, p -> p.instanceTypes("p6-b300.48xlarge").spot(o -> {})));
    accepts("PLB-POOL-008", s -> pool(s, p -> p.instanceTypes("p5.48xlarge").spot(o -> {})));
    catches("PLB-POOL-011", "pool", s -> pool(s, p -> p.instanceTypes("p5e.48xlarge")));
    accepts("PLB-POOL-011", s -> pool(s, p -> p.instanceTypes("p5e.48xlarge").spot(o -> {})));
  }

  @Test
  void warnsOfAPriceCapAboveEveryOnDemandPrice() {
    Diagnostic problem = catches("PLB-POOL-007", "pool", s -> pool(s, capped("99", "p5.48xlarge")));

    assertThat(problem.isError()).isFalse();
    assertThat(problem.detail()).contains("p5.48xlarge 55.04 USD/h (us-east-1, 2026-07-20)");
    accepts("PLB-POOL-007", s -> pool(s, capped("40", "p5.48xlarge", "p4d.24xlarge")));
    accepts("PLB-POOL-007", s -> pool(s, capped("99", "p5e.48xlarge")));
  }

  private static Consumer<GpuPoolBuilder> capped(String price, String... types) {
    return p -> p.instanceTypes(types).spot(s -> s.maxPrice(usdPerHour(price)));
  }

  @Test
  void refusesAnInstanceTypeListedTwice() {
    catches("PLB-POOL-012", "pool", s -> pool(s, p -> p.instanceTypes("g5.xlarge", "g5.xlarge")));
    catches("PLB-POOL-012", "pool", s -> pool(s, GpuPoolBuilder::instanceTypes));
    accepts("PLB-POOL-012", s -> pool(s, p -> p.instanceTypes("g5.xlarge", "g6.xlarge")));
  }

  @Test
  void refusesADiskThatDoesNotExist() {
    catches("PLB-POOL-013", "pool", s -> pool(s, p -> p.rootDisk(gib(0))));
    catches("PLB-POOL-013", "pool", s -> pool(s, p -> p.rootDisk(gib(10), d -> d.iops(6000))));
    catches(
        "PLB-POOL-013", "pool", s -> pool(s, p -> p.rootDisk(gib(10), d -> d.throughputMib(900))));
    accepts(
        "PLB-POOL-013",
        s -> pool(s, p -> p.rootDisk(gib(500), d -> d.iops(6000).throughputMib(900))));
  }

  @Test
  void refusesABootScriptThatEc2DoesNotHandOver() {
    catches("PLB-POOL-014", "pool", s -> pool(s, p -> p.bootScript("é".repeat(8193))));
    accepts("PLB-POOL-014", s -> pool(s, p -> p.bootScript("é".repeat(8192))));
  }

  @Test
  void refusesAnImageThatCannotBe() {
    catches("PLB-POOL-015", "pool", s -> pool(s, p -> p.image(Image.id("ubuntu-22.04"))));
    catches("PLB-POOL-015", "pool", s -> pool(s, p -> p.image(Image.parameter("/aws/service//x"))));
    accepts(
        "PLB-POOL-015", s -> pool(s, p -> p.image(Image.parameter("/aws/service/x_y.z/ami-id"))));
  }

  @Test
  void refusesAFabricWhereThereIsNone() {
    catches("PLB-FAB-002", "pool", s -> pool(s, p -> p.instanceTypes("g5.xlarge").fabric()));
    Diagnostic uneven =
        catches(
            "PLB-FAB-002",
            "pool",
            s -> pool(s, p -> p.instanceTypes("p5.48xlarge", "p5en.48xlarge").fabric()));

    assertThat(uneven.detail()).contains("p5.48xlarge with 32, p5en.48xlarge with 16 interfaces");
    accepts(
        "PLB-FAB-002",
        s -> pool(s, p -> p.instanceTypes("p5.48xlarge", "p5e.48xlarge").spot(o -> {}).fabric()));
  }

  @Test
  void refusesNodesThatMustBeNearInSeveralZones() {
    catches("PLB-FAB-003", "pool", s -> inZones(s, p -> p.fabric(), "us-east-1a", "us-east-1b"));
    catches(
        "PLB-FAB-003",
        "pool",
        s -> inZones(s, p -> p.placement(CLUSTER), "us-east-1a", "us-east-1b"));
    accepts("PLB-FAB-003", s -> inZones(s, p -> p.fabric().placement(CLUSTER), "us-east-1b"));
    accepts("PLB-FAB-003", s -> inZones(s, p -> p.placement(SPREAD), "us-east-1a", "us-east-1b"));
  }

  private static void inZones(SiteBlueprint site, Consumer<GpuPoolBuilder> setUp, String... zones) {
    Network net = network(site, 20, "us-east-1a", "us-east-1b");
    site.gpuPool(
        "pool",
        p -> {
          p.in(net.privateSubnets().inZones(zones)).instanceTypes("p5.48xlarge").count(2);
          setUp.accept(p);
        });
  }

  @Test
  void warnsOfAFabricInPublicSubnets() {
    Diagnostic problem = catches("PLB-FAB-004", "pool", s -> inPublic(s, "p5.48xlarge"));

    assertThat(problem.isError()).isFalse();
    accepts("PLB-FAB-004", s -> inPublic(s, "g5.48xlarge"));
  }

  private static void inPublic(SiteBlueprint site, String type) {
    Network net =
        site.network("net", n -> n.cidr("10.0.0.0/16").zones("us-east-1a").publicSubnets(24));
    site.gpuPool("pool", p -> p.in(net.publicSubnets()).instanceTypes(type).fabric());
  }

  @Test
  void refusesLocalDisksWhereThereAreNone() {
    catches("PLB-POOL-020", "pool", s -> pool(s, p -> p.instanceTypes("p3.2xlarge").localDisks()));
    accepts("PLB-POOL-020", s -> pool(s, GpuPoolBuilder::localDisks));
  }

  @Test
  void refusesMoreNodesThanAreKeptApart() {
    catches("PLB-PLACE-002", "pool", s -> pool(s, p -> p.count(8).placement(SPREAD)));
    accepts("PLB-PLACE-002", s -> pool(s, p -> p.count(7).placement(SPREAD)));
    accepts("PLB-PLACE-002", s -> pool(s, p -> p.count(8).placement(PARTITION)));
  }

  @Test
  void refusesAPlacementGroupTogetherWithAReservation() {
    catches(
        "PLB-RES-003", "pool", s -> pool(s, p -> p.placement(CLUSTER).reservation(kept(s, false))));
    catches(
        "PLB-RES-003",
        "pool",
        s ->
            pool(
                s,
                p ->
                    p.placement(CLUSTER)
                        .reservation(
                            s.existingCapacityReservation("kept", "cr-0abcdef1234567890"))));
    catches(
        "PLB-RES-003", "pool", s -> pool(s, p -> p.placement(SPREAD).reservation(kept(s, true))));
    catches(
        "PLB-RES-003", "pool", s -> pool(s, p -> p.placement(SPREAD).reservation(block(s, 1, 2))));
    accepts("PLB-RES-003", s -> pool(s, p -> p.reservation(kept(s, true))));
    accepts("PLB-RES-003", s -> pool(s, p -> p.placement(SPREAD).reservation(kept(s, false))));
  }

  private static CapacityReservation kept(SiteBlueprint site, boolean clustered) {
    return site.capacityReservation(
        "kept",
        r -> {
          r.instanceType("p5.48xlarge").count(2).zone("us-east-1a");
          if (clustered) {
            r.clustered();
          }
        });
  }

  /** From so many days after the present to so many. */
  private static ExistingCapacityBlock block(SiteBlueprint site, int from, int to) {
    return site.existingCapacityBlock(
        "block",
        "cr-0abcdef1234567890",
        NOW.plus(Duration.ofDays(from)),
        NOW.plus(Duration.ofDays(to)));
  }

  @Test
  void refusesAReservationThatThePoolCannotUse() {
    catches(
        "PLB-RES-004",
        "pool",
        s -> pool(s, p -> p.instanceTypes("p4d.24xlarge").reservation(kept(s, false))));
    catches(
        "PLB-RES-004",
        "pool",
        s -> inZones(s, p -> p.reservation(kept(s, false)), "us-east-1a", "us-east-1b"));
    catches(
        "PLB-RES-004", "pool", s -> inZones(s, p -> p.reservation(kept(s, false)), "us-east-1b"));
    catches(
        "PLB-RES-004",
        "pool",
        s ->
            pool(
                s,
                p -> p.instanceTypes("p5.48xlarge", "p5e.48xlarge").reservation(block(s, -1, 1))));
    accepts("PLB-RES-004", s -> inZones(s, p -> p.reservation(kept(s, false)), "us-east-1a"));
    accepts(
        "PLB-RES-004", s -> pool(s, p -> p.gpusPerNode(8, H100_SXM).reservation(kept(s, true))));
  }

  @Test
  void refusesABlockThatIsNotSold() {
    catches("PLB-RES-005", "block", s -> block(s, 2, 1));
    catches("PLB-RES-005", "block", s -> block(s, 0, 183));
    catches("PLB-RES-005", "block", s -> pool(s, p -> p.count(65).reservation(block(s, -1, 1))));
    accepts("PLB-RES-005", s -> pool(s, p -> p.count(64).reservation(block(s, 0, 182))));
  }

  @Test
  void warnsOfNodesOutsideTheirBlocksWindow() {
    Diagnostic early =
        catches("PLB-RES-006", "pool", s -> pool(s, p -> p.count(2).reservation(block(s, 1, 3))));
    Diagnostic late =
        catches("PLB-RES-006", "pool", s -> pool(s, p -> p.count(2).reservation(block(s, -3, -1))));

    assertThat(early.isError()).isFalse();
    assertThat(early.detail()).contains("begins at 2026-11-23T10:00:00Z");
    assertThat(late.detail()).contains("was over at 2026-11-21T10:00:00Z");
    accepts("PLB-RES-006", s -> pool(s, p -> p.count(0).reservation(block(s, 1, 3))));
    accepts("PLB-RES-006", s -> pool(s, p -> p.count(2).reservation(block(s, -1, 1))));
  }

  @Test
  void refusesReservationsThatAwsDoesNotMake() {
    catches("PLB-RES-007", "kept", s -> reserved(s, "p5.49xlarge", "us-east-1a"));
    catches("PLB-RES-007", "kept", s -> reserved(s, "p5e.48xlarge", "us-east-1a"));
    catches("PLB-RES-007", "kept", s -> reserved(s, "p5.48xlarge", "us-west-2a"));
    catches("PLB-RES-007", "kept", s -> s.existingCapacityReservation("kept", "kept"));
    catches(
        "PLB-RES-007",
        "pool",
        s -> pool(s, p -> p.instanceTypes("g5.xlarge").reservation(block(s, -1, 1))));
    accepts("PLB-RES-007", s -> reserved(s, "p5.48xlarge", "us-east-1a"));
    accepts(
        "PLB-POOL-011",
        s -> pool(s, p -> p.instanceTypes("p5e.48xlarge").reservation(block(s, -1, 1))));
  }

  private static void reserved(SiteBlueprint site, String type, String zone) {
    site.capacityReservation("kept", r -> r.instanceType(type).count(2).zone(zone));
  }

  @Test
  void refusesDescriptionsThatEc2Refuses() {
    catches(
        "PLB-SEC-006",
        "rules",
        s ->
            s.securityRules(
                "rules", r -> r.in(network(s, 20, "us-east-1a")).describedAs("für alle")));
    catches("PLB-SEC-006", "rules", s -> s.securityRules("rules", r -> r.describedAs("")));
    accepts("PLB-SEC-006", s -> s.securityRules("rules", r -> r.ingress(i -> i.tcp(1).fromSelf())));
  }

  @Test
  void refusesActionsThatCannotBe() {
    catches("PLB-ROLE-003", "node", s -> s.instanceRole("node", r -> r.allow("GetObject").on("*")));
    accepts(
        "PLB-ROLE-003",
        s -> s.instanceRole("node", r -> r.allow("s3:Get*", "ec2-messages:GetEndpoint").on("*")));
  }

  @Test
  void refusesResourcesThatAreNoArn() {
    catches("PLB-ROLE-005", "node", s -> role(s, Value.text("acme-data/*")));
    catches("PLB-ROLE-005", "node", s -> role(s, Value.text("")));
    Diagnostic joined =
        catches(
            "PLB-ROLE-005",
            "node",
            s -> role(s, Value.join(Value.text("s3:"), s.bucket("data").arn())));

    assertThat(joined.isError()).isTrue();
    assertThat(joined.detail()).contains("got \"s3:\"");
    accepts("PLB-ROLE-005", s -> role(s, Value.text("*"), Value.text("arn:aws:s3:::acme-data/*")));
    accepts(
        "PLB-ROLE-005",
        s -> {
          var data = s.bucket("data");
          role(s, data.arn(), data.objects());
          s.instanceRole(
              "other",
              r ->
                  r.allow("s3:GetObject").on(Value.join(Value.text("arn:aws:s3:::"), data.name())));
        });
  }

  private static void role(SiteBlueprint site, Value... resources) {
    site.instanceRole("node", r -> r.allow("s3:GetObject").on(resources));
  }

  @Test
  void refusesAManagedPolicyGivenTwice() {
    catches(
        "PLB-ROLE-004",
        "node",
        s -> s.instanceRole("node", r -> r.managedPolicy("A").managedPolicy("service-role/A")));
    accepts(
        "PLB-ROLE-004", s -> s.instanceRole("node", r -> r.managedPolicy("A").managedPolicy("B")));
  }

  @Test
  void refusesBucketNamesThatS3Refuses() {
    for (String name :
        List.of("Data", "ab", "a..b", "10.0.0.1", "xn--data", "data-s3alias", "-data", "data-")) {
      catches("PLB-BUCKET-001", "data", s -> s.bucket("data", b -> b.named(name)));
    }
    accepts("PLB-BUCKET-001", s -> s.bucket("data", b -> b.named("acme.checkpoints-1")));
    catches("PLB-BUCKET-001", "data-", s -> s.bucket("data-"));
    accepts("PLB-BUCKET-001", s -> s.bucket("d".repeat(63)));
  }

  @Test
  void refusesTwoBucketsOfOneName() {
    catches(
        "PLB-BUCKET-001",
        "second",
        s -> {
          s.bucket("first", b -> b.named("acme-data"));
          s.bucket("second", b -> b.named("acme-data"));
        });
  }

  @Test
  void refusesRawSettingsForAPartThatIsNotThere() {
    Diagnostic problem =
        catches(
            "PLB-RAW-002",
            "pool",
            s ->
                pool(s, p -> p.raw("templat", Dialect.TERRAFORM, "x", Value.flag(true), "needed")));

    assertThat(problem.detail()).contains("there are: \"template\", \"group\"");
    accepts(
        "PLB-RAW-002",
        s -> pool(s, p -> p.raw("template", Dialect.TERRAFORM, "x", Value.flag(true), "needed")));
    accepts(
        "PLB-RAW-002",
        s -> s.bucket("data", b -> b.raw("", Dialect.TERRAFORM, "x", Value.flag(true), "needed")));
  }

  @Test
  void everyRuleIsDocumentedAndNamedOnce() {
    List<Rule> rules = new ArrayList<>(DescriptionRules.ALL);
    DesignChecks.ALL.forEach(check -> rules.add(check.rule()));
    AwsChecks.ALL.forEach(check -> rules.add(check.rule()));

    assertThat(rules)
        .extracting(Rule::code)
        .doesNotHaveDuplicates()
        .allMatch(c -> c.matches("PLB-[A-Z]+-[0-9]{3}"));
    assertThat(rules).allSatisfy(r -> assertThat(r.why() + r.source() + r.fix()).isNotBlank());
    assertThat(AwsChecks.ALL).extracting(c -> c.getClass().getSimpleName()).isSorted();
  }

  private static void pool(SiteBlueprint site, Consumer<GpuPoolBuilder> setUp) {
    Network net = network(site, 20, "us-east-1a");
    var rules = site.securityRules("rules", r -> r.in(net).egress(e -> e.all().toAnywhere()));
    site.gpuPool(
        "pool",
        p -> {
          p.in(net.privateSubnets())
              .instanceTypes("p5.48xlarge")
              .count(band(0, 2).ownedBy("autoscaler"))
              .securedBy(rules);
          p.image(Image.id("ami-0abcdef1234567890"));
          setUp.accept(p);
        });
  }

  /** The one problem with this code; it stands at the line of the component. */
  private static Diagnostic catches(String code, String component, Consumer<SiteBlueprint> body) {
    Design design = Describing.on(body);
    List<Diagnostic> found = problems(code, design);
    assertThat(found).as(code).isNotEmpty();
    Component culprit = design.find(component);
    assertThat(found.get(0).source()).isEqualTo(culprit.source());
    assertThat(found.get(0).detail()).startsWith(culprit.noun() + " \"" + component + "\": got ");
    return found.get(0);
  }

  private static void accepts(String code, Consumer<SiteBlueprint> body) {
    assertThat(problems(code, Describing.on(body))).as(code).isEmpty();
  }

  private static List<Diagnostic> problems(String code, Design design) {
    Problems problems = new Problems();
    AwsChecks.run(new AwsScope(design, Describing.TARGET, Catalogue.builtIn(), NOW), problems);
    return problems.all().stream().filter(p -> p.code().equals(code)).toList();
  }
}
