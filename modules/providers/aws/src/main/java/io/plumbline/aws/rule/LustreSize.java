package io.plumbline.aws.rule;

import io.plumbline.model.ParallelFiles;
import io.plumbline.model.ParallelFiles.Deployment;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.Set;

/** A capacity or throughput that FSx does not make. */
final class LustreSize implements Check<AwsScope> {
  private static final long FIRST = 1200;
  private static final long STEP = 2400;
  private static final Set<Integer> PERSISTENT = Set.of(125, 250, 500, 1000);

  private static final Rule RULE =
      Rule.error(
          "PLB-FILE-010",
          "size of parallel files not allowed",
          "FSx sells whole servers, each with its share of the capacity; it refuses any other size."
              + " Its 1.2 TiB are 1200 GiB.",
          "Amazon FSx API Reference, CreateFileSystem: StorageCapacity;"
              + " CreateFileSystemLustreConfiguration: PerUnitStorageThroughput",
          "use gib(1200), gib(2400), gib(4800) and so on; throughputPerTib(125), 250, 500 or 1000"
              + " with PERSISTENT_2, none with SCRATCH_2");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (ParallelFiles files : scope.all(ParallelFiles.class)) {
      if (files.capacity() != null) {
        capacity(files, files.capacity().gibibytes(), problems);
      }
      throughput(files, problems);
    }
  }

  private static void capacity(ParallelFiles files, long gib, Problems problems) {
    if (gib != FIRST && (gib <= 0 || gib % STEP != 0)) {
      long next = (gib / STEP + 1) * STEP;
      problems.report(
          RULE,
          files,
          "got "
              + gib
              + " GiB; allowed are 1200 GiB and multiples of 2400 GiB; the next is "
              + next);
    }
  }

  private static void throughput(ParallelFiles files, Problems problems) {
    Integer got = files.throughputPerTib();
    boolean persists = files.deployment() == Deployment.PERSISTENT_2;
    if (!persists && got != null) {
      problems.report(
          RULE, files, "got throughputPerTib(" + got + ") with SCRATCH_2, which has always 200");
    } else if (persists && (got == null || !PERSISTENT.contains(got))) {
      problems.report(
          RULE,
          files,
          (got == null ? "got no throughputPerTib" : "got throughputPerTib(" + got + ")")
              + " with PERSISTENT_2; allowed are 125, 250, 500, 1000");
    }
  }
}
