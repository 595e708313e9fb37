package io.plumbline.azure.rule;

import static io.plumbline.dsl.Words.days;
import static io.plumbline.dsl.Words.tib;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.azure.AzureProvider;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.NetworkBuilder;
import io.plumbline.dsl.ParallelFilesBuilder;
import io.plumbline.dsl.SharedFilesBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.Design;
import io.plumbline.model.Endpoint;
import io.plumbline.model.Network;
import io.plumbline.model.ParallelFiles.Deployment;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.testkit.AzureStores;
import io.plumbline.testkit.Describing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stores and keys with one fault each: its code is said, with what was got, and no other. */
final class WrongStoresTest {
  private static final String NOT_TO_BE_HAD = "PLB-AZURE-001";

  record Wrong(String code, String got, Consumer<SiteBlueprint> body) {
    @Override
    public String toString() {
      return code + ": " + got;
    }
  }

  static Stream<Wrong> designs() {
    return Stream.of(
        new Wrong("PLB-AZURE-030", "got \"Runs\"", s -> s.bucket("runs", b -> b.named("Runs"))),
        new Wrong(
            "PLB-AZURE-030",
            "which another bucket",
            s -> {
              s.bucket("one", b -> b.named("runs"));
              s.bucket("two", b -> b.named("runs"));
            }),
        new Wrong(
            "PLB-AZURE-030",
            "got rule \"a_b\"",
            s -> s.bucket("runs", b -> b.lifecycle("a_b", l -> l.expireAfter(days(1))))),
        new Wrong(
            NOT_TO_BE_HAD,
            "got unfinished uploads dropped after 3 days",
            s -> s.bucket("runs", b -> b.lifecycle("tidy", l -> l.abortUploadsAfter(days(3))))),
        new Wrong(
            NOT_TO_BE_HAD,
            "got new material every PT24H",
            s -> s.key("key", k -> k.rotatedEvery(Duration.ofDays(1)))),
        new Wrong(
            NOT_TO_BE_HAD, "got users of its own", s -> s.key("key", k -> k.usedBy("somebody"))),
        new Wrong("PLB-AZURE-032", "got \"alias/fleet\"", s -> s.existingKey("key", "alias/fleet")),
        new Wrong(
            "PLB-AZURE-032",
            "got \"" + AzureStores.KEY + "\"",
            s -> s.existingSecret("token", AzureStores.KEY)),
        files("got as much throughput as needed", f -> f.elastic()),
        files("got throughput in proportion", f -> f.bursting()),
        files("got 20000 MiB a second", f -> f.provisionedMib(20_000)),
        files("got cheaper places", f -> f.archivedAfter(days(90))),
        files("got daily backups", f -> f.backedUp(true)),
        parallel(NOT_TO_BE_HAD, "got SCRATCH_2", f -> f.deployment(Deployment.SCRATCH_2)),
        parallel(NOT_TO_BE_HAD, "got files compressed", f -> f.compressed(true)),
        parallel(NOT_TO_BE_HAD, "got daily backups", f -> f.backedUpFor(7)),
        parallel("PLB-AZURE-033", "got throughputPerTib(1000)", f -> f.throughputPerTib(1000)),
        parallel("PLB-AZURE-033", "got 12288 GiB", f -> f.throughputPerTib(125).capacity(tib(12))),
        parallel("PLB-AZURE-033", "got 139264 GiB", f -> f.capacity(tib(136))),
        new Wrong(
            "PLB-AZURE-034",
            "the 96th in network \"net\"",
            s -> {
              Network net = network(s, n -> n.endpoints(Endpoint.OBJECT_STORE));
              SecurityRules rules = rules(s, net);
              for (int i = 0; i < 97; i++) {
                s.sharedFiles(
                    "home-" + i,
                    f ->
                        f.in(net.privateSubnets())
                            .securedBy(rules)
                            .provisionedMib(200)
                            .backedUp(false));
              }
            }),
        new Wrong(
            NOT_TO_BE_HAD,
            "got a network without a way to storage",
            s -> home(s, n -> {}, f -> {})));
  }

  private static Wrong files(String got, Consumer<SharedFilesBuilder> change) {
    return new Wrong(
        NOT_TO_BE_HAD, got, s -> home(s, n -> n.endpoints(Endpoint.OBJECT_STORE), change));
  }

  private static Wrong parallel(String code, String got, Consumer<ParallelFilesBuilder> change) {
    return new Wrong(
        code,
        got,
        s -> {
          Network net = network(s, n -> {});
          SecurityRules rules = rules(s, net);
          s.parallelFiles(
              "data",
              f -> {
                f.in(net.privateSubnets())
                    .securedBy(rules)
                    .capacity(tib(16))
                    .deployment(Deployment.PERSISTENT_2)
                    .throughputPerTib(250)
                    .compressed(false);
                change.accept(f);
              });
        });
  }

  private static void home(
      SiteBlueprint site, Consumer<NetworkBuilder> way, Consumer<SharedFilesBuilder> change) {
    Network net = network(site, way);
    SecurityRules rules = rules(site, net);
    site.sharedFiles(
        "home",
        f -> {
          f.in(net.privateSubnets()).securedBy(rules).provisionedMib(200).backedUp(false);
          change.accept(f);
        });
  }

  private static Network network(SiteBlueprint site, Consumer<NetworkBuilder> more) {
    return site.network(
        "net",
        n -> {
          n.cidr("10.0.0.0/16").zones("1").publicSubnets(24).privateSubnets(20).oneNatGateway();
          more.accept(n);
        });
  }

  private static SecurityRules rules(SiteBlueprint site, Network net) {
    return site.securityRules(
        "rules", r -> r.in(net).lustreAmongThemselves().ingress(i -> i.tcp(2049).fromSelf()));
  }

  @Test
  void areRightButForThat() {
    assertThat(
            problems(
                s -> home(s, n -> n.endpoints(Endpoint.OBJECT_STORE), f -> {}), AzureStores.TARGET))
        .isEmpty();
    assertThat(new AzureProvider().validate(AzureStores.design(), AzureStores.TARGET)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("designs")
  void areCaughtByTheirCodeAlone(Wrong wrong) {
    assertThat(problems(wrong.body(), AzureStores.TARGET))
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem.code()).isEqualTo(wrong.code()))
        .allSatisfy(problem -> assertThat(problem.source()).isNotNull())
        .anySatisfy(problem -> assertThat(problem.detail()).contains(wrong.got()));
  }

  @Test
  void aVaultWantsADirectory() {
    Map<String, String> settings = new TreeMap<>(AzureStores.SITE.settings());
    settings.remove("tenant");
    Site site = new Site("main", "azure", "arm", settings, null);
    Design design = Describing.on(site, s -> s.key("key"));

    assertThat(new AzureProvider().validate(design, new Target("test", "stores", site)))
        .extracting(Diagnostic::code)
        .containsExactly("PLB-AZURE-031");
  }

  private static List<Diagnostic> problems(Consumer<SiteBlueprint> body, Target target) {
    Design design = Describing.on(AzureStores.SITE, body);
    return Stream.concat(
            design.problems().stream(), new AzureProvider().validate(design, target).stream())
        .toList();
  }
}
