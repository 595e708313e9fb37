package io.plumbline.dsl;

import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.byId;
import static io.plumbline.dsl.Words.byTag;
import static io.plumbline.dsl.Words.days;
import static io.plumbline.dsl.Words.gib;
import static io.plumbline.dsl.Words.template;
import static io.plumbline.dsl.Words.usdPerHour;
import static io.plumbline.model.Gpu.H100_SXM;
import static io.plumbline.model.Purchase.Strategy.PRICE_CAPACITY_OPTIMIZED;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.HalfWay;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Component;
import io.plumbline.model.Design;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.model.Network;
import io.plumbline.value.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BlueprintTest {

  @Test
  void describesAFleetWithoutAProblem() {
    Design design = Stacks.describe(BlueprintTest::fleet);

    assertThat(design.problems()).isEmpty();
    assertThat(design.components())
        .extracting(Component::id)
        .containsExactly("net", "corp", "checkpoints", "node", "fabric", "trainers");
    GpuPool pool = (GpuPool) design.find("trainers");
    assertThat(pool.uses()).extracting(Component::id).containsExactly("net", "node", "fabric");
    assertThat(pool.bootScript()).isEqualTo(Value.text("gpu-node.sh"));
    assertThat(pool.count().max()).isEqualTo(16);
  }

  private static void fleet(Blueprint b) {
    var site = b.site("main");
    var net =
        site.network(
            "net",
            n ->
                n.cidr("10.20.0.0/16")
                    .zones("us-east-1a", "us-east-1b")
                    .publicSubnets(24)
                    .privateSubnets(20));
    site.existingNetwork(
        "corp",
        e -> e.vpc(byTag("Name", "corp")).privateSubnets(byId("subnet-1"), byId("subnet-2")));
    var checkpoints =
        site.bucket("checkpoints", k -> k.lifecycle("tidy", l -> l.abortUploadsAfter(days(7))));
    var role =
        site.instanceRole(
            "node",
            r ->
                r.allow("s3:GetObject", "s3:PutObject")
                    .on(checkpoints.objects())
                    .allow("s3:ListBucket")
                    .on(checkpoints.arn())
                    .managedPolicy("AmazonSSMManagedInstanceCore"));
    var fabric =
        site.securityRules(
            "fabric",
            s ->
                s.in(net)
                    .amongThemselves()
                    .ingress(r -> r.tcp(22).from("10.0.0.0/8").because("office"))
                    .egress(r -> r.all().toAnywhere()));
    site.gpuPool(
        "trainers",
        p ->
            p.in(net.privateSubnets())
                .gpusPerNode(8, H100_SXM)
                .spot(
                    s ->
                        s.maxPrice(usdPerHour("40"))
                            .strategy(PRICE_CAPACITY_OPTIMIZED)
                            .onDemandBase(1))
                .count(band(0, 16).ownedBy("autoscaler"))
                .image(Image.parameter("/aws/service/deeplearning/ami"))
                .rootDisk(gib(500))
                .bootScript(template("gpu-node.sh", v -> v.set("bucket", checkpoints.name())))
                .role(role)
                .securedBy(fabric)
                .formerly("workers")
                .raw(
                    "template",
                    Dialect.TERRAFORM,
                    "disable_api_stop",
                    Value.flag(true),
                    "operators stop nodes by mistake"));
  }

  @Test
  void cutsPrivateSubnetsFromTheStartAndPublicOnesFromTheEnd() {
    Network net = (Network) Stacks.describe(BlueprintTest::fleet).find("net");

    assertThat(net.subnets())
        .extracting(s -> s.tier().word() + " " + s.zone() + " " + s.cidr())
        .containsExactly(
            "public us-east-1a 10.20.255.0/24",
            "public us-east-1b 10.20.254.0/24",
            "private us-east-1a 10.20.0.0/20",
            "private us-east-1b 10.20.16.0/20");
  }

  @Test
  void appendingAZoneMovesNoSubnet() {
    Network two = network("a", "b");
    Network three = network("a", "b", "c");

    assertThat(three.subnets()).containsAll(two.subnets());
  }

  private static Network network(String... zones) {
    return (Network)
        Stacks.describe(
                b ->
                    b.site()
                        .network(
                            "net",
                            n ->
                                n.cidr("10.0.0.0/16")
                                    .zones(zones)
                                    .publicSubnets(24)
                                    .privateSubnets(20)))
            .components()
            .get(0);
  }

  @Test
  void reportsAllProblemsTogetherWithTheirLines() {
    Design design =
        Stacks.describe(
            b -> {
              b.site("mian")
                  .network("net", n -> n.cidr("10.20.0.1/16").zones("z").privateSubnets(8));
              b.site().securityRules("fabric", s -> s.ingress(r -> r.tcp(22)));
              b.site().gpuPool("Trainers", p -> p.count(band(4, 2).ownedBy("autoscaler")));
              b.site().bucket("fabric");
            });

    assertThat(design.problems())
        .extracting(Diagnostic::code)
        .containsExactly(
            "PLB-DSL-001",
            "PLB-NET-001",
            "PLB-DSL-003",
            "PLB-DSL-003",
            "PLB-DSL-003",
            "PLB-DSL-003",
            "PLB-DSL-003",
            "PLB-ID-001",
            "PLB-POOL-001",
            "PLB-ID-002",
            "PLB-SEC-007");
    assertThat(design.problems())
        .allSatisfy(
            p ->
                assertThat(p.source().file())
                    .isEqualTo("stacks/io/plumbline/dsl/BlueprintTest.java"));
    assertThat(design.problems().get(1).detail())
        .startsWith(
            "network \"net\": got \"10.20.0.1/16\": host bits are set; the block that holds")
        .contains("10.20.0.0/16");
  }

  @Test
  void turnsARefusedQuantityIntoAProblemAtItsLine() {
    Design design =
        Stacks.describe(
            b -> {
              b.site().bucket("Bad");
              usdPerHour("forty");
            });

    assertThat(design.problems())
        .extracting(Diagnostic::code)
        .containsExactly("PLB-DSL-002", "PLB-ID-001");
  }

  @Test
  void turnsAnExceptionOfTheStackIntoAProblemAtItsLine() {
    Design design =
        Blueprint.describe(
            new HalfWay(), new HalfWay.Parameters(), Stacks.surroundings(Stacks.MAIN));

    assertThat(design.problems())
        .extracting(Diagnostic::code)
        .containsExactly("PLB-DSL-004", "PLB-ID-001");
    Diagnostic failed = design.problems().get(0);
    assertThat(failed.source()).hasToString("stacks/com/example/HalfWay.java:30");
    assertThat(failed.detail())
        .isEqualTo("stack \"half-way\": got java.util.NoSuchElementException");
  }

  @Test
  void saysWhichSitesThereAreWhenItIsNotTheOnlyOne() {
    Design design =
        Blueprint.describe(
            new Two(),
            new Stacks.None(),
            Stacks.surroundings(
                new io.plumbline.model.Site("east", "aws", "terraform", Map.of(), null),
                new io.plumbline.model.Site("west", "aws", "terraform", Map.of(), null)));

    assertThat(design.problems()).hasSize(1);
    assertThat(design.problems().get(0).detail()).contains("east, west");
  }

  private static final class Two implements Stack<Stacks.None> {
    @Override
    public String name() {
      return "two";
    }

    @Override
    public Class<Stacks.None> parameters() {
      return Stacks.None.class;
    }

    @Override
    public void describe(Blueprint blueprint, Stacks.None parameters) {
      blueprint.site().bucket("data");
    }
  }
}
