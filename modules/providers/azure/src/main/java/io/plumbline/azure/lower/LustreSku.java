package io.plumbline.azure.lower;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Azure Managed Lustre is sold as: MB a second for each TiB, and the sizes that come with it.
 * Source: learn.microsoft.com, Create an Azure Managed Lustre file system by using Azure Resource
 * Manager templates: "File system type and size options"; read 2026-11. Larger ones are made on
 * request alone.
 */
public enum LustreSku {
  MB_40(40, 48, 768),
  MB_125(125, 16, 128),
  MB_250(250, 8, 128),
  MB_500(500, 4, 128);

  private final int perTib;
  private final int step;
  private final int most;

  LustreSku(int perTib, int step, int most) {
    this.perTib = perTib;
    this.step = step;
    this.most = most;
  }

  /** The one of this throughput; null where none is sold. */
  public static @Nullable LustreSku of(@Nullable Integer perTib) {
    return Arrays.stream(values())
        .filter(sku -> perTib != null && sku.perTib == perTib)
        .findFirst()
        .orElse(null);
  }

  /** All throughputs, in MB a second for each TiB. */
  public static List<Integer> throughputs() {
    return Arrays.stream(values()).map(sku -> sku.perTib).toList();
  }

  /** Whether one of so many GiB is sold. */
  public boolean isSold(long gib) {
    return gib > 0 && gib % (step * 1024L) == 0 && gib <= most * 1024L;
  }

  /** Sizes that are sold, in words. */
  public String sizes() {
    return "multiples of tib(" + step + ") up to tib(" + most + ")";
  }

  String azureName() {
    return "AMLFS-Durable-Premium-" + perTib;
  }
}
