package io.plumbline.live.onprem;

import io.plumbline.model.Site;
import io.plumbline.spi.LiveSource;
import java.util.ArrayList;
import java.util.List;
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
    List<String> parts = new ArrayList<>();
    if (reads.containsKey(OnPremLiveSource.FACTS) || reads.containsKey(OnPremLiveSource.SLURM)) {
      parts.add(ReadPolicy.of(Ssh.of(site)));
    }
    if (reads.containsKey(HyperVMachines.OPERATION)) {
      parts.add(ReadPolicy.ofHyperV(Ssh.ofHyperV(site)));
    }
    if (reads.containsKey(OnPremLiveSource.BMC)) {
      parts.add(ReadPolicy.of(BmcAccess.of(site)));
    }
    if (reads.containsKey(ProxmoxVms.OPERATION)) {
      parts.add(ReadPolicy.PROXMOX);
    }
    if (reads.keySet().stream().anyMatch(VsphereNames.LISTS::containsKey)) {
      parts.add(ReadPolicy.VSPHERE);
    }
    return String.join("\n", parts);
  }
}
