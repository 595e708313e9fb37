package io.plumbline.rule;

import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.byId;
import static io.plumbline.dsl.Words.days;
import static io.plumbline.dsl.Words.gib;
import static io.plumbline.dsl.Words.usdPerHour;
import static io.plumbline.model.Endpoint.CONTAINER_REGISTRY;
import static io.plumbline.model.Endpoint.LOGS;
import static io.plumbline.model.Endpoint.OBJECT_STORE;
import static io.plumbline.model.Gpu.H100_SXM;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.DescriptionRules;
import io.plumbline.dsl.GpuPoolBuilder;
import io.plumbline.dsl.LifecycleRuleBuilder;
import io.plumbline.dsl.NetworkBuilder;
import io.plumbline.dsl.SecurityRulesBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.SpotBuilder;
import io.plumbline.dsl.Stacks;
import io.plumbline.kind.Dialect;
import io.plumbline.model.CapacityReservation;
import io.plumbline.model.Component;
import io.plumbline.model.Design;
import io.plumbline.model.Image;
import io.plumbline.model.Network;
import io.plumbline.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each rule catches the wrong design at its line, and leaves the right one alone. */
final class DesignRulesTest {

  @Test
  void refusesIdsThatCannotBeEverywhere() {
    catches("PLB-ID-001", "Data", s -> s.bucket("Data"));
    catches("PLB-ID-001", "", s -> s.bucket(""));
    catches("PLB-ID-001", "data", s -> s.bucket("data", b -> b.formerly("old_data")));
    accepts("PLB-ID-001", s -> s.bucket("d".repeat(63), b -> b.formerly("0-x")));
  }

  @Test
  void refusesAnIdUsedTwice() {
    Design design =
        Stacks.describe(
            b -> {
              b.site().bucket("data");
              b.site().instanceRole("data", r -> {});
            });

    assertThat(problems("PLB-ID-002", design)).hasSize(1);
    assertThat(problems("PLB-ID-002", design).get(0).source())
        .isEqualTo(design.components().get(1).source());
    accepts(
        "PLB-ID-002",
        s -> {
          s.bucket("data");
          s.bucket("other", b -> b.formerly("older"));
        });
  }

  @Test
  void refusesAFormerIdThatIsInUse() {
    catches(
        "PLB-ID-002",
        "other",
        s -> {
          s.bucket("data");
          s.bucket("other", b -> b.formerly("data"));
        });
    catches(
        "PLB-ID-002",
        "b",
        s -> {
          s.bucket("a", k -> k.formerly("x"));
          s.bucket("b", k -> k.formerly("x"));
        });
  }

  @Test
  void refusesImpossibleCounts() {
    catches("PLB-POOL-001", "pool", s -> pool(s, p -> p.count(-1)));
    catches("PLB-POOL-001", "pool", s -> pool(s, p -> p.count(band(4, 2).ownedBy("autoscaler"))));
    accepts("PLB-POOL-001", s -> pool(s, p -> p.count(band(2, 2).ownedBy("autoscaler"))));
    accepts("PLB-POOL-001", s -> pool(s, p -> p.count(0)));
  }

  @Test
  void refusesABandThatNobodyOwns() {
    catches("PLB-POOL-016", "pool", s -> pool(s, p -> p.count(band(0, 2).ownedBy(""))));
    catches("PLB-POOL-016", "pool", s -> pool(s, p -> p.count(band(0, 2).ownedBy(" "))));
    accepts("PLB-POOL-016", s -> pool(s, p -> p.count(band(0, 2).ownedBy("autoscaler"))));
    accepts("PLB-POOL-016", s -> pool(s, p -> p.count(2)));
  }

  @Test
  void refusesSubnetsOutsideTheNetwork() {
    catches("PLB-NET-003", "net", s -> subnets(s, "10.1.0.0/20", "10.0.16.0/20"));
    accepts("PLB-NET-003", s -> subnets(s, "10.0.0.0/20", "10.0.16.0/20"));
  }

