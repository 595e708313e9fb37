package io.plumbline.aws.rule;

import static io.plumbline.aws.rule.WrongDesign.beside;
import static io.plumbline.aws.rule.WrongDesign.design;
import static io.plumbline.aws.rule.WrongDesign.pool;
import static io.plumbline.aws.rule.WrongDesign.rules;
import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.days;
import static io.plumbline.dsl.Words.gib;
import static io.plumbline.dsl.Words.tib;
import static io.plumbline.dsl.Words.usdPerHour;
import static io.plumbline.model.Endpoint.CONTAINER_REGISTRY;
import static io.plumbline.model.Endpoint.LOGS;
import static io.plumbline.model.ParallelFiles.Deployment.PERSISTENT_2;
import static io.plumbline.model.ParallelFiles.Deployment.SCRATCH_2;

import io.plumbline.dsl.BucketBuilder;
import io.plumbline.dsl.InstanceRoleBuilder;
import io.plumbline.dsl.KeyBuilder;
import io.plumbline.dsl.NetworkBuilder;
import io.plumbline.dsl.ParallelFilesBuilder;
import io.plumbline.dsl.ParameterBuilder;
import io.plumbline.dsl.SecurityRulesBuilder;
import io.plumbline.dsl.SharedFilesBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.kind.Dialect;
import io.plumbline.model.AnyNetwork;
import io.plumbline.model.Bucket;
import io.plumbline.model.Gpu;
import io.plumbline.model.Image;
import io.plumbline.model.Inventory;
import io.plumbline.model.Network;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.Subnets;
import io.plumbline.value.Value;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Designs with one fault each, by what is wrong with them: a new rule adds a line to one list. */
final class WrongDesigns {
  static final List<WrongDesign> NETWORK =
      List.of(
          design(
              "PLB-AWS-003",
              "machines of our own",
              site ->
                  site.bareMetalFleet(
                      "fleet",
                      f -> f.inventory(new Inventory("a.csv", List.of())).release("1", r -> {}))),
          design(
              "PLB-AWS-003",
              "virtual machines of our own",
              site ->
                  site.vmFleet(
                      "vms",
                      f ->
                          f.memory(gib(64))
                              .proxmox(p -> p.nodes("n").storage("ceph").template(100, "n")))),
          net("PLB-NET-001", "no block", n -> n.cidr("10.0.0.0").zones("us-east-1a")),
          net("PLB-NET-002", "subnets do not fit", n -> right(n).privateSubnets(16)),
          net(
              "PLB-NET-003",
              "subnet elsewhere",
              n -> right(n).privateSubnets("10.1.0.0/20", "10.0.16.0/20")),
          net(
              "PLB-NET-004",
              "subnets overlap",
              n -> right(n).privateSubnets("10.0.0.0/20", "10.0.8.0/21")),
          net(
              "PLB-NET-005",
              "a zone twice",
              n -> n.cidr("10.0.0.0/16").zones("us-east-1a", "us-east-1a").privateSubnets(20)),
          net("PLB-NET-006", "no zone", n -> n.cidr("10.0.0.0/16").privateSubnets(20)),
          net(
              "PLB-NET-007",
              "block too large",
              n -> n.cidr("10.0.0.0/8").zones("us-east-1a").privateSubnets(20)),
          net("PLB-NET-008", "subnet too small", n -> right(n).privateSubnets(29)),
          net(
              "PLB-NET-009",
              "zone of another region",
              n -> n.cidr("10.0.0.0/16").zones("us-west-2a").privateSubnets(20)),
          pool("PLB-NET-010", "more nodes than addresses", p -> p.count(9000)),
          net("PLB-NET-011", "no public tier", n -> right(n).privateSubnets(20).oneNatGateway()),
          net("PLB-NET-012", "the same way twice", n -> subnets(n).endpoints(LOGS, LOGS)),
          design("PLB-NET-013", "the same addresses", WrongDesigns::twoNetworks),
          net("PLB-NET-014", "no layers", n -> subnets(n).endpoints(CONTAINER_REGISTRY)),
          design("PLB-NET-016", "no prefix", WrongDesigns::loggedNowhere));

