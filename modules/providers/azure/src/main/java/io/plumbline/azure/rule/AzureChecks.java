package io.plumbline.azure.rule;

import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import java.util.List;

/** The rules of Azure, in alphabetical order: a new one is one line here. */
public final class AzureChecks {
  public static final List<Check<AzureScope>> ALL =
      List.of(
          new AcceleratorNotSold(),
          new ClusterNodes(),
          new ClusterSettings(),
          new DnsAnswer(),
          new ElsewhereHeld(),
          new FabricAcrossZones(),
          new FabricNotSold(),
          new HealthTopicMissing(),
          new ImageForm(),
          new KeyForLogin(),
          new LustreSize(),
          new NotOnAzure(),
          new OneSize(),
          new OneSubnet(),
          new PodsReachMetadata(),
          new SizeUnknown(),
          new SpreadTooWide(),
          new StorageName(),
          new TenantForKeys(),
          new TooManyMounts(),
          new VaultId(),
          new ZoneName(),
          new ZoneWithoutId());

  private AzureChecks() {}

  /** Holds {@code scope} against all of them. */
  public static void run(AzureScope scope, Problems problems) {
    ALL.forEach(check -> check.check(scope, problems));
  }
}