  @Test
  void refusesSubnetsThatShareAddresses() {
    Diagnostic problem =
        catches("PLB-NET-004", "net", s -> subnets(s, "10.0.0.0/20", "10.0.8.0/21"));

    assertThat(problem.detail()).contains("10.0.0.0/20 (private, a) and 10.0.8.0/21 (private, b)");
    catches(
        "PLB-NET-004",
        "net",
        s ->
            s.network(
                "net",
                n -> n.cidr("10.0.0.0/16").zones("a", "b").publicSubnets(17).privateSubnets(17)));
    accepts("PLB-NET-004", s -> subnets(s, "10.0.0.0/20", "10.0.16.0/20"));
  }

  @Test
  void refusesNatGatewaysWithoutBothTiers() {
    catches("PLB-NET-011", "net", s -> ways(s, n -> n.privateSubnets(20).natGatewayPerZone()));
    catches("PLB-NET-011", "net", s -> ways(s, n -> n.publicSubnets(24).oneNatGateway()));
    accepts(
        "PLB-NET-011",
        s -> ways(s, n -> n.publicSubnets(24).privateSubnets(20).natGatewayPerZone()));
    accepts("PLB-NET-011", s -> ways(s, n -> n.privateSubnets(20)));
  }

  @Test
  void refusesAnEndpointListedTwice() {
    catches(
        "PLB-NET-012",
        "net",
        s -> ways(s, n -> n.endpoints(LOGS, OBJECT_STORE).endpoints(OBJECT_STORE)));
    accepts("PLB-NET-012", s -> ways(s, n -> n.endpoints(LOGS, OBJECT_STORE)));
  }

  @Test
  void warnsOfNetworksThatShareAddresses() {
    Diagnostic problem = catches("PLB-NET-013", "other", s -> twoNetworks(s, "10.0.128.0/17"));

    assertThat(problem.isError()).isFalse();
    assertThat(problem.detail()).contains("10.0.128.0/17").contains("network \"net\"");
    accepts("PLB-NET-013", s -> twoNetworks(s, "10.1.0.0/16"));
  }

  private static void twoNetworks(SiteBlueprint site, String block) {
    network(site, "net");
    site.network("other", n -> n.cidr(block).zones("us-east-1a").privateSubnets(20));
  }

  @Test
  void warnsOfARegistryWhoseLayersAreOutOfReach() {
    Diagnostic problem =
        catches("PLB-NET-014", "net", s -> ways(s, n -> n.endpoints(CONTAINER_REGISTRY)));

    assertThat(problem.isError()).isFalse();
    accepts("PLB-NET-014", s -> ways(s, n -> n.endpoints(CONTAINER_REGISTRY, OBJECT_STORE)));
    accepts(
        "PLB-NET-014",
        s ->
            ways(
                s,
                n ->
                    n.publicSubnets(24)
                        .privateSubnets(20)
                        .oneNatGateway()
                        .endpoints(CONTAINER_REGISTRY)));
  }

  private static void ways(SiteBlueprint site, Consumer<NetworkBuilder> setUp) {
    site.network("net", n -> setUp.accept(n.cidr("10.0.0.0/16").zones("us-east-1a")));
  }

  private static void subnets(SiteBlueprint site, String... blocks) {
    site.network("net", n -> n.cidr("10.0.0.0/16").zones("a", "b").privateSubnets(blocks));
  }

  @Test
  void refusesSubnetsThatDoNotFit() {
    catches(
        "PLB-NET-002",
        "net",
        s -> s.network("net", n -> n.cidr("10.0.0.0/16").zones("a", "b", "c").privateSubnets(17)));
    catches(
        "PLB-NET-002",
        "net",
        s -> s.network("net", n -> n.cidr("10.0.0.0/16").zones("a").privateSubnets(8)));
    catches(
        "PLB-NET-002",
        "net",
        s -> s.network("net", n -> n.cidr("10.0.0.0/16").zones("a").privateSubnets(33)));
    catches(
        "PLB-NET-002",
        "net",
        s ->
            s.network(
                "net",
                n -> n.cidr("10.0.0.0/16").zones("a").publicSubnets("10.0.0.0/24", "10.0.1.0/24")));
    accepts(
        "PLB-NET-002",
        s -> s.network("net", n -> n.cidr("10.0.0.0/16").zones("a", "b").privateSubnets(17)));
  }

