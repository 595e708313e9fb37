package io.plumbline.live.azure;

import io.plumbline.model.Site;
import io.plumbline.spi.StateStore;
import org.jspecify.annotations.Nullable;

/** Opens the container that a site keeps its state in; found by ServiceLoader. */
public final class AzureStateFactory implements StateStore.Factory {
  @Override
  public String provider() {
    return "azure";
  }

  @Override
  public String place() {
    return "state.storage-account and state.container";
  }

  @Override
  public @Nullable StateStore open(Site site) {
    String account = site.setting("state.storage-account");
    String container = site.setting("state.container");
    return account == null || container == null
        ? null
        : new BlobStateStore(site, account, container);
  }
}
