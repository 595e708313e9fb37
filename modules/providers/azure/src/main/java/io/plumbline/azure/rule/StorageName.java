package io.plumbline.azure.rule;

import io.plumbline.model.Bucket;
import io.plumbline.model.LifecycleRule;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.HashSet;
import java.util.Set;

/** A bucket, or a rule of one, called as no account of storage or rule of Azure can be. */
final class StorageName implements Check<AzureScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-AZURE-030",
          "name of storage refused",
          "A bucket is an account of storage, whose name is part of host names and shared by the"
              + " whole world.",
          "Microsoft Learn, Naming rules and restrictions for Azure resources: Microsoft.Storage",
          "name accounts by 3 to 24 lower-case letters and digits, or leave named(…) out; name"
              + " lifecycle rules by letters, digits and hyphens");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AzureScope scope, Problems problems) {
    Set<String> taken = new HashSet<>();
    for (Bucket bucket : scope.all(Bucket.class)) {
      String name = bucket.chosenName();
      if (name != null && !name.matches("[a-z0-9]{3,24}")) {
        problems.report(RULE, bucket, "got \"" + name + "\"; allowed are 3 to 24 of [a-z0-9]");
      }
      if (name != null && !taken.add(name)) {
        problems.report(
            RULE, bucket, "got \"" + name + "\", which another bucket of the stack has");
      }
      for (LifecycleRule rule : bucket.lifecycle()) {
        if (!rule.id().matches("[A-Za-z0-9-]{1,256}")) {
          problems.report(
              RULE, bucket, "got rule \"" + rule.id() + "\"; allowed are letters, digits and -");
        }
      }
    }
  }
}
