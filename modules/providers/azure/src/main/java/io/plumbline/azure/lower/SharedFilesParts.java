package io.plumbline.azure.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.azure.kinds.FileShare;
import io.plumbline.azure.kinds.StorageAccount;
import io.plumbline.graph.Resource;
import io.plumbline.model.SharedFiles;
import io.plumbline.model.SharedFiles.Throughput;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shared files: an account of fast files, in all zones of its location, and one share of NFS in it.
 * The account lets in the subnet that its machines are in, and nobody else: NFS knows no users. It
 * is not encrypted on its way, as NFS on AWS is not unless a node mounts it so.
 */
final class SharedFilesParts {
  /** The one share: machines mount {@code HOST:/ACCOUNT/files}. */
  static final String SHARE = "files";

  /**
   * What a share of any size may move, and what each GiB adds: 0.04 MiB a second in and 0.06 out,
   * each rounded up. Source: learn.microsoft.com, Understand Azure Files billing: provisioned v1;
   * read 2026-11.
   */
  private static final int BASE = 100;

  private static final int LEAST_GIB = 100;
  private static final int MOST_GIB = 102_400;

  private SharedFilesParts() {}

  static List<Resource> resources(SharedFiles files, Parts parts) {
    return List.of(account(files, parts), share(files, parts));
  }

  /** The most MiB a second that a share moves. */
  static int mostMib() {
    return mib(MOST_GIB);
  }

  /** What a share of so many GiB moves, in MiB a second. */
  static int mib(int gib) {
    return BASE + Math.ceilDiv(gib * 4, 100) + Math.ceilDiv(gib * 6, 100);
  }

  /** The smallest share that moves so many MiB a second, in GiB. */
  static int gib(int mib) {
    int gib = Math.max(LEAST_GIB, (mib - BASE - 2) * 10);
    while (mib(gib) < mib) {
      gib++;
    }
    return gib;
  }

  /** Where machines mount it from. */
  static Value host(Parts parts) {
    return Value.text(parts.sharedName("", Names.STORAGE_ACCOUNT) + ".file.core.windows.net");
  }

  private static Resource account(SharedFiles files, Parts parts) {
    Map<String, Value> said = new LinkedHashMap<>();
    said.put("name", Value.text(parts.sharedName("", Names.STORAGE_ACCOUNT)));
    said.put("kind", Value.text("FileStorage"));
    said.put("sku", Value.text("Premium_ZRS"));
    said.putAll(Accounts.closed());
    said.put("supportsHttpsTrafficOnly", Value.flag(false));
    said.put("networkDefault", Value.text("Deny"));
    said.put(
        "subnets", Value.list(NetworkParts.subnet(requireNonNull(files.subnets(), "validated"))));
    return parts.make("", StorageAccount.KIND, Names.STORAGE_ACCOUNT, new Value.Obj(said));
  }

  private static Resource share(SharedFiles files, Parts parts) {
    int mib = ((Throughput.Provisioned) files.throughput()).mibPerSecond();
    return parts.child(
        SHARE,
        FileShare.KIND,
        SHARE,
        Value.object(
            "storageAccount", parts.id(""),
            "quotaGiB", Value.whole(gib(mib)),
            "protocol", Value.text("NFS")));
  }
}
