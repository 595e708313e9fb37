package io.plumbline.aws.rule;

import io.plumbline.model.ParallelFiles;
import io.plumbline.model.ParallelFiles.Deployment;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A key for parallel files that do not persist. */
final class LustreKey implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-FILE-014",
          "key for scratch files",
          "Scratch file systems are encrypted with keys that FSx keeps itself; it takes no other.",
          "Amazon FSx API Reference, CreateFileSystem: KmsKeyId",
          "leave encryptedWith(key) out, or use PERSISTENT_2");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (ParallelFiles files : scope.all(ParallelFiles.class)) {
      if (files.key() != null && files.deployment() == Deployment.SCRATCH_2) {
        problems.report(
            RULE, files, "got encryptedWith(\"" + files.key().id() + "\") with SCRATCH_2");
      }
    }
  }
}