  static final List<WrongDesign> POOL =
      List.of(
          pool("PLB-POOL-001", "band backwards", p -> p.count(band(4, 2).ownedBy("scaler"))),
          design("PLB-POOL-002", "no such subnets", WrongDesigns::poolInNoSubnets),
          pool("PLB-POOL-003", "type unknown", p -> p.instanceTypes("p5.49xlarge")),
          pool("PLB-POOL-004", "three GPUs", p -> p.gpusPerNode(3, Gpu.H100_SXM)),
          pool("PLB-POOL-005", "share of 101", p -> p.spot(s -> s.onDemandShare(101))),
          pool("PLB-POOL-006", "price of nothing", p -> p.spot(s -> s.maxPrice(usdPerHour(0)))),
          pool("PLB-POOL-007", "price too high", p -> p.spot(s -> s.maxPrice(usdPerHour(99)))),
          pool(
              "PLB-POOL-008",
              "not sold as spot",
              p -> p.instanceTypes("p6-b300.48xlarge").spot(s -> {})),
          pool(
              "PLB-POOL-009",
              "disk in the clear",
              p -> p.rootDisk(gib(100), d -> d.encrypted(false))),
          pool("PLB-POOL-010", "base beyond count", p -> p.spot(s -> s.onDemandBase(5))),
          pool("PLB-POOL-011", "not sold on demand", p -> p.instanceTypes("p5e.48xlarge")),
          pool("PLB-POOL-012", "a type twice", p -> p.instanceTypes("g5.xlarge", "g5.xlarge")),
          pool("PLB-POOL-013", "no disk", p -> p.rootDisk(gib(0))),
          pool("PLB-POOL-014", "script too long", p -> p.bootScript("#".repeat(16385))),
          pool("PLB-POOL-015", "no image id", p -> p.image(Image.id("ubuntu"))),
          pool("PLB-POOL-016", "band of nobody", p -> p.count(band(0, 2).ownedBy(" "))),
          design("PLB-POOL-021", "no way out", WrongDesigns::poolWithoutWayOut),
          pool(
              "PLB-RAW-001",
              "raw without reason",
              p -> p.raw("group", Dialect.TERRAFORM, "x", Value.flag(true), "")),
          pool(
              "PLB-RAW-002",
              "raw for no part",
              p -> p.raw("grup", Dialect.TERRAFORM, "x", Value.flag(true), "y")),
          design("PLB-SEC-007", "no rules", WrongDesigns::poolWithoutRules),
          design("PLB-DSL-003", "no image said", WrongDesigns::poolWithoutImage));

  static final List<WrongDesign> TRAFFIC =
      List.of(
          rules("PLB-SEC-001", "SSH from anywhere", r -> r.ingress(i -> i.tcp(22).fromAnywhere())),
          rules(
              "PLB-SEC-001",
              "SSH from two halves",
              r -> r.ingress(i -> i.tcp(22).from("0.0.0.0/1", "128.0.0.0/1"))),
          rules("PLB-SEC-001", "SSH, IPv6", r -> r.ingress(i -> i.tcp(22).from("::/0"))),
          rules("PLB-SEC-001", "all from anywhere", r -> r.ingress(i -> i.all().fromAnywhere())),
          rules("PLB-SEC-002", "no such port", r -> r.ingress(i -> i.tcp(65536).fromSelf())),
          rules("PLB-SEC-003", "twice", r -> r.egress(e -> e.tcp(443).toAnywhere())),
          design("PLB-SEC-004", "nothing out", WrongDesigns::poolThatReachesNothing),
          design("PLB-SEC-005", "rules elsewhere", WrongDesigns::poolWithRulesOfAnotherNetwork),
          rules("PLB-SEC-006", "description", r -> r.describedAs("für alle")),
          rules("PLB-SEC-012", "too many", WrongDesigns::manyBlocks),
          rules("PLB-SEC-010", "DCGM", r -> r.ingress(i -> i.tcp(9400).fromAnywhere())),
          rules(
              "PLB-SEC-010",
              "half of it",
              r -> r.ingress(i -> i.tcp(8888).from("64.0.0.0/2", "0.0.0.0/2"))),
          rules("PLB-SEC-010", "Jupyter", r -> r.ingress(i -> i.tcp(8888).from("::/0"))));

