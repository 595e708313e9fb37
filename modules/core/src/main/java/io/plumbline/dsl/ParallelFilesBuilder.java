package io.plumbline.dsl;

import io.plumbline.model.AnyKey;
import io.plumbline.model.Bucket;
import io.plumbline.model.ParallelFiles;
import io.plumbline.model.ParallelFiles.BucketLink;
import io.plumbline.model.ParallelFiles.Deployment;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.Subnets;
import io.plumbline.unit.DataSize;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sets up a parallel file system. Needed: {@link #in}, {@link #capacity}, {@link #deployment} and
 * {@link #securedBy} with rules as {@link SecurityRulesBuilder#lustreAmongThemselves} makes them.
 */
public final class ParallelFilesBuilder
    extends ComponentBuilder<ParallelFiles, ParallelFilesBuilder> {
  private final List<BucketLink> links = new ArrayList<>();
  private @Nullable Subnets subnets;
  private @Nullable String zone;
  private @Nullable DataSize capacity;
  private @Nullable Deployment deployment;
  private @Nullable Integer throughputPerTib;
  private boolean compressed = true;
  private int backupDays;
  private List<SecurityRules> securedBy = List.of();
  private @Nullable AnyKey key;

  ParallelFilesBuilder(Order order) {
    super("parallel files", order);
  }

  /** The subnet of this zone: best the one that the machines are in. */
  public ParallelFilesBuilder in(Subnets where, String inZone) {
    subnets = where;
    zone = inZone;
    return this;
  }

  /** The only subnet of these. */
  public ParallelFilesBuilder in(Subnets where) {
    subnets = where;
    zone = null;
    return this;
  }

  /** How much it holds: {@code gib(1200)}, {@code gib(2400)}, and then in steps of 2400 GiB. */
  public ParallelFilesBuilder capacity(DataSize size) {
    capacity = size;
    return this;
  }

  /** Whether it outlives the failure of a server. */
  public ParallelFilesBuilder deployment(Deployment how) {
    deployment = how;
    return this;
  }

  /** MB a second for each TiB; needed where it persists, and not said where it does not. */
  public ParallelFilesBuilder throughputPerTib(int megabytesPerSecond) {
    throughputPerTib = megabytesPerSecond;
    return this;
  }

  /** Whether files are compressed as they are written; by default they are. */
  public ParallelFilesBuilder compressed(boolean on) {
    compressed = on;
    return this;
  }

  /** Backs it up each day, and keeps a backup so many days; by default there are no backups. */
  public ParallelFilesBuilder backedUpFor(int days) {
    backupDays = days;
    return this;
  }

  /** Who may mount it, its own servers included. */
  public ParallelFilesBuilder securedBy(SecurityRules... rules) {
    securedBy = List.of(rules);
    return this;
  }

  /** What it is encrypted with; by default a key of the provider's. It cannot be changed later. */
  public ParallelFilesBuilder encryptedWith(AnyKey with) {
    key = with;
    return this;
  }

  /** Shows objects whose key starts with {@code prefix} in the folder {@code /}. */
  public ParallelFilesBuilder linkedTo(Bucket bucket, String prefix) {
    return linkedTo(bucket, prefix, l -> {});
  }

  /** Shows objects whose key starts with {@code prefix}, as the lambda says. */
  public ParallelFilesBuilder linkedTo(
      Bucket bucket, String prefix, Consumer<BucketLinkBuilder> setUp) {
    BucketLinkBuilder link = new BucketLinkBuilder(bucket, prefix);
    setUp.accept(link);
    links.add(link.build());
    return this;
  }

  @Override
  ParallelFilesBuilder self() {
    return this;
  }

  @Override
  ParallelFiles build() {
    needed(subnets, "they are in no subnet; say in(network.privateSubnets(), \"us-east-1a\")");
    needed(capacity, "they have no capacity; say capacity(gib(1200))");
    needed(deployment, "they do not say whether they persist; say deployment(SCRATCH_2)");
    if (securedBy.isEmpty()) {
      report(Incomplete.RULE, "nobody may mount them; say securedBy(rules)");
    }
    return new ParallelFiles(
        identity(),
        subnets,
        zone,
        capacity,
        deployment == null ? Deployment.SCRATCH_2 : deployment,
        throughputPerTib,
        compressed,
        backupDays,
        securedBy,
        key,
        links);
  }

  private void needed(@Nullable Object said, String otherwise) {
    if (said == null) {
      report(Incomplete.RULE, otherwise);
    }
  }
}
