package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.SharedFiles;
import io.plumbline.model.TrafficRule.Direction;

/** Shared files whose rules do not let NFS in. */
final class NobodyMayMount implements Check<Design> {
  private static final int NFS = 2049;

  private static final Rule RULE =
      Rule.warning(
          "PLB-FILE-002",
          "nobody may mount shared files",
          "A mount that no rule lets in hangs until it times out; nodes never finish their boot"
              + " script.",
          "Amazon EFS User Guide, Using VPC security groups: TCP port 2049",
          "let the machines in: ingress(r -> r.tcp(2049).from(nodes))");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (SharedFiles files : design.all(SharedFiles.class)) {
      boolean open =
          files.securedBy().stream()
              .flatMap(rules -> rules.rules().stream())
              .anyMatch(r -> r.direction() == Direction.INGRESS && r.allowsTcp(NFS));
      if (!open && !files.securedBy().isEmpty()) {
        problems.report(RULE, files, "got rules with no ingress to port " + NFS);
      }
    }
  }
}
