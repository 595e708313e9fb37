package io.plumbline.dsl;

import io.plumbline.model.AnyKey;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.SharedFiles;
import io.plumbline.model.SharedFiles.Throughput;
import io.plumbline.model.Subnets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets up a file system that many machines mount. Needed: {@link #in}, and {@link #securedBy} with
 * rules that let NFS in, which is TCP 2049.
 */
public final class SharedFilesBuilder extends ComponentBuilder<SharedFiles, SharedFilesBuilder> {
  private @Nullable Subnets subnets;
  private List<SecurityRules> securedBy = List.of();
  private Throughput throughput = new Throughput.Elastic();
  private @Nullable Duration seldom;
  private @Nullable Duration archive;
  private boolean promoted;
  private boolean backedUp = true;
  private @Nullable AnyKey key;

  SharedFilesBuilder(Order order) {
    super("shared files", order);
  }

  /** The subnets whose machines mount it: one in each zone. */
  public SharedFilesBuilder in(Subnets where) {
    subnets = where;
    return this;
  }

  /** Who may mount it. */
  public SharedFilesBuilder securedBy(SecurityRules... rules) {
    securedBy = List.of(rules);
    return this;
  }

  /** As fast as needed, paid by what is moved: the default. */
  public SharedFilesBuilder elastic() {
    throughput = new Throughput.Elastic();
    return this;
  }

  /** In proportion to what it holds, with credit for bursts. */
  public SharedFilesBuilder bursting() {
    throughput = new Throughput.Bursting();
    return this;
  }

  /** Always so many MiB a second, paid by the hour. */
  public SharedFilesBuilder provisionedMib(int perSecond) {
    throughput = new Throughput.Provisioned(perSecond);
    return this;
  }

  /** Keeps what was not used for so long where it is cheap to keep and dear to read. */
  public SharedFilesBuilder seldomUsedAfter(Duration unused) {
    seldom = unused;
    return this;
  }

  /** Keeps what was not used for so long where it is cheapest. */
  public SharedFilesBuilder archivedAfter(Duration unused) {
    archive = unused;
    return this;
  }

  /** Brings a file back when it is used. */
  public SharedFilesBuilder backAtFirstUse() {
    promoted = true;
    return this;
  }

  /** Whether the provider backs it up each day; by default it does. */
  public SharedFilesBuilder backedUp(boolean on) {
    backedUp = on;
    return this;
  }

  /** What it is encrypted with; by default the account's own key. It cannot be changed later. */
  public SharedFilesBuilder encryptedWith(AnyKey with) {
    key = with;
    return this;
  }

  @Override
  SharedFilesBuilder self() {
    return this;
  }

  @Override
  SharedFiles build() {
    if (subnets == null) {
      report(Incomplete.RULE, "they are in no subnets; say in(network.privateSubnets())");
    }
    if (securedBy.isEmpty()) {
      report(Incomplete.RULE, "nobody may mount them; say securedBy(rules)");
    }
    return new SharedFiles(
        identity(), subnets, securedBy, throughput, seldom, archive, promoted, backedUp, key);
  }
}