  static final List<WrongDesign> ROLES_AND_BUCKETS =
      List.of(
          role("PLB-ROLE-001", "on nothing", r -> r.allow("s3:GetObject")),
          role("PLB-ROLE-002", "everything", r -> r.allow("*").on("*")),
          role("PLB-ROLE-003", "no action", r -> r.allow("GetObject").on("*")),
          role("PLB-ROLE-004", "twice", r -> r.managedPolicy("A").managedPolicy("A")),
          role("PLB-ROLE-005", "no ARN", r -> r.allow("s3:GetObject").on("data/*")),
          role(
              "PLB-ROLE-006", "long", r -> r.allow("s3:GetObject").on(many("arn:aws:s3:::b", 900))),
          role("PLB-ROLE-007", "many", r -> List.of(many("P", 11)).forEach(r::managedPolicy)),
          role("PLB-REF-002", "nothing", r -> r.allow("s3:*").on(Value.ref("gone", "arn"))),
          bucket("PLB-BUCKET-001", "name", b -> b.named("Data")),
          bucket("PLB-BUCKET-002", "idle", b -> b.lifecycle("rule", l -> l.prefix("x"))),
          bucket(
              "PLB-BUCKET-002",
              "gone before it is cheap",
              b -> b.lifecycle("rule", l -> l.coolAfter(days(60)).expireAfter(days(60)))),
          bucket(
              "PLB-BUCKET-003",
              "cool too soon",
              b -> b.lifecycle("rule", l -> l.coolAfter(days(29)))),
          bucket(
              "PLB-BUCKET-003",
              "on too soon",
              b -> b.lifecycle("rule", l -> l.coolAfter(days(30)).archiveAfter(days(59)))),
          design("PLB-ID-001", "id", site -> site.bucket("my_data", b -> b.named("acme-data"))),
          design(
              "PLB-ID-002",
              "id twice",
              site -> {
                site.bucket("data", b -> b.named("acme-data"));
                site.bucket("data", b -> b.named("acme-more"));
              }),
          design("PLB-DSL-002", "no price", site -> usdPerHour("forty")));

  static final List<WrongDesign> KEYS_AND_PARAMETERS =
      List.of(
          key("PLB-KEY-002", "every day", k -> k.rotatedEvery(days(1))),
          design(
              "PLB-KEY-003",
              "key for a disk in the clear",
              site -> {
                var key = site.key("key");
                WrongDesign.pool(
                    site, p -> p.rootDisk(gib(99), d -> d.encrypted(false).encryptedWith(key)));
              }),
          design(
              "PLB-KEY-005",
              "objects without their key",
              site -> {
                var key = site.key("key");
                var data = site.bucket("data", b -> b.encryptedWith(key));
                site.instanceRole("node", r -> r.allow("s3:GetObject").on(data.objects()));
              }),
          design("PLB-AWS-002", "no alias", site -> site.existingKey("key", "corporate")),
          design("PLB-AWS-002", "no secret", site -> site.existingSecret("token", "a b")),
          parameter("PLB-PARAM-001", "AWS's own", p -> p.named("/aws/x").value("v")),
          parameter("PLB-PARAM-001", "no path", p -> p.named("a/b").value("v")),
          parameter("PLB-PARAM-002", "empty", p -> p.value("")),
          parameter("PLB-PARAM-002", "too long", p -> p.value("v".repeat(4097))),
          parameter("PLB-PARAM-002", "far too long", p -> p.large().value("v".repeat(8193))),
          parameter("PLB-PARAM-002", "nested", p -> p.value("{{ssm:other}}")),
          parameter("PLB-PARAM-002", "comma", p -> p.list("a,b", "c")),
          parameter("PLB-DSL-003", "no value", p -> {}));