  @Test
  void refusesAZoneListedTwice() {
    catches(
        "PLB-NET-005",
        "net",
        s -> s.network("net", n -> n.cidr("10.0.0.0/16").zones("a", "a").privateSubnets(20)));
    accepts("PLB-NET-005", s -> subnets(s, "10.0.0.0/20", "10.0.16.0/20"));
  }

  @Test
  void refusesANetworkWithoutZones() {
    catches(
        "PLB-NET-006", "net", s -> s.network("net", n -> n.cidr("10.0.0.0/16").privateSubnets(20)));
    accepts("PLB-NET-006", s -> subnets(s, "10.0.0.0/20", "10.0.16.0/20"));
  }

  @Test
  void refusesAPoolInSubnetsThatAreNotThere() {
    catches("PLB-POOL-002", "pool", s -> pool(s, p -> p.in(network(s, "two").publicSubnets())));
    catches(
        "PLB-POOL-002",
        "pool",
        s ->
            pool(
                s,
                p -> p.in(s.existingNetwork("corp", e -> e.vpc(byId("vpc-1"))).privateSubnets())));
    accepts("PLB-POOL-002", s -> pool(s, p -> {}));
  }

  @Test
  void refusesImpossibleOnDemandParts() {
    catches("PLB-POOL-005", "pool", s -> pool(s, spot(o -> o.onDemandBase(-1))));
    catches("PLB-POOL-005", "pool", s -> pool(s, spot(o -> o.onDemandShare(101))));
    accepts("PLB-POOL-005", s -> pool(s, spot(o -> o.onDemandBase(2).onDemandShare(100))));
  }

  @Test
  void warnsOfABaseThatLeavesNoSpot() {
    assertThat(
            catches("PLB-POOL-010", "pool", s -> pool(s, spot(o -> o.onDemandBase(5)))).isError())
        .isFalse();
    accepts("PLB-POOL-010", s -> pool(s, spot(o -> o.onDemandBase(4))));
  }

  @Test
  void refusesAPriceCapOfNothing() {
    catches("PLB-POOL-006", "pool", s -> pool(s, spot(o -> o.maxPrice(usdPerHour(0)))));
    catches("PLB-POOL-006", "pool", s -> pool(s, spot(o -> o.maxPrice(usdPerHour("-1")))));
    accepts("PLB-POOL-006", s -> pool(s, spot(o -> o.maxPrice(usdPerHour("0.01")))));
  }

  private static Consumer<GpuPoolBuilder> spot(Consumer<SpotBuilder> setUp) {
    return p -> p.spot(setUp);
  }

  @Test
  void warnsOfADiskThatIsNotEncrypted() {
    Diagnostic problem =
        catches(
            "PLB-POOL-009", "pool", s -> pool(s, p -> p.rootDisk(gib(9), d -> d.encrypted(false))));

    assertThat(problem.isError()).isFalse();
    accepts("PLB-POOL-009", s -> pool(s, p -> p.rootDisk(gib(9))));
  }

  @Test
  void refusesSshFromEverywhere() {
    catches("PLB-SEC-001", "rules", s -> rules(s, r -> r.ingress(i -> i.tcp(22).fromAnywhere())));
    catches(
        "PLB-SEC-001", "rules", s -> rules(s, r -> r.ingress(i -> i.tcp(0, 1024).from("::/0"))));
    catches("PLB-SEC-001", "rules", s -> rules(s, r -> r.ingress(i -> i.all().from("0.0.0.0/0"))));
    accepts("PLB-SEC-001", s -> rules(s, r -> r.ingress(i -> i.tcp(22).from("10.0.0.0/8"))));
    accepts(
        "PLB-SEC-001",
        s ->
            rules(
                s,
                r ->
                    r.ingress(i -> i.udp(22).fromAnywhere())
                        .ingress(i -> i.tcp(443).fromAnywhere())));
    accepts("PLB-SEC-001", s -> rules(s, r -> r.egress(i -> i.all().toAnywhere())));
  }

