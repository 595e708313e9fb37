package io.plumbline.live.aws;

import io.plumbline.model.Site;
import io.plumbline.spi.AuditLog;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * CloudTrail's event history, which every account has without asking for it: management events of
 * 90 days, by region. Those of global services are in one region of the partition (CloudTrail user
 * guide, "Global service events", 2026-11).
 */
final class CloudTrailLog implements AuditLog {
  private static final Set<String> GLOBAL = Set.of("iam", "route53", "cloudfront");
  private static final Map<String, String> GLOBAL_REGION =
      Map.of("aws", "us-east-1", "aws-us-gov", "us-gov-west-1", "aws-cn", "cn-north-1");

  private final Site site;
  private final Map<String, EventHistory> histories = new LinkedHashMap<>();

  CloudTrailLog(Site site) {
    this.site = site;
  }

  @Override
  public Answer latest(String operation, Instant since) {
    return history(operation).latest(since);
  }

  @Override
  public Answer about(String operation, String name, Instant since) {
    return history(operation).about(name, since);
  }

  private EventHistory history(String operation) {
    String service = operation.split(":", 2)[0];
    String own = site.setting("region", "us-east-1");
    String partition = PartitionMetadata.of(Region.of(own)).id();
    String region = GLOBAL.contains(service) ? GLOBAL_REGION.getOrDefault(partition, own) : own;
    return histories.computeIfAbsent(region, here -> new EventHistory(in(here)));
  }

  /** Nobody waits two minutes for what is said beside the findings. */
  private Site in(String region) {
    Map<String, String> settings = new TreeMap<>(site.settings());
    settings.put("region", region);
    settings.putIfAbsent("timeout.call", "20");
    return new Site(site.name(), site.provider(), site.engine(), settings, site.source());
  }

  @Override
  public String silence() {
    return "calls of the last 15 minutes for certain, those of more than 90 days ago, and what is"
        + " done to contents";
  }

  @Override
  public void close() {
    histories.values().forEach(EventHistory::close);
  }
}
