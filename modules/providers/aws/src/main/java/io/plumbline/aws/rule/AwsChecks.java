package io.plumbline.aws.rule;

import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import java.util.List;

/** The rules of AWS, in alphabetical order: a new one is one line here. */
public final class AwsChecks {
  public static final List<Check<AwsScope>> ALL =
      List.of(
          new AcceleratorNotOffered(),
          new ActionName(),
          new AddOnName(),
          new AgentMissing(),
          new BalancerFindsUnwell(),
          new BalancerTimes(),
          new BlockNotNow(),
          new BlockWindow(),
          new BootScriptTooLong(),
          new BucketName(),
          new CertificateName(),
          new ClusterSettings(),
          new DescriptionRefused(),
          new DiskNotAllowed(),
          new DnsName(),
          new DrainTime(),
          new EfsSettings(),
          new ExistingName(),
          new FabricAcrossZones(),
          new FabricInPublicSubnets(),
          new FabricNotLookedAt(),
          new FabricNotOffered(),
          new FlowLogPrefix(),
          new FlowLogsWithoutAccount(),
          new ForecastNotOffered(),
          new HealthCheckSettings(),
          new ImageMayMove(),
          new ImageName(),
          new InstanceTypeTwice(),
          new KeyOutOfReach(),
          new KeyRotation(),
          new KeyWithoutAccount(),
          new KubernetesNoLonger(),
          new KubernetesVersion(),
          new LabelReserved(),
          new LaunchNeverCompleted(),
          new LifecycleTooSoon(),
          new LocalDisksNotOffered(),
          new LustreBackups(),
          new LustreKey(),
          new LustrePorts(),
          new LustreSize(),
          new ManagedPoliciesBeyondQuota(),
          new ManagedPolicyTwice(),
          new MemoryAlwaysFull(),
          new MetricNotSent(),
          new NoImageForAccelerator(),
          new NodeRoleLacks(),
          new NodeTypeRefused(),
          new NodesNeverReady(),
          new NodesWithoutWayOut(),
          new NotOnAws(),
          new OnDemandNotOffered(),
          new ParameterName(),
          new ParameterValue(),
          new PlacementInReservation(),
          new PoolWithoutWayOut(),
          new PrincipalName(),
          new RawPartUnknown(),
          new ReservationElsewhere(),
          new ReservationImpossible(),
          new ResourceName(),
          new RolePolicyTooLong(),
          new RulesBeyondQuota(),
          new SiteWithoutRegion(),
          new SpotNotOffered(),
          new SpotPriceAboveOnDemand(),
          new SpreadTooWide(),
          new SubnetBlock(),
          new SubnetsTooSmall(),
          new TooManyPoolsHandled(),
          new UnknownInstanceType(),
          new VpcBlock(),
          new WarmPoolCutsBootShort(),
          new WarmPoolImpossible(),
          new ZoneOutsideRegion());

  private AwsChecks() {}

  /** Holds {@code scope} against all of them. */
  public static void run(AwsScope scope, Problems problems) {
    ALL.forEach(check -> check.check(scope, problems));
  }
}
