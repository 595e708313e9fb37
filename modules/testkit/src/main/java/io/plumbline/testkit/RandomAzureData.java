package io.plumbline.testkit;

import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.days;
import static io.plumbline.dsl.Words.seconds;
import static io.plumbline.dsl.Words.tib;

import io.plumbline.dsl.BucketBuilder;
import io.plumbline.dsl.DnsRecordBuilder;
import io.plumbline.dsl.NodePoolBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.ExistingZone;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.Network;
import io.plumbline.model.NodePool.Effect;
import io.plumbline.model.NodePool.OperatingSystem;
import io.plumbline.model.ParallelFiles.Deployment;
import io.plumbline.model.SecurityRules;
import java.util.List;
import java.util.Random;

/**
 * What stands beside the machines of one design that {@link RandomAzure} makes up.
 *
 * @param zones that are there already, one for everybody and one for networks
 */
record RandomAzureData(SiteBlueprint site, String suffix, Random random, List<String> zones) {
  private static final List<String> TEXTS =
      List.of(
          "v=spf1 -all",
          "\"quoted\" \\ ${x} %{y} $${z}",
          "[concat('a', 'b')]",
          "it's größer",
          "x".repeat(700));

  /** Throughputs of Lustre, and the TiB that each is sold by. */
  private static final int[][] LUSTRE = {{40, 48}, {125, 16}, {250, 8}, {500, 4}};

  void describe(Network network) {
    if (random.nextInt(3) == 0) {
      site.key("key" + suffix, k -> k.rotatedEvery(days(90L + random.nextInt(600))));
    }
    for (int i = 0; i < random.nextInt(3); i++) {
      site.bucket("store" + suffix + "-" + i, this::bucket);
    }
    if (random.nextInt(3) == 0) {
      files(network);
    }
    if (network.zones().size() > 1 && random.nextInt(3) == 0) {
      cluster(network);
    }
    if (random.nextBoolean()) {
      names();
    }
  }

  private void bucket(BucketBuilder bucket) {
    bucket.versioned(random.nextBoolean());
    int age = 1 + random.nextInt(60);
    if (random.nextBoolean()) {
      bucket.lifecycle(
          "age", l -> l.coolAfter(days(age)).archiveAfter(days(age + 90L)).prefix("runs/"));
    }
    if (random.nextBoolean()) {
      bucket.lifecycle("end", l -> l.expireAfter(days(200L + age)).abortUploadsAfter(days(7)));
    }
    if (random.nextBoolean()) {
      bucket.lifecycle("old", l -> l.prefix("a: b/").expireNoncurrentAfter(days(age)));
    }
  }

  private void files(Network network) {
    SecurityRules mounts =
        site.securityRules(
            "mounts" + suffix,
            r ->
                r.in(network)
                    .lustreAmongThemselves()
                    .ingress(i -> i.tcp(2049).fromSelf())
                    .egress(e -> e.all().toAnywhere()));
    site.sharedFiles(
        "home" + suffix,
        f ->
            f.in(network.privateSubnets())
                .securedBy(mounts)
                .provisionedMib(120 + random.nextInt(400))
                .backedUp(false));
    int[] sold = LUSTRE[random.nextInt(LUSTRE.length)];
    site.parallelFiles(
        "data" + suffix,
        f ->
            f.in(network.privateSubnets(), "1")
                .securedBy(mounts)
                .capacity(tib((long) sold[1] * (1 + random.nextInt(2))))
                .deployment(Deployment.PERSISTENT_2)
                .throughputPerTib(sold[0])
                .compressed(false));
  }

  private void cluster(Network network) {
    KubernetesCluster cluster =
        site.kubernetesCluster(
            "cluster" + suffix,
            c -> c.in(network.privateSubnets()).version(random.nextBoolean() ? "1.33" : "1.33.5"));
    for (int i = 0; i <= random.nextInt(3); i++) {
      site.nodePool("nodes" + suffix + "-" + i, p -> nodes(p.of(cluster)));
    }
  }

  private void nodes(NodePoolBuilder pool) {
    pool.instanceTypes(random.nextBoolean() ? "Standard_D8ds_v5" : "Standard_NC40ads_H100_v5");
    if (random.nextBoolean()) {
      pool.count(1 + random.nextInt(5));
    } else {
      pool.count(band(0, 1L + random.nextInt(20)).ownedBy("cluster-autoscaler"));
    }
    switch (random.nextInt(3)) {
      case 0 -> pool.spot().taint("team", "", Effect.NO_SCHEDULE);
      case 1 -> pool.system(OperatingSystem.CONTAINERS_ONLY);
      default -> pool.label("example.com/use", "a_b.c-" + random.nextInt(9)).label("team", "");
    }
    pool.metadataForPods();
  }

  private void names() {
    ExistingZone open =
        site.existingZone("zone" + suffix, "example.com", z -> z.withId(zones.get(0)));
    ExistingZone inner =
        site.existingZone(
            "inner" + suffix, "corp.internal", z -> z.withId(zones.get(1)).internal());
    for (int i = 0; i < random.nextInt(4); i++) {
      String name = (random.nextBoolean() ? "*." : "") + "n" + suffix + "-" + i;
      boolean outside = random.nextBoolean();
      site.dnsRecord(
          "name" + suffix + "-" + i,
          d ->
              answer(
                  outside
                      ? d.in(open, name + ".example.com")
                      : d.in(inner, name + ".corp.internal")));
    }
  }

  private void answer(DnsRecordBuilder record) {
    record.ttl(seconds(1 + random.nextInt(86_400)));
    switch (random.nextInt(4)) {
      case 0 -> record.a("192.0.2." + random.nextInt(256));
      case 1 -> record.aaaa("2001:db8::" + (1 + random.nextInt(9)));
      case 2 -> record.cname("other.example.net");
      default -> record.txt(TEXTS.get(random.nextInt(TEXTS.size())), "and " + random.nextInt(9));
    }
  }
}
