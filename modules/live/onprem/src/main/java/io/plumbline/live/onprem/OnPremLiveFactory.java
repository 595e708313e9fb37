package io.plumbline.live.onprem;

import io.plumbline.model.Site;
import io.plumbline.spi.LiveSource;
import java.util.Set;
import java.util.SortedMap;

/** Opens sources of what machines say of themselves; found by ServiceLoader. */
public final class OnPremLiveFactory implements LiveSource.Factory {
  @Override
  public String provider() {
    return "onprem";
  }

  @Override
  public LiveSource open(Site site) {
    return new OnPremLiveSource(site);
  }

  @Override
  public String readPolicy(Site site, SortedMap<String, Set<String>> reads) {
    String machines = ReadPolicy.of(Ssh.of(site));
    return reads.containsKey(OnPremLiveSource.BMC)
        ? machines + "\n" + ReadPolicy.of(BmcAccess.of(site))
        : machines;
  }
}
