package io.plumbline.aws.rule;

import io.plumbline.model.AnyKey;
import io.plumbline.model.AnyRole;
import io.plumbline.model.Bucket;
import io.plumbline.model.Statement;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A role that may reach objects of a bucket, but not the key that they are encrypted with. */
final class KeyOutOfReach implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-KEY-005",
          "key out of a role's reach",
          "S3 asks KMS in the role's name: without rights on the key, each read and write of an"
              + " object is denied.",
          "Amazon S3 User Guide, Using server-side encryption with AWS KMS keys: Permissions",
          "say allow(\"kms:Decrypt\", \"kms:GenerateDataKey\").on(key.arn()); a managed policy that"
              + " says so is not looked into");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    List<Bucket> locked = scope.all(Bucket.class).stream().filter(b -> b.key() != null).toList();
    for (AnyRole role : scope.all(AnyRole.class)) {
      Set<String> told = new LinkedHashSet<>();
      for (Bucket bucket : locked) {
        AnyKey key = bucket.key();
        if (key != null && reaches(role, "s3:", bucket.id()) && !reaches(role, "kms:", key.id())) {
          told.add("objects of \"" + bucket.id() + "\" without its key \"" + key.id() + "\"");
        }
      }
      if (!told.isEmpty() && role.managedPolicies().isEmpty()) {
        problems.report(RULE, role, "got " + String.join(", ", told));
      }
    }
  }

  /** A key may also be meant by a text, which only AWS can tell; objects must be named. */
  private static boolean reaches(AnyRole role, String service, String id) {
    boolean key = service.equals("kms:");
    return role.statements().stream()
        .filter(Statement::allow)
        .filter(s -> s.actions().stream().anyMatch(a -> a.startsWith(service) || a.equals("*")))
        .flatMap(s -> s.resources().stream())
        .anyMatch(resource -> names(resource, id) || (key && resource instanceof Value.Text));
  }

  /** Whether an output of this component stands in it. */
  private static boolean names(Value resource, String id) {
    Set<String> found = new LinkedHashSet<>();
    References.forEach(resource, ref -> found.add(ref.resource()));
    return found.contains(id);
  }
}