  @Test
  void refusesPortsThatDoNotExist() {
    catches("PLB-SEC-002", "rules", s -> rules(s, r -> r.ingress(i -> i.tcp(65536).fromSelf())));
    catches("PLB-SEC-002", "rules", s -> rules(s, r -> r.ingress(i -> i.udp(9, 8).fromSelf())));
    accepts("PLB-SEC-002", s -> rules(s, r -> r.ingress(i -> i.udp(0, 65535).fromSelf())));
  }

  @Test
  void refusesTheSameTrafficTwice() {
    catches(
        "PLB-SEC-003",
        "rules",
        s ->
            rules(
                s,
                r ->
                    r.ingress(i -> i.tcp(80).from("10.0.0.0/8").because("a"))
                        .ingress(i -> i.tcp(80).from("10.0.0.0/8"))));
    accepts(
        "PLB-SEC-003",
        s ->
            rules(
                s,
                r ->
                    r.ingress(i -> i.tcp(80).from("10.0.0.0/8", "10.0.0.0/9"))
                        .egress(i -> i.tcp(80).to("10.0.0.0/8"))));
  }

  private static void rules(SiteBlueprint site, Consumer<SecurityRulesBuilder> setUp) {
    Network net = network(site, "net");
    site.securityRules(
        "rules",
        r -> {
          r.in(net);
          setUp.accept(r);
        });
  }

  @Test
  void warnsOfAPoolThatReachesNothing() {
    assertThat(
            catches(
                    "PLB-SEC-004",
                    "pool",
                    s -> securedPool(s, r -> r.ingress(i -> i.all().fromSelf())))
                .isError())
        .isFalse();
    accepts("PLB-SEC-004", s -> securedPool(s, SecurityRulesBuilder::amongThemselves));
  }

  private static void securedPool(SiteBlueprint site, Consumer<SecurityRulesBuilder> setUp) {
    Network net = network(site, "net");
    var rules =
        site.securityRules(
            "rules",
            r -> {
              r.in(net);
              setUp.accept(r);
            });
    complete(site, net, p -> p.securedBy(rules));
  }

  @Test
  void refusesRulesOfAnotherNetwork() {
    catches(
        "PLB-SEC-005",
        "pool",
        s -> {
          var rules = s.securityRules("rules", r -> r.in(network(s, "two")).amongThemselves());
          complete(s, network(s, "net"), p -> p.securedBy(rules));
        });
    accepts("PLB-SEC-005", s -> securedPool(s, SecurityRulesBuilder::amongThemselves));
  }

  @Test
  void refusesAPoolWithoutRules() {
    Diagnostic problem = catches("PLB-SEC-007", "pool", s -> pool(s, p -> {}));

    assertThat(problem.isError()).isTrue();
    accepts("PLB-SEC-007", s -> securedPool(s, SecurityRulesBuilder::amongThemselves));
  }

  @Test
  void takesARawSettingForTheRulesOfAPool() {
    for (String path :
        List.of(
            "vpc_security_group_ids",
            "network_interfaces",
            "LaunchTemplateData/SecurityGroupIds",
            "LaunchTemplateData/NetworkInterfaces")) {
      accepts("PLB-SEC-007", s -> pool(s, raw(path)));
    }
    catches("PLB-SEC-007", "pool", s -> pool(s, raw("disable_api_stop")));
  }

  private static Consumer<GpuPoolBuilder> raw(String path) {
    return p -> p.raw("template", Dialect.TERRAFORM, path, Value.list(), "another team's groups");
  }

  @Test
  void refusesStatementsWithNoActionOrThing() {
    catches("PLB-ROLE-001", "node", s -> s.instanceRole("node", r -> r.allow("s3:GetObject")));
    catches("PLB-ROLE-001", "node", s -> s.instanceRole("node", r -> r.allow().on("*")));
    accepts("PLB-ROLE-001", s -> s.instanceRole("node", r -> r.allow("s3:GetObject").on("*")));
  }

  @Test
  void refusesARoleThatMayDoEverything() {
    catches("PLB-ROLE-002", "node", s -> s.instanceRole("node", r -> r.allow("*").on("*")));
    accepts(
        "PLB-ROLE-002",
        s -> s.instanceRole("node", r -> r.deny("*").on("*").allow("s3:*").on("*")));
  }

