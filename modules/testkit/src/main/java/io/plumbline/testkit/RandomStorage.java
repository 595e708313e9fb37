package io.plumbline.testkit;

import static io.plumbline.dsl.Words.days;
import static io.plumbline.dsl.Words.gib;

import io.plumbline.dsl.ParallelFilesBuilder;
import io.plumbline.dsl.ParameterBuilder;
import io.plumbline.dsl.SharedFilesBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.AnyKey;
import io.plumbline.model.Bucket;
import io.plumbline.model.Network;
import io.plumbline.model.ParallelFiles.Deployment;
import io.plumbline.model.SecurityRules;
import io.plumbline.value.Value;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Keys, parameters and file systems of one design that {@link RandomFleet} makes up. */
record RandomStorage(SiteBlueprint site, String prefix, Random random) {
  private static final List<Integer> AGES = List.of(1, 7, 14, 30, 60);
  private static final List<Integer> THROUGHPUTS = List.of(125, 250, 500, 1000);

  private static final List<String> TEXTS =
      List.of("on", "50", "a: b", "${HOME} %{ if }", "!Ref X", "'\"\\", "é\n", "$${x}$");

  /** One of ours, one that is there, or none. */
  @Nullable AnyKey key() {
    return switch (random.nextInt(3)) {
      case 0 -> site.key(prefix + "-key", k -> k.rotatedEvery(days(90 + random.nextInt(2000))));
      case 1 -> site.existingKey(prefix + "-key", "alias/" + prefix);
      default -> null;
    };
  }

  void describe(Network network, @Nullable AnyKey key, List<Bucket> buckets, boolean deployable) {
    for (int i = 0; i < random.nextInt(3); i++) {
      site.parameter(prefix + "-text-" + i, p -> text(p, buckets));
    }
    SecurityRules rules =
        site.securityRules(
            prefix + "-storage",
            s ->
                s.in(network).lustreAmongThemselves().ingress(r -> r.tcp(2049).from("10.0.0.0/8")));
    if (random.nextBoolean()) {
      site.sharedFiles(
          prefix + "-home", f -> shared(f.in(network.privateSubnets()).securedBy(rules), key));
    }
    if (random.nextInt(3) == 0 && !deployable) {
      String zone = network.zones().get(random.nextInt(network.zones().size()));
      site.parallelFiles(
          prefix + "-scratch",
          f -> parallel(f.in(network.privateSubnets(), zone).securedBy(rules), key, buckets));
    }
  }

  private void text(ParameterBuilder parameter, List<Bucket> buckets) {
    String text = oneOf(TEXTS);
    if (random.nextBoolean()) {
      parameter.list(text, "b");
    } else if (buckets.isEmpty()) {
      parameter.value(text).large();
    } else {
      parameter.value(Value.text(text), oneOf(buckets).name()).describedAs(text);
    }
  }

  private void shared(SharedFilesBuilder files, @Nullable AnyKey key) {
    files.backedUp(random.nextBoolean()).seldomUsedAfter(days(oneOf(AGES)));
    if (key != null) {
      files.encryptedWith(key);
    }
    switch (random.nextInt(3)) {
      case 0 -> files.bursting();
      case 1 -> files.provisionedMib(1 + random.nextInt(3000)).backAtFirstUse();
      default -> files.archivedAfter(days(90));
    }
  }

  private void parallel(ParallelFilesBuilder files, @Nullable AnyKey key, List<Bucket> buckets) {
    boolean persists = random.nextBoolean();
    files
        .capacity(gib(random.nextBoolean() ? 1200 : 2400L * (1 + random.nextInt(9))))
        .deployment(persists ? Deployment.PERSISTENT_2 : Deployment.SCRATCH_2)
        .compressed(random.nextBoolean());
    if (persists) {
      files.throughputPerTib(oneOf(THROUGHPUTS));
    }
    if (key != null && persists) {
      files.encryptedWith(key);
    }
    for (int i = 0; i < buckets.size(); i++) {
      String folder = "/from-" + i;
      files.linkedTo(
          buckets.get(i),
          random.nextBoolean() ? "" : "runs",
          l -> l.at(folder).exports(random.nextBoolean()));
    }
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
