package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.WorkloadRole;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Two roles for the pods of one service account. */
final class ServiceAccountTwice implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-KUBE-008",
          "two roles for one service account",
          "Pods of a service account get one role: the second is refused in the middle of"
              + " a deploy.",
          "Amazon EKS API Reference, CreatePodIdentityAssociation",
          "put the rights of both into one workloadRole");

  private static final Pattern NAMES =
      Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    Set<String> seen = new HashSet<>();
    for (WorkloadRole role : design.all(WorkloadRole.class)) {
      if (role.cluster() != null && role.serviceAccount() != null) {
        String account = role.namespace() + "/" + role.serviceAccount();
        if (!NAMES.matcher(account).matches()) {
          problems.report(RULE, role, "got \"" + account + "\", which is no namespace and name");
        } else if (!seen.add(role.cluster().id() + " " + account)) {
          problems.report(RULE, role, "got \"" + account + "\" once more");
        }
      }
    }
  }
}
