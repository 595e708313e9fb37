package io.plumbline.cli;

import io.plumbline.run.EnvironmentFreeze;
import java.time.Instant;
import picocli.CommandLine.Option;

/** For what must be changed though the environment is frozen. */
final class FreezeOption {
  @Option(
      names = "--despite-freeze",
      description = "go on, this once, though somebody has frozen the environment")
  private boolean despite;

  void refuse(EnvironmentFreeze freeze) {
    if (!despite) {
      freeze.refuse(Instant.now());
    }
  }
}
