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

  /** A deploy waits for its slowest part, whatever else there is: ten designs go into one. */
  private static final int DESIGNS_OF_A_DEPLOY = 10;

  /** Other ones for each engine. */
  private static final long SEEDS_OF_AN_ENGINE = 1_000_000;

  /** Checks that compared less than this for each design were asked nothing. */
  private static final int FLOOR = 300;

  @RegisterExtension
  static final SandboxServer BEHIND = new SandboxServer("--hostile", "1", "--stale");

  /** Terraform gives up what a list leaves out that was just made. */
  @RegisterExtension static final SandboxServer UP_TO_DATE = new SandboxServer("--hostile", "1");

  @Test
  void findsNothingWhereNobodyTouchedAnything() {
    Precision precision = new Precision(Path.of("target/precision.json"));
    leave(precision, BEHIND, "cloudformation", FIRST, CLOUDFORMATION);
    leave(precision, UP_TO_DATE, "terraform", FIRST + SEEDS_OF_AN_ENGINE, TERRAFORM);
    assertThat(precision.findings()).isEmpty();
    assertThat(precision.unlike()).isEmpty();
    assertThat(precision.sum(LeftAlone::compared))
        .isGreaterThan(FLOOR * precision.sum(LeftAlone::designs));
  }

  private static void leave(
      Precision precision, SandboxServer sandbox, String engine, long first, int all) {
    for (int done = 0; done < all; done += DESIGNS_OF_A_DEPLOY) {
      int designs = Math.min(DESIGNS_OF_A_DEPLOY, all - done);
      long seed = first + done / DESIGNS_OF_A_DEPLOY;
      precision.add(LeftAlone.deployed(sandbox, engine, seed, designs));
    }
  }
}
