package io.plumbline.aws.rule;

import io.plumbline.model.SharedFiles;
import io.plumbline.model.SharedFiles.Throughput;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Ages and throughputs that EFS does not know. */
final class EfsSettings implements Check<AwsScope> {
  private static final Set<Long> AGES = Set.of(1L, 7L, 14L, 30L, 60L, 90L, 180L, 270L, 365L);
  private static final int FASTEST = 3414;

  private static final Rule RULE =
      Rule.error(
          "PLB-FILE-013",
          "setting of shared files not allowed",
          "EFS refuses it in the middle of a deploy.",
          "Amazon EFS API Reference, LifecyclePolicy; CreateFileSystem:"
              + " ProvisionedThroughputInMibps; Amazon EFS User Guide, EFS storage classes",
          "ages are 1, 7, 14, 30, 60, 90, 180, 270 or 365 days, the archive's the longer one, and"
              + " the archive needs elastic(); provisionedMib(n) takes 1 to 3414");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (SharedFiles files : scope.all(SharedFiles.class)) {
      Stream.of(files.seldom(), files.archive())
          .filter(Objects::nonNull)
          .filter(age -> !isAge(age))
          .forEach(age -> problems.report(RULE, files, "got an age of " + age));
      archive(files, problems);
      if (files.throughput() instanceof Throughput.Provisioned fixed
          && (fixed.mibPerSecond() < 1 || fixed.mibPerSecond() > FASTEST)) {
        problems.report(RULE, files, "got provisionedMib(" + fixed.mibPerSecond() + ")");
      }
    }
  }

  private static void archive(SharedFiles files, Problems problems) {
    Duration archive = files.archive();
    if (archive == null) {
      return;
    }
    if (!(files.throughput() instanceof Throughput.Elastic)) {
      problems.report(RULE, files, "got archivedAfter(…) without elastic()");
    }
    if (files.seldom() != null && archive.compareTo(files.seldom()) <= 0) {
      problems.report(
          RULE, files, "got the archive after " + archive + ", which is not after seldom used");
    }
  }

  private static boolean isAge(Duration age) {
    return AGES.contains(age.toDays()) && age.equals(Duration.ofDays(age.toDays()));
  }
}
