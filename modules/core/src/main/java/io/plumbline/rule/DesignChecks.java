package io.plumbline.rule;

import io.plumbline.model.Design;
import java.util.List;

/** The rules that hold whatever the provider, in alphabetical order: a new one is one line here. */
public final class DesignChecks {
  public static final List<Check<Design>> ALL =
      List.of(
          new AcrossSites(),
          new AdministrationOpen(),
          new BadId(),
          new BandBackwards(),
          new BandWithoutOwner(),
          new DuplicateId(),
          new EverythingAllowed(),
          new FilesWithoutSubnets(),
          new FoldersOverlap(),
          new KeyForNothing(),
          new LifecycleImpossible(),
          new NetworkWithoutZones(),
          new NobodyMayMount(),
          new NothingMayGoOut(),
          new OnDemandBaseBeyondCount(),
          new OnDemandPart(),
          new PoolWithoutRules(),
          new PoolWithoutSubnets(),
          new PortsOutOfRange(),
          new RawWithoutReason(),
          new RulesOfAnotherNetwork(),
          new SameTrafficTwice(),
          new SpotPriceNotPositive(),
          new StatementWithoutResources(),
          new SubnetOutsideNetwork(),
          new SubnetsOverlap(),
          new UnencryptedDisk(),
          new UnknownReference(),
          new WorldOpenSsh(),
          new ZoneTwice());

  private DesignChecks() {}

  /** Holds {@code design} against all of them. */
  public static void run(Design design, Problems problems) {
    ALL.forEach(check -> check.check(design, problems));
  }
}
