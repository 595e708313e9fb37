package io.plumbline.aws.rule;

import io.plumbline.model.ParallelFiles;
import io.plumbline.model.ParallelFiles.Deployment;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** Backups of a file system of which FSx makes none. */
final class LustreBackups implements Check<AwsScope> {
  private static final int MOST = 90;

  private static final Rule RULE =
      Rule.error(
          "PLB-FILE-011",
          "backups not possible",
          "FSx backs up what persists and is linked to no bucket, and keeps a backup 90 days at"
              + " most.",
          "Amazon FSx for Lustre User Guide, Protecting your data with backups",
          "leave backedUpFor(…) out and export to a bucket, or use PERSISTENT_2 without links");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (ParallelFiles files : scope.all(ParallelFiles.class)) {
      int days = files.backupDays();
      if (days < 0 || days > MOST) {
        problems.report(
            RULE, files, "got backedUpFor(" + days + "); allowed are 0 to " + MOST + " days");
      } else if (days > 0 && files.deployment() == Deployment.SCRATCH_2) {
        problems.report(RULE, files, "got backedUpFor(" + days + ") with SCRATCH_2");
      } else if (days > 0 && !files.links().isEmpty()) {
        problems.report(RULE, files, "got backedUpFor(" + days + ") and a link to a bucket");
      }
    }
  }
}
