package io.plumbline.e2e.precision;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.SandboxServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Designs made by chance, deployed into a sandbox that answers as awkwardly as AWS does, and left
 * alone: a check finds nothing, and says the same a second time. A sample of what {@code
 * modules/benchmarks/precision.py} runs in full; the properties {@code precision.*} are its.
 */
class PrecisionIT {
  private static final int FIRST = Integer.getInteger("precision.first", 0);
  private static final int CLOUDFORMATION = Integer.getInteger("precision.cloudformation", 20);
  private static final int TERRAFORM = Integer.getInteger("precision.terraform", 0);

  /** An apply waits for its slowest part, whatever else there is: ten designs go into one. */
  private static final int DESIGNS_OF_AN_APPLY = 10;

  /** Checks that compared less than this for each design were asked nothing. */
  private static final int FLOOR = 300;

  @RegisterExtension
  static final SandboxServer BEHIND = new SandboxServer("--hostile", "1", "--stale");

  /** Terraform gives up what a list leaves out that was just made. */
  @RegisterExtension static final SandboxServer UP_TO_DATE = new SandboxServer("--hostile", "1");

  @Test
  void findsNothingWhereNobodyTouchedAnything() {
    Precision precision = new Precision(Path.of("target/precision.json"));
    for (int seed = FIRST; seed < FIRST + CLOUDFORMATION; seed++) {
      precision.add(LeftAlone.deployed(BEHIND, "cloudformation", seed, 1));
    }
    for (int done = 0; done < TERRAFORM; done += DESIGNS_OF_AN_APPLY) {
      int designs = Math.min(DESIGNS_OF_AN_APPLY, TERRAFORM - done);
      precision.add(LeftAlone.deployed(UP_TO_DATE, "terraform", FIRST - 1L - done, designs));
    }
    assertThat(precision.findings()).isEmpty();
    assertThat(precision.unlike()).isEmpty();
    assertThat(precision.sum(LeftAlone::compared))
        .isGreaterThan(FLOOR * precision.sum(LeftAlone::designs));
  }
}
