package io.plumbline.onprem.rule;

import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import java.util.List;

/** The rules of a data centre, in alphabetical order: a new one is one line here. */
public final class OnPremChecks {
  public static final List<Check<OnPremScope>> ALL =
      List.of(
          new AcceleratorNotFromNvidia(),
          new AnotherEngine(),
          new BmcNotReadable(),
          new BroughtTwice(),
          new HyperVHostTwice(),
          new HypervisorUnknown(),
          new NotInADataCentre(),
          new SandboxReachesOut());

  private OnPremChecks() {}

  /** Holds {@code scope} against all of them. */
  public static void run(OnPremScope scope, Problems problems) {
    ALL.forEach(check -> check.check(scope, problems));
  }
}
