package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.LowerCamel.ref;
import static io.plumbline.aws.kinds.LowerCamel.set;
import static io.plumbline.aws.kinds.LowerCamel.text;
import static io.plumbline.aws.kinds.RemovalCommand.aws;
import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * Who may enter an EKS cluster. What they may do is a kind of its own; {@code accessPolicies} is
 * for CloudFormation, which has no resource for that, and only legalisation fills it. EKS itself
 * makes an entry for the role of a node group of ours, and one for itself.
 */
public final class EksAccessEntry {
  private EksAccessEntry() {}

  private static final String POLICIES_ARE_KINDS = "policies are a kind of their own";

  public static final ResourceKind KIND =
      kind("eks-access-entry")
          .type("aws_eks_access_entry", "AWS::EKS::AccessEntry")
          .read(Read.by("clusterName", "eks:DescribeAccessEntry"))
          .taggedBy("tags")
          .keyedBy("clusterName", "principalArn")
          .within("clusterName")
          .providerMade(EksAccessEntry::isOfServiceRole)
          .companionOf("principalArn", "role", "arn", EksAccessEntry::isOfNodes)
          .output("id", "access_entry_arn", "AccessEntryArn", "accessEntryArn")
          .output("principalArn", "principal_arn", "Ref", "principalArn")
          .attributes(
              ref("clusterName", "eks-cluster", "name").replaces(),
              ref("principalArn", "*", "arn").replaces(),
              text("type").byDefault(Value.text("STANDARD")).replaces(),
              text("username").in(TERRAFORM, "user_name").filledIn("made of the principal's name"),
              set("kubernetesGroups", Shape.Leaf.TEXT).byDefault(Value.list()),
              list("accessPolicies", record(EksAccessPolicy.said()))
                  .notIn(TERRAFORM, POLICIES_ARE_KINDS)
                  .notIn(AWS_API, POLICIES_ARE_KINDS),
              Tags.mapped("tags"))
          .notOurs("given by AWS", "accessEntryArn", "createdAt")
          .notOurs("passes by itself", "modifiedAt")
          .makingTakes("eks:CreateAccessEntry")
          .free()
          .removedBy(
              aws(
                  "eks delete-access-entry --cluster-name {clusterName}"
                      + " --principal-arn {principalArn}"))
          .build();

  /** An entry of a role that belongs to AWS itself. */
  static boolean isOfServiceRole(Value.Obj entry) {
    return entry.get("principalArn") instanceof Value.Text arn
        && arn.value().contains(":role/aws-service-role/");
  }

  /** An entry by which nodes join: EKS makes it with the first node group of a role. */
  private static boolean isOfNodes(Value.Obj entry) {
    return entry.get("type").equals(Value.text("EC2_LINUX"));
  }
}
