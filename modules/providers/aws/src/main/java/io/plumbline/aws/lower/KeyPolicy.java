package io.plumbline.aws.lower;

import io.plumbline.model.AnyPool;
import io.plumbline.model.Component;
import io.plumbline.model.Key;
import io.plumbline.model.Network;
import io.plumbline.model.ParallelFiles;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may use a key. The account's own policies decide, and besides them the services that act for
 * it without asking them: EC2 Auto Scaling, which starts nodes with encrypted disks, FSx, which
 * reads linked buckets, and the delivery of flow logs. Those are told by a condition, since a
 * policy that names a role which AWS makes only when it first needs it is refused.
 */
final class KeyPolicy {
  private static final List<String> USE =
      List.of(
          "kms:Encrypt",
          "kms:Decrypt",
          "kms:ReEncrypt*",
          "kms:GenerateDataKey*",
          "kms:DescribeKey");

  private static final Value ANYBODY = principal(Value.text("*"));

  private final Key key;
  private final Place place;
  private final List<Component> around;

  /**
   * The policy of {@code key}.
   *
   * @param around what lives on the same site: what is encrypted with the key is among it
   */
  KeyPolicy(Key key, Place place, List<Component> around) {
    this.key = key;
    this.place = place;
    this.around = around;
  }

  Value document() {
    List<Value> statements = new ArrayList<>();
    statements.add(
        statement(
            "Account", principal(Value.text(place.iam("root"))), List.of("kms:*"), Value.NULL));
    if (!key.users().isEmpty()) {
      statements.add(statement("Users", principal(users()), USE, Value.NULL));
    }
    if (around.stream().anyMatch(this::hasDisk)) {
      scaling(statements);
    }
    if (around.stream().anyMatch(this::readsBucket)) {
      statements.add(
          statement(
              "LinkedFileSystems",
              ANYBODY,
              USE,
              service("s3.data-source.lustre.fsx.amazonaws.com/AWSServiceRoleForFSxS3Access_*")));
    }
    if (around.stream().anyMatch(this::recordsTraffic)) {
      statements.add(
          statement(
              "FlowLogs",
              Value.object("Service", Value.text("delivery.logs.amazonaws.com")),
              USE,
              Value.object(
                  "StringEquals", Value.object("aws:SourceAccount", Value.text(place.account())))));
    }
    return Value.object("Version", Value.text("2012-10-17"), "Statement", Value.list(statements));
  }

  private void scaling(List<Value> statements) {
    Value.Obj scaling = service("autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling");
    statements.add(statement("DisksOfNodes", ANYBODY, USE, scaling));
    statements.add(
        statement(
            "DisksOfNodesLater",
            ANYBODY,
            List.of("kms:CreateGrant"),
            Value.object(
                "ArnLike",
                scaling.get("ArnLike"),
                "Bool",
                Value.object("kms:GrantIsForAWSResource", Value.text("true")))));
  }

  private Value users() {
    return key.users().size() == 1 ? key.users().get(0) : Value.list(key.users());
  }

  private static Value principal(Value who) {
    return Value.object("AWS", who);
  }

  private Value.Obj service(String role) {
    return Value.object(
        "ArnLike",
        Value.object("aws:PrincipalArn", Value.text(place.iam("role/aws-service-role/" + role))));
  }

  private static Value statement(
      String sid, Value principal, List<String> actions, Value condition) {
    return Value.object(
        "Sid",
        Value.text(sid),
        "Effect",
        Value.text("Allow"),
        "Principal",
        principal,
        "Action",
        actions.size() == 1 ? Value.text(actions.get(0)) : Value.texts(actions),
        "Resource",
        Value.text("*"),
        "Condition",
        condition);
  }

  private boolean hasDisk(Component component) {
    return component instanceof AnyPool pool && isThis(pool.rootDisk().key());
  }

  private boolean readsBucket(Component component) {
    return component instanceof ParallelFiles files
        && files.links().stream().map(link -> link.bucket().key()).anyMatch(this::isThis);
  }

  private boolean recordsTraffic(Component component) {
    return component instanceof Network network
        && network.flowLogs() != null
        && isThis(network.flowLogs().bucket().key());
  }

  private boolean isThis(@Nullable Component other) {
    return other != null && other.id().equals(key.id());
  }
}
