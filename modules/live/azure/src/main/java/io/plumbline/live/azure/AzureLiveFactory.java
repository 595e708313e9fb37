package io.plumbline.live.azure;

import io.plumbline.model.Site;
import io.plumbline.spi.LiveSource;
import java.util.Set;
import java.util.SortedMap;

/** Opens sources of live Azure documents; found by ServiceLoader. */
public final class AzureLiveFactory implements LiveSource.Factory {
  @Override
  public String provider() {
    return "azure";
  }

  @Override
  public LiveSource open(Site site) {
    return new AzureLiveSource(site);
  }

  @Override
  public String readPolicy(Site site, SortedMap<String, Set<String>> reads) {
    return ReadRole.of(site, reads);
  }
}
