package io.plumbline.azure.lower;

import io.plumbline.model.Bucket;
import io.plumbline.model.Endpoint;
import io.plumbline.model.LifecycleRule;
import io.plumbline.model.Network;
import io.plumbline.model.ParallelFiles;
import io.plumbline.model.ParallelFiles.Deployment;
import io.plumbline.model.SharedFiles;
import io.plumbline.model.SharedFiles.Throughput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Of what keeps data, what of it Azure does not have. */
final class StorageGaps {
  /**
   * When Azure drops the blocks of an upload that was not finished, whatever anybody says. Source:
   * learn.microsoft.com, Put Block: uncommitted blocks are kept for a week; read 2026-11.
   */
  private static final Duration UPLOADS_DROPPED = Duration.ofDays(7);

  private StorageGaps() {}

  static List<Unsupported> of(Bucket bucket) {
    List<Unsupported> gaps = new ArrayList<>();
    for (LifecycleRule rule : bucket.lifecycle()) {
      Duration abort = rule.abortUploadsAfter();
      if (abort != null && !abort.equals(UPLOADS_DROPPED)) {
        gaps.add(
            new Unsupported(
                "unfinished uploads dropped after "
                    + abort.toDays()
                    + " days, where Azure always drops them after 7",
                "say abortUploadsAfter(days(7)), or leave it out"));
      }
    }
    if (bucket.key() != null) {
      gaps.add(ownKey("objects"));
    }
    return gaps;
  }

  static List<Unsupported> of(SharedFiles files) {
    List<Unsupported> gaps = new ArrayList<>();
    switch (files.throughput()) {
      case Throughput.Elastic elastic ->
          gaps.add(bySize("as much throughput as needed", files.noun()));
      case Throughput.Bursting bursting ->
          gaps.add(bySize("throughput in proportion to what it holds", files.noun()));
      case Throughput.Provisioned provisioned -> {
        int most = SharedFilesParts.mostMib();
        if (provisioned.mibPerSecond() > most) {
          gaps.add(
              new Unsupported(
                  provisioned.mibPerSecond() + " MiB a second, where a share moves " + most,
                  "say provisionedMib(" + most + "), or less; or describe parallelFiles(…)"));
        }
      }
    }
    if (files.seldom() != null || files.archive() != null || files.promoted()) {
      gaps.add(
          new Unsupported(
              "cheaper places for files that are not used, which shares of NFS do not have",
              "leave seldomUsedAfter(…), archivedAfter(…) and backAtFirstUse() out"));
    }
    if (files.backedUp()) {
      gaps.add(
          new Unsupported(
              "daily backups, which Azure Backup does not make of shares of NFS",
              "say backedUp(false), and copy what must last into a bucket"));
    }
    if (files.key() != null) {
      gaps.add(ownKey("files"));
    }
    if (files.subnets() != null
        && files.subnets().network() instanceof Network net
        && !net.endpoints().contains(Endpoint.OBJECT_STORE)) {
      gaps.add(
          new Unsupported(
              "a network without a way to storage, by which alone a share lets machines in",
              "say endpoints(Endpoint.OBJECT_STORE) of network \"" + net.id() + "\""));
    }
    return gaps;
  }

  static List<Unsupported> of(ParallelFiles files) {
    List<Unsupported> gaps = new ArrayList<>();
    if (files.deployment() == Deployment.SCRATCH_2) {
      gaps.add(
          new Unsupported(
              "SCRATCH_2, where Azure keeps every file system twice",
              "say deployment(PERSISTENT_2) and throughputPerTib(…)"));
    }
    if (files.compressed()) {
      gaps.add(
          new Unsupported(
              "files compressed as they are written, which Azure's Lustre does not set up",
              "say compressed(false)"));
    }
    if (files.backupDays() > 0) {
      gaps.add(
          new Unsupported(
              "daily backups, which Azure does not make of Lustre",
              "leave backedUpFor(…) out, and copy what must last into a bucket"));
    }
    if (files.key() != null) {
      gaps.add(ownKey("files"));
    }
    if (!files.links().isEmpty()) {
      gaps.add(
          new Unsupported(
              "links to buckets, for which Azure's Lustre wants roles of an account of its own in"
                  + " your directory",
              "leave linkedTo(…) out, and copy with azcopy when a job begins and ends"));
    }
    if (files.subnets() != null && ParallelFilesParts.zone(files) == null) {
      gaps.add(
          new Unsupported(
              "no zone, and subnets in several or in nobody knows which",
              "name it: in(network.privateSubnets(), \"1\")"));
    }
    return gaps;
  }

  private static Unsupported bySize(String got, String noun) {
    return new Unsupported(
        got + ", where " + noun + " of Azure are bought by size, and throughput comes with it",
        "say provisionedMib(200), which is a share of " + SharedFilesParts.gib(200) + " GiB");
  }

  private static Unsupported ownKey(String what) {
    return new Unsupported(
        "a key of its own for " + what + ", which is not said in Azure's terms yet",
        "leave encryptedWith(…) out: Azure encrypts all " + what + " with a key of its own");
  }
}
