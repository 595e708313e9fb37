package io.plumbline.model;

import io.plumbline.unit.DataSize;
import io.plumbline.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file system that hundreds of machines read and write at once, at the speed of all its servers
 * together: data sets and checkpoints of a training run. It lives in one zone.
 *
 * @param subnets where its servers are; null where the stack does not say, which is reported
 * @param zone which of their zones; null where there is but one
 * @param capacity null where the stack does not say, which is reported
 * @param throughputPerTib MB a second for each TiB; null where the deployment decides it
 * @param compressed whether files are compressed as they are written
 * @param backupDays how many days a daily backup is kept; 0 for no backups
 * @param key what it is encrypted with; null: a key of the provider's
 * @param links buckets that its folders show
 */
public record ParallelFiles(
    Identity identity,
    @Nullable Subnets subnets,
    @Nullable String zone,
    @Nullable DataSize capacity,
    Deployment deployment,
    @Nullable Integer throughputPerTib,
    boolean compressed,
    int backupDays,
    List<SecurityRules> securedBy,
    @Nullable AnyKey key,
    List<BucketLink> links)
    implements Component {
  public ParallelFiles {
    securedBy = List.copyOf(securedBy);
    links = List.copyOf(links);
  }

  /** Whether it outlives the failure of a server. */
  public enum Deployment {
    /** Cheaper; what a failed server held is lost. For data that lies in a bucket as well. */
    SCRATCH_2,
    /** Kept twice within its zone; protected. */
    PERSISTENT_2
  }

  /**
   * A bucket, or a part of it, that a folder shows: files are fetched when they are first read.
   *
   * @param prefix of the keys; empty for all
   * @param folder where in the file system: {@code /data}
   * @param imports whether changes in the bucket appear in the folder
   * @param exports whether changes in the folder go to the bucket
   */
  public record BucketLink(
      Bucket bucket, String prefix, String folder, boolean imports, boolean exports) {}

  /** The provider's id of it, known once it is there. */
  public Value liveId() {
    return Value.ref(id(), "id");
  }

  /** The host that machines mount it from. */
  public Value dnsName() {
    return Value.ref(id(), "dnsName");
  }

  /** What they mount there: {@code mount -t lustre DNS_NAME@tcp:/MOUNT_NAME /scratch}. */
  public Value mountName() {
    return Value.ref(id(), "mountName");
  }

  @Override
  public List<Component> uses() {
    return new Uses()
        .in(subnets)
        .and(securedBy)
        .and(key)
        .and(links.stream().map(BucketLink::bucket).toList())
        .list();
  }

  @Override
  public String noun() {
    return "parallel files";
  }
}