  static final List<WrongDesign> FILES =
      List.of(
          beside("PLB-DSL-003", "mounted by nobody", (site, rules) -> noRules(site)),
          design("PLB-FILE-002", "no way in", WrongDesigns::filesThatNobodyMounts),
          shared("PLB-FILE-013", "odd age", f -> f.seldomUsedAfter(days(31))),
          shared("PLB-FILE-013", "too fast", f -> f.provisionedMib(5000)),
          shared("PLB-FILE-013", "slow archive", f -> f.bursting().archivedAfter(days(90))),
          lustre("PLB-FILE-001", "two zones", (f, net) -> f.in(net.privateSubnets())),
          beside("PLB-FILE-003", "no folder", WrongDesigns::linkedToNoFolder),
          lustre("PLB-FILE-010", "tebibytes", (f, net) -> f.capacity(tib(12))),
          lustre("PLB-FILE-010", "throughput", (f, net) -> f.throughputPerTib(200)),
          lustre("PLB-FILE-010", "no throughput", (f, net) -> f.deployment(PERSISTENT_2)),
          lustre("PLB-FILE-011", "backups of scratch", (f, net) -> f.backedUpFor(7)),
          design("PLB-FILE-012", "servers cut off", WrongDesigns::serversCutOff),
          beside(
              "PLB-FILE-014",
              "key for scratch",
              (site, rules) -> {
                var key = site.key("key");
                parallel(site, rules, f -> f.encryptedWith(key));
              }));

  private WrongDesigns() {}

  static Stream<WrongDesign> all() {
    return Stream.of(
            NETWORK,
            POOL,
            TRAFFIC,
            ROLES_AND_BUCKETS,
            KEYS_AND_PARAMETERS,
            FILES,
            WrongCapacity.FABRIC,
            WrongCapacity.RESERVED,
            WrongCapacity.REPAIR,
            WrongServing.SCALING,
            WrongServing.BALANCERS,
            WrongClusters.ALL,
            WrongNames.ALL)
        .flatMap(List::stream);
  }

  private static WrongDesign net(String code, String what, Consumer<NetworkBuilder> setUp) {
    return design(code, what, site -> site.network("net", setUp));
  }

  private static NetworkBuilder right(NetworkBuilder network) {
    return network.cidr("10.0.0.0/16").zones("us-east-1a", "us-east-1b");
  }

  private static NetworkBuilder subnets(NetworkBuilder network) {
    return right(network).privateSubnets(20);
  }

  private static void twoNetworks(SiteBlueprint site) {
    WrongDesign.network(site);
    site.network("other", n -> subnets(n));
  }

  private static void loggedNowhere(SiteBlueprint site) {
    Bucket records = site.bucket("records");
    site.network("net", n -> subnets(n).flowLogs(records, "audit/"));
  }

  private static String[] many(String start, int count) {
    return IntStream.range(0, count).mapToObj(i -> start + i).toArray(String[]::new);
  }

  private static void manyBlocks(SecurityRulesBuilder rules) {
    IntStream.range(0, 61)
        .forEach(i -> rules.ingress(in -> in.tcp(8080).from("10.1." + i + ".0/24")));
  }

  private static WrongDesign role(String code, String what, Consumer<InstanceRoleBuilder> setUp) {
    return design(code, what, site -> site.instanceRole("node", setUp));
  }

  private static WrongDesign bucket(String code, String what, Consumer<BucketBuilder> setUp) {
    return design(code, what, site -> site.bucket("data", setUp));
  }

  private static WrongDesign key(String code, String what, Consumer<KeyBuilder> setUp) {
    return design(code, what, site -> site.key("key", setUp));
  }

  private static WrongDesign parameter(String code, String what, Consumer<ParameterBuilder> setUp) {
    return design(code, what, site -> site.parameter("where", setUp));
  }

  private static WrongDesign shared(String code, String what, Consumer<SharedFilesBuilder> change) {
    return beside(
        code,
        what,
        (site, rules) ->
            site.sharedFiles(
                "home",
                f -> {
                  f.in(home(rules).privateSubnets()).securedBy(rules);
                  change.accept(f);
                }));
  }

  private static WrongDesign lustre(
      String code, String what, BiConsumer<ParallelFilesBuilder, AnyNetwork> change) {
    return beside(
        code, what, (site, rules) -> parallel(site, rules, f -> change.accept(f, home(rules))));
  }

