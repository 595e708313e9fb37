package io.plumbline.testkit;

import static io.plumbline.dsl.Words.days;
import static io.plumbline.dsl.Words.tib;

import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.Design;
import io.plumbline.model.Endpoint;
import io.plumbline.model.Network;
import io.plumbline.model.ParallelFiles.Deployment;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import java.util.Map;
import java.util.TreeMap;

/** What keeps data on Azure: objects, files and keys; what formats write of it people read. */
public final class AzureStores {
  private static final String NOBODYS = "00000000-0000-0000-0000-000000000000";

  /** A key that is there already. */
  public static final String KEY = vault(NOBODYS) + "/keys/fleet";

  /** A secret that is there already. */
  public static final String SECRET = vault(NOBODYS) + "/secrets/registry-token";

  /** As {@link AzureFleet#SITE}, in a directory that it names. */
  public static final Site SITE = site();

  /** Stack {@code stores} there. */
  public static final Target TARGET = new Target("test", "stores", SITE);

  private AzureStores() {}

  /** What is described. */
  public static Design design() {
    return Describing.on(SITE, AzureStores::describe);
  }

  private static Site site() {
    Map<String, String> settings = new TreeMap<>(AzureFleet.SITE.settings());
    settings.put("tenant", "55555555-5555-5555-5555-555555555555");
    return new Site("main", "azure", "arm", settings, null);
  }

  /** Where key and secret are that it takes for granted in a subscription. */
  public static String vault(String subscription) {
    return "/subscriptions/"
        + subscription
        + "/resourceGroups/shared/providers/Microsoft.KeyVault/vaults/shared";
  }

  /** Describes them on a site. */
  public static void describe(SiteBlueprint site) {
    describe(site, NOBODYS);
  }

  /** Describes them on a site of this subscription. */
  public static void describe(SiteBlueprint site, String subscription) {
    site.key("key", k -> k.describedAs("checkpoints").rotatedEvery(days(180)));
    site.existingKey("fleet-key", vault(subscription) + "/keys/fleet");
    site.existingSecret("registry-token", vault(subscription) + "/secrets/registry-token");
    site.bucket(
        "checkpoints",
        b ->
            b.lifecycle("old-runs", l -> l.prefix("runs/").expireAfter(days(365)))
                .lifecycle(
                    "tidy", l -> l.expireNoncurrentAfter(days(30)).abortUploadsAfter(days(7))));
    site.bucket(
        "logs", b -> b.lifecycle("age", l -> l.coolAfter(days(30)).archiveAfter(days(180))));
    site.bucket("scratch", b -> b.versioned(false).named("testscratch"));
    Network net =
        site.network(
            "net",
            n ->
                n.cidr("10.30.0.0/16")
                    .zones("1")
                    .publicSubnets(24)
                    .privateSubnets(20)
                    .oneNatGateway()
                    .endpoints(Endpoint.OBJECT_STORE));
    SecurityRules mounts =
        site.securityRules(
            "mounts",
            r ->
                r.in(net)
                    .lustreAmongThemselves()
                    .ingress(i -> i.tcp(2049).fromSelf())
                    .egress(e -> e.all().toAnywhere().because("files and images")));
    site.sharedFiles(
        "home",
        f -> f.in(net.privateSubnets()).securedBy(mounts).provisionedMib(200).backedUp(false));
    site.parallelFiles(
        "data",
        f ->
            f.in(net.privateSubnets())
                .securedBy(mounts)
                .capacity(tib(16))
                .deployment(Deployment.PERSISTENT_2)
                .throughputPerTib(250)
                .compressed(false));
  }
}
