package io.plumbline.rule;

import io.plumbline.model.Design;
import java.util.List;

/** The rules that hold whatever the provider, in alphabetical order: a new one is one line here. */
public final class DesignChecks {
  public static final List<Check<Design>> ALL =
      List.of(
          new AccessTwice(),
          new AcrossSites(),
          new AddOnTwice(),
          new AdministrationOpen(),
          new BadId(),
          new BalancerHealth(),
          new BalancerPlacement(),
          new BalancerPorts(),
          new BalancerWithoutRules(),
          new BandBackwards(),
          new BandWithoutOwner(),
          new ClusterInOneZone(),
          new ClusterOpenToTheWorld(),
          new ClusterOutOfReach(),
          new CnameNotAlone(),
          new DnsAnswer(),
          new DuplicateId(),
          new EndpointTwice(),
          new EverythingAllowed(),
          new FabricWithoutTraffic(),
          new FailoverHalf(),
          new FailoverUnchecked(),
          new FilesWithoutSubnets(),
          new FoldersOverlap(),
          new GpuUtilisationAlone(),
          new HealthForNothing(),
          new HealthUnseen(),
          new KeyForNothing(),
          new LabelRefused(),
          new LifecycleImpossible(),
          new NameOutsideZone(),
          new NatWithoutSubnets(),
          new NetworkWithoutZones(),
          new NetworksOverlap(),
          new NobodyMayMount(),
          new NodePoolSize(),
          new NodesElsewhere(),
          new NothingMayGoOut(),
          new NothingWakesThePool(),
          new OnDemandBaseBeyondCount(),
          new OnDemandPart(),
          new PlainHttpFromTheInternet(),
          new PoolHandledTwice(),
          new PoolWithoutRules(),
          new PoolWithoutSubnets(),
          new PortsOutOfRange(),
          new RawWithoutReason(),
          new RebalanceWithoutSpot(),
          new RecordTwice(),
          new RegistryWithoutStore(),
          new ReservationTooSmall(),
          new ReservedAndSpot(),
          new RoutingMixed(),
          new RulesOfAnotherNetwork(),
          new SameTrafficTwice(),
          new ScalingIdNotAllowed(),
          new ScheduleImpossible(),
          new ServiceAccountTwice(),
          new SpotPriceNotPositive(),
          new StatementWithoutResources(),
          new StepsImpossible(),
          new SubnetOutsideNetwork(),
          new SubnetsOverlap(),
          new TargetImpossible(),
          new TimeToLive(),
          new UnencryptedDisk(),
          new UnknownReference(),
          new WeightImpossible(),
          new WorldOpenSsh(),
          new ZoneNotInNetwork(),
          new ZoneTwice());

  private DesignChecks() {}

  /** Holds {@code design} against all of them. */
  public static void run(Design design, Problems problems) {
    ALL.forEach(check -> check.check(design, problems));
  }
}