  private static void parallel(
      SiteBlueprint site, SecurityRules rules, Consumer<ParallelFilesBuilder> change) {
    site.parallelFiles(
        "scratch",
        f -> {
          f.in(home(rules).privateSubnets(), "us-east-1a")
              .capacity(gib(1200))
              .deployment(SCRATCH_2)
              .securedBy(rules);
          change.accept(f);
        });
  }

  private static void linkedToNoFolder(SiteBlueprint site, SecurityRules rules) {
    Bucket data = site.bucket("data");
    parallel(site, rules, f -> f.linkedTo(data, "", l -> l.at("data")));
  }

  private static AnyNetwork home(SecurityRules rules) {
    return Objects.requireNonNull(rules.network());
  }

  private static void noRules(SiteBlueprint site) {
    Network other =
        site.network("other", n -> n.cidr("10.9.0.0/16").zones("us-east-1a").privateSubnets(20));
    site.sharedFiles("home", f -> f.in(other.privateSubnets()));
  }

  private static void filesThatNobodyMounts(SiteBlueprint site) {
    Network net = WrongDesign.network(site);
    SecurityRules rules = WrongDesign.rules(site, net, r -> {});
    site.sharedFiles("home", f -> f.in(net.privateSubnets()).securedBy(rules));
  }

  private static void serversCutOff(SiteBlueprint site) {
    SecurityRules rules =
        WrongDesign.rules(
            site,
            WrongDesign.network(site),
            r -> r.ingress(i -> i.tcp(988).fromSelf()).egress(e -> e.tcp(988).toSelf()));
    parallel(site, rules, f -> {});
  }

  private static void poolInNoSubnets(SiteBlueprint site) {
    Network net =
        site.network("two", n -> n.cidr("10.1.0.0/16").zones("us-east-1a").privateSubnets(20));
    SecurityRules rules = WrongDesign.rules(site, net, r -> {});
    placed(site, net.publicSubnets(), rules);
  }

  private static void poolWithoutRules(SiteBlueprint site) {
    placed(site, WrongDesign.network(site).privateSubnets());
  }

  private static void poolWithoutWayOut(SiteBlueprint site) {
    Network net =
        site.network("net", n -> n.cidr("10.1.0.0/16").zones("us-east-1a").privateSubnets(20));
    SecurityRules rules = WrongDesign.rules(site, net, r -> {});
    site.gpuPool(
        "pool",
        p ->
            p.in(net.privateSubnets())
                .instanceTypes("p5.48xlarge")
                .count(2)
                .image(Image.id("ami-0abcdef1234567890"))
                .securedBy(rules));
  }

  private static void poolThatReachesNothing(SiteBlueprint site) {
    Network net = WrongDesign.network(site);
    SecurityRules rules =
        site.securityRules("shut", r -> r.in(net).ingress(i -> i.tcp(443).from("10.0.0.0/8")));
    placed(site, net.privateSubnets(), rules);
  }

  private static void poolWithRulesOfAnotherNetwork(SiteBlueprint site) {
    Network two =
        site.network("two", n -> n.cidr("10.1.0.0/16").zones("us-east-1a").privateSubnets(20));
    placed(
        site,
        WrongDesign.network(site).privateSubnets(),
        site.securityRules("far", r -> r.in(two).egress(e -> e.tcp(443).toAnywhere())));
  }

  private static void placed(SiteBlueprint site, Subnets subnets, SecurityRules... rules) {
    site.gpuPool(
        "pool",
        p ->
            p.in(subnets)
                .instanceTypes("p5.48xlarge")
                .count(2)
                .image(Image.id("ami-0abcdef1234567890"))
                .securedBy(rules));
  }

  private static void poolWithoutImage(SiteBlueprint site) {
    Network net = WrongDesign.network(site);
    SecurityRules rules = WrongDesign.rules(site, net, r -> {});
    site.gpuPool(
        "pool",
        p -> p.in(net.privateSubnets()).instanceTypes("p5.48xlarge").count(2).securedBy(rules));
  }
}
