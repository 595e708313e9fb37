package io.plumbline.azure.lower;

import static io.plumbline.dsl.Words.days;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.azure.AzureProvider;
import io.plumbline.dsl.BucketBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.testkit.AzureStores;
import io.plumbline.testkit.Describing;
import io.plumbline.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What buckets, keys and file systems become on Azure. */
final class StoresTest {

  @Test
  void anAccountHasANameThatNobodyElseHas() {
    String ours = name(lower(AzureStores.SITE, s -> s.bucket("checkpoints")), "checkpoints");
    Map<String, String> settings = new TreeMap<>(AzureStores.SITE.settings());
    settings.put("subscription", "11111111-1111-1111-1111-111111111111");
    Site other = new Site("main", "azure", "arm", settings, null);

    assertThat(ours).matches("[a-z0-9]{3,24}").startsWith("teststorescheckp");
    assertThat(name(lower(other, s -> s.bucket("checkpoints")), "checkpoints"))
        .isNotEqualTo(ours)
        .startsWith("teststorescheckp");
  }

  @Test
  void aRenamedBucketKeepsItsAccount() {
    String before = name(lower(AzureStores.SITE, s -> s.bucket("runs")), "runs");

    assertThat(
            name(lower(AzureStores.SITE, s -> s.bucket("jobs", b -> b.formerly("runs"))), "jobs"))
        .isEqualTo(before);
  }

  @Test
  void whatIsDeletedCanBeGotBackForAsLongAsRulesKeepVersions() {
    assertThat(kept(b -> {})).isEqualTo(Value.whole(7));
    assertThat(kept(b -> b.lifecycle("old", l -> l.expireNoncurrentAfter(days(90)))))
        .isEqualTo(Value.whole(90));
    assertThat(kept(b -> b.lifecycle("old", l -> l.expireNoncurrentAfter(days(900)))))
        .isEqualTo(Value.whole(365));
    assertThat(kept(b -> b.versioned(false))).isEqualTo(Value.NULL);
  }

  @Test
  void whatEndsInTheArchiveIsInNoAccountOfSeveralZones() {
    ResourceGraph graph = lower(AzureStores.SITE, AzureStores::describe);

    assertThat(said(graph.get("logs"), "sku")).isEqualTo(Value.text("Standard_GRS"));
    assertThat(said(graph.get("logs"), "lifecycleRules").toString())
        .contains("coolAfter=Int[value=30]")
        .contains("archiveAfter=Int[value=180]");
    assertThat(said(graph.get("checkpoints"), "sku")).isEqualTo(Value.text("Standard_ZRS"));
  }

  @Test
  void aRuleAboutUploadsAloneSaysNothing() {
    ResourceGraph graph =
        lower(
            AzureStores.SITE,
            s -> s.bucket("runs", b -> b.lifecycle("tidy", l -> l.abortUploadsAfter(days(7)))));

    assertThat(graph.get("runs").attributes().has("lifecycleRules")).isFalse();
  }

  @Test
  void aVaultHasANameThatBeginsWithALetter() {
    ResourceGraph graph = lower(AzureStores.SITE, s -> s.key("key"));

    assertThat(name(graph, "key/vault")).matches("[a-z][a-z0-9]{2,23}");
    assertThat(graph.get("key").attributes().get("rotatedAfter")).isEqualTo(Value.text("P365D"));
  }

  @Test
  void aShareIsAsLargeAsItsThroughputTakes() {
    assertThat(SharedFilesParts.gib(1)).isEqualTo(100);
    assertThat(SharedFilesParts.gib(110)).isEqualTo(100);
    assertThat(SharedFilesParts.gib(200)).isEqualTo(984);
    assertThat(SharedFilesParts.mib(SharedFilesParts.gib(777))).isGreaterThanOrEqualTo(777);
    assertThat(SharedFilesParts.mib(SharedFilesParts.gib(777) - 1)).isLessThan(777);
  }

  @Test
  void whoeverCarriesTheRulesReachesTheFiles() {
    ResourceGraph graph = lower(AzureStores.SITE, AzureStores::describe);
    List<Resource> rules =
        graph.resources().stream()
            .filter(resource -> resource.kind().id().equals("security-rule"))
            .toList();

    assertThat(rules)
        .filteredOn(
            rule -> rule.address().startsWith("data/") || rule.address().startsWith("home/"))
        .hasSize(5)
        .allSatisfy(
            rule ->
                assertThat(rule.attributes().toString())
                    .contains("ApplicationSecurityGroups")
                    .contains("mounts"));
    assertThat(rules)
        .extracting(rule -> List.of(said(rule, "priority"), said(rule, "direction")))
        .doesNotHaveDuplicates();
  }

  private static Value said(Resource resource, String attribute) {
    return resource.attributes().get(attribute);
  }

  @Test
  void whatAzureDoesNotAnswerIsWrittenOut() {
    ResourceGraph graph =
        lower(
            AzureStores.SITE,
            s -> {
              AzureStores.describe(s);
              s.bucket(
                  "notes",
                  b ->
                      b.raw(
                          "",
                          Dialect.TERRAFORM,
                          "tags/from",
                          Value.join(
                              Value.ref("home", "dnsName"),
                              Value.text("@"),
                              Value.ref("data", "mountName")),
                          "shows it"));
            });

    assertThat(graph.get("notes").raw().get(0).value())
        .isEqualTo(Value.text(name(graph, "home") + ".file.core.windows.net@lustrefs"));
  }

  @Test
  void whatCannotBeGotBackIsKept() {
    assertThat(new AzureProvider().lower(AzureStores.design(), AzureStores.TARGET).resources())
        .filteredOn(resource -> resource.isOurs() && resource.kind().irreplaceable())
        .extracting(Resource::address)
        .contains(
            "checkpoints", "checkpoints/objects", "key", "key/vault", "home", "home/files", "data");
  }

  private static Value kept(Consumer<BucketBuilder> setUp) {
    ResourceGraph graph = lower(AzureStores.SITE, s -> s.bucket("runs", setUp));
    assertThat(graph.get("runs").attributes().get("deletedContainersKept"))
        .isEqualTo(graph.get("runs").attributes().get("deletedObjectsKept"));
    return graph.get("runs").attributes().get("deletedObjectsKept");
  }

  private static String name(ResourceGraph graph, String address) {
    return ((Value.Text) graph.get(address).attributes().get("name")).value();
  }

  private static ResourceGraph lower(Site site, Consumer<SiteBlueprint> body) {
    Target target = new Target("test", "stores", site);
    AzureProvider azure = new AzureProvider();
    var design = Describing.on(site, body);
    assertThat(azure.validate(design, target)).isEmpty();
    return azure.lower(design, target);
  }
}
