package io.plumbline.run;

import io.plumbline.drift.DriftReport;
import io.plumbline.drift.Finding;
import io.plumbline.drift.Subject;
import io.plumbline.model.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is not as the last deploy left it, when the next one is planned. Some engines see it by
 * themselves and some have to be told; none sees what nobody described.
 *
 * @param report null where nobody looked, or nothing is deployed
 */
public record StandingDrift(@Nullable DriftReport report) {
  public static final StandingDrift NONE = new StandingDrift(null);

  /** All of it, in the order of the report. */
  public List<Finding> findings() {
    return report == null ? List.of() : report.findings();
  }

  /** Whether something is missing or changed there that a deploy could put back. */
  boolean isToBeReverted(Target target) {
    return findings().stream()
        .filter(each -> each instanceof Finding.Changed || each instanceof Finding.Missing)
        .anyMatch(each -> isOf(each, target));
  }

  /** What these plans leave as it is. */
  public List<Finding> leftBy(List<TargetPlan> plans) {
    List<Finding> left = new ArrayList<>(findings());
    left.removeIf(finding -> plans.stream().anyMatch(plan -> mends(plan, finding)));
    return left;
  }

  /** By the address: the engine names attributes in words of its own. */
  private static boolean mends(TargetPlan plan, Finding finding) {
    boolean mendable = finding instanceof Finding.Changed || finding instanceof Finding.Missing;
    String address = finding.subject().address();
    return mendable
        && isOf(finding, plan.target())
        && plan.changes().stream().anyMatch(change -> change.address().equals(address));
  }

  private static boolean isOf(Finding finding, Target target) {
    Subject subject = finding.subject();
    return subject.stack().equals(target.stack()) && subject.site().equals(target.site().name());
  }
}
