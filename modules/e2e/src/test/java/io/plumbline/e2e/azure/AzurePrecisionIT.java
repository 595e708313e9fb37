package io.plumbline.e2e.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.azure.standin.AzureStandIn;
import io.plumbline.e2e.harness.Plumbline.Result;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Designs for Azure made by chance, deployed and left alone: a check finds nothing, right after the
 * deploy, when all is asked for by id, and a day later, when Resource Graph is believed. A sample
 * of what {@code modules/benchmarks/precision.py --azure} runs in full.
 */
class AzurePrecisionIT {
  private static final int FIRST = Integer.getInteger("precision.first", 0);
  private static final int DEPLOYS = Integer.getInteger("precision.azure", 1);
  private static final int DESIGNS = 5;

  @Test
  void findsNothingWhereNobodyTouchedAnything(@TempDir Path folder) throws IOException {
    long resources = 0;
    long compared = 0;
    for (int seed = FIRST; seed < FIRST + DEPLOYS; seed++) {
      Path home = Files.createDirectory(folder.resolve("seed-" + seed));
      String stack =
          "random-azure:\n  seed: %d\n  designs: %d\n  subscription: %s\n"
              .formatted(seed, DESIGNS, AzureStandIn.SUBSCRIPTION);
      // The deploy ends with a check, which must be in sync.
      try (DeployedAzure deployed = new DeployedAzure(home, stack)) {
        Result later = deployed.drift();
        assertThat(later.exit()).as("seed %d: %s", seed, later).isZero();
        Obj coverage = (Obj) later.json().get("coverage");
        resources += ((Value.Int) coverage.get("resources")).value();
        compared += ((Value.Int) coverage.get("compared")).value();
      }
    }
    assertThat(compared).isGreaterThan(200L * DEPLOYS);
    Files.writeString(
        Path.of("target/azure-precision.json"),
        JsonWriter.pretty(
                Value.object(
                    "designs", Value.whole((long) DEPLOYS * DESIGNS),
                    "resources", Value.whole(resources),
                    "compared", Value.whole(compared),
                    "falseFindings", Value.whole(0)))
            + "\n");
  }
}