  @Test
  void refusesLifecyclesThatCannotBe() {
    catches("PLB-BUCKET-002", "data", lifecycle(l -> l.expireAfter(Duration.ofHours(36))));
    catches("PLB-BUCKET-002", "data", lifecycle(l -> l.expireNoncurrentAfter(days(0))));
    catches("PLB-BUCKET-002", "data", lifecycle(l -> l.prefix("x")));
    catches(
        "PLB-BUCKET-002",
        "data",
        s ->
            s.bucket(
                "data",
                b ->
                    b.lifecycle("a", l -> l.expireAfter(days(1)))
                        .lifecycle("a", l -> l.expireAfter(days(2)))));
    accepts("PLB-BUCKET-002", lifecycle(l -> l.abortUploadsAfter(days(1))));
  }

  private static Consumer<SiteBlueprint> lifecycle(Consumer<LifecycleRuleBuilder> setUp) {
    return s -> s.bucket("data", b -> b.lifecycle("rule", setUp));
  }

  @Test
  void refusesReferencesAcrossSites() {
    Design design =
        Stacks.describeOnTwo(
            (east, west) -> pool(west, p -> p.in(network(east, "far").privateSubnets())));

    assertThat(problems("PLB-REF-001", design)).hasSize(1);
    assertThat(problems("PLB-REF-001", design).get(0).detail()).contains("\"far\" on \"east\"");
    accepts("PLB-REF-001", s -> pool(s, p -> {}));
  }

  @Test
  void refusesReferencesToNothing() {
    List<Component> strangers = new ArrayList<>();
    Stacks.describe(b -> strangers.add(b.site().bucket("stranger")));
    Value stranger = Value.ref("stranger", "arn");

    catches(
        "PLB-REF-002",
        "node",
        s -> s.instanceRole("node", r -> r.allow("s3:GetObject").on(stranger)));
    Design across =
        Stacks.describeOnTwo(
            (east, west) -> {
              var far = east.bucket("far");
              west.instanceRole("node", r -> r.allow("s3:GetObject").on(far.objects()));
            });
    assertThat(problems("PLB-REF-002", across)).hasSize(1);
    accepts(
        "PLB-REF-002",
        s -> s.instanceRole("node", r -> r.allow("s3:GetObject").on(s.bucket("near").objects())));
  }

  @Test
  void refusesRawSettingsWithoutAReason() {
    catches(
        "PLB-RAW-001",
        "data",
        s -> s.bucket("data", b -> b.raw("", Dialect.TERRAFORM, "x", Value.flag(true), " ")));
    catches(
        "PLB-RAW-001",
        "data",
        s -> s.bucket("data", b -> b.raw("", Dialect.TERRAFORM, "", Value.flag(true), "needed")));
    accepts(
        "PLB-RAW-001",
        s -> s.bucket("data", b -> b.raw("", Dialect.TERRAFORM, "x", Value.flag(true), "needed")));
  }

  @Test
  void everyRuleIsDocumentedAndNamedOnce() {
    List<Rule> rules = new ArrayList<>(DescriptionRules.ALL);
    DesignChecks.ALL.forEach(check -> rules.add(check.rule()));

    assertThat(rules)
        .extracting(Rule::code)
        .doesNotHaveDuplicates()
        .allMatch(c -> c.matches("PLB-[A-Z]+-[0-9]{3}"));
    assertThat(rules)
        .allSatisfy(
            r ->
                assertThat(List.of(r.summary(), r.why(), r.source(), r.fix()))
                    .noneMatch(String::isBlank));
    assertThat(DesignChecks.ALL).extracting(c -> c.getClass().getSimpleName()).isSorted();
  }

  private static Network network(SiteBlueprint site, String id) {
    return site.network(id, n -> n.cidr("10.0.0.0/16").zones("us-east-1a").privateSubnets(20));
  }

