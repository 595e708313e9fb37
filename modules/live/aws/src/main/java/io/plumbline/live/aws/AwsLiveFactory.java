package io.plumbline.live.aws;

import io.plumbline.model.Site;
import io.plumbline.spi.AuditLog;
import io.plumbline.spi.LiveSource;
import java.util.Set;
import java.util.SortedMap;

/** Opens sources of live AWS documents; found by ServiceLoader. */
public final class AwsLiveFactory implements LiveSource.Factory {
  @Override
  public String provider() {
    return "aws";
  }

  @Override
  public LiveSource open(Site site) {
    return new AwsLiveSource(site);
  }

  @Override
  public AuditLog auditLog(Site site) {
    return new CloudTrailLog(site);
  }

  @Override
  public Set<String> auditOperations() {
    return Set.of("cloudtrail:LookupEvents");
  }

  @Override
  public String readPolicy(Site site, SortedMap<String, Set<String>> reads) {
    return ReadPolicy.of(site, reads);
  }
}
