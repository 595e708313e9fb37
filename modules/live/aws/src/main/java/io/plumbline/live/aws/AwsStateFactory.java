package io.plumbline.live.aws;

import io.plumbline.model.Site;
import io.plumbline.spi.StateStore;
import org.jspecify.annotations.Nullable;

/** Opens the bucket that a site keeps its state in; found by ServiceLoader. */
public final class AwsStateFactory implements StateStore.Factory {
  @Override
  public String provider() {
    return "aws";
  }

  @Override
  public String place() {
    return "state.bucket";
  }

  @Override
  public @Nullable StateStore open(Site site) {
    String bucket = site.setting("state.bucket");
    return bucket == null ? null : new S3StateStore(site, bucket);
  }
}