  @Test
  void refusesAFabricThatNoRuleLetsThrough() {
    catches("PLB-FAB-001", "pool", s -> pool(s, GpuPoolBuilder::fabric));
    catches("PLB-FAB-001", "pool", s -> fabric(s, r -> r.egress(e -> e.all().toAnywhere())));
    catches("PLB-FAB-001", "pool", s -> fabric(s, r -> r.ingress(e -> e.all().fromSelf())));
    catches(
        "PLB-FAB-001",
        "pool",
        s -> fabric(s, r -> r.ingress(e -> e.tcp(1).fromSelf()).egress(e -> e.all().toSelf())));
    accepts("PLB-FAB-001", s -> fabric(s, SecurityRulesBuilder::amongThemselves));
    accepts("PLB-FAB-001", s -> pool(s, p -> {}));
  }

  private static void fabric(SiteBlueprint site, Consumer<SecurityRulesBuilder> allow) {
    var rules = site.securityRules("fabric", allow);
    site.gpuPool("pool", p -> p.fabric().securedBy(rules));
  }

  @Test
  void refusesSpotInAReservation() {
    catches("PLB-RES-001", "pool", s -> pool(s, p -> p.reservation(kept(s, 4)).spot(o -> {})));
    accepts("PLB-RES-001", s -> pool(s, p -> p.reservation(kept(s, 4))));
  }

  @Test
  void refusesAReservationSmallerThanItsPools() {
    catches(
        "PLB-RES-002",
        "kept",
        s -> {
          var kept = kept(s, 4);
          s.gpuPool("one", p -> p.count(3).reservation(kept));
          s.gpuPool("two", p -> p.count(band(0, 2).ownedBy("autoscaler")).reservation(kept));
        });
    catches("PLB-RES-002", "kept", s -> kept(s, 0));
    accepts("PLB-RES-002", s -> pool(s, p -> p.count(4).reservation(kept(s, 4))));
  }

  private static CapacityReservation kept(SiteBlueprint site, int nodes) {
    return site.capacityReservation(
        "kept", r -> r.instanceType("p5.48xlarge").count(nodes).zone("us-east-1a"));
  }

  @Test
  void refusesZonesThatTheNetworkDoesNotHave() {
    catches("PLB-PLACE-001", "pool", s -> narrowed(s, "us-east-1c"));
    catches(
        "PLB-PLACE-001",
        "pool",
        s ->
            s.gpuPool(
                "pool",
                p ->
                    p.in(
                        s.existingNetwork("corp", e -> e.vpc(byId("vpc-1")))
                            .privateSubnets()
                            .inZones("us-east-1a"))));
    accepts("PLB-PLACE-001", s -> narrowed(s, "us-east-1b"));
  }

  private static void narrowed(SiteBlueprint site, String zone) {
    Network net =
        site.network(
            "net", n -> n.cidr("10.0.0.0/16").zones("us-east-1a", "us-east-1b").privateSubnets(20));
    site.gpuPool("pool", p -> p.in(net.privateSubnets().inZones(zone)));
  }

  private static void pool(SiteBlueprint site, Consumer<GpuPoolBuilder> setUp) {
    complete(site, network(site, "net"), setUp);
  }

  private static void complete(SiteBlueprint site, Network net, Consumer<GpuPoolBuilder> setUp) {
    site.gpuPool(
        "pool",
        p -> {
          p.in(net.privateSubnets()).gpusPerNode(8, H100_SXM).count(4).image(Image.id("ami-1"));
          setUp.accept(p);
        });
  }

  /** The first problem with this code; it stands at the line of the component. */
  private static Diagnostic catches(String code, String component, Consumer<SiteBlueprint> body) {
    Design design = Stacks.describe(b -> body.accept(b.site()));
    List<Diagnostic> found = problems(code, design);
    assertThat(found).as(code).isNotEmpty();
    assertThat(found.get(0).source()).isEqualTo(design.find(component).source());
    assertThat(found.get(0).detail()).contains("\"" + component + "\": ");
    return found.get(0);
  }

  private static void accepts(String code, Consumer<SiteBlueprint> body) {
    assertThat(problems(code, Stacks.describe(b -> body.accept(b.site())))).as(code).isEmpty();
  }

  private static List<Diagnostic> problems(String code, Design design) {
    return design.problems().stream().filter(p -> p.code().equals(code)).toList();
  }
}
