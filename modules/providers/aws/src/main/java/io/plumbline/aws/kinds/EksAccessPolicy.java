package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.LowerCamel.one;
import static io.plumbline.aws.kinds.LowerCamel.ref;
import static io.plumbline.aws.kinds.LowerCamel.set;
import static io.plumbline.aws.kinds.LowerCamel.text;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Listing;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;
import java.util.stream.Stream;

/**
 * What somebody with an access entry may do in an EKS cluster. An entry has several, each a kind of
 * its own, so that one which somebody adds is found; CloudFormation says them in the entry.
 */
public final class EksAccessPolicy {
  private EksAccessPolicy() {}

  private static final String INSIDE_THE_ENTRY = "stands in the entry: AccessPolicies";

  private static final Shape SCOPE =
      record(text("type"), set("namespaces", Shape.Leaf.TEXT).byDefault(Value.list()));

  /** What an item of an entry's list says in CloudFormation too. */
  static Attribute[] said() {
    return new Attribute[] {text("policyArn"), one("accessScope", SCOPE)};
  }

  public static final ResourceKind KIND =
      kind("eks-access-policy")
          .type(TERRAFORM, "aws_eks_access_policy_association")
          .read(
              Read.by("clusterName", "eks:ListAssociatedAccessPolicies")
                  .each("associatedAccessPolicies", "clusterName", "principalArn"))
          .keyedBy("clusterName", "principalArn", "policyArn")
          .within("principalArn")
          .listedIn(CLOUDFORMATION, Listing.of("accessPolicies", "clusterName", "principalArn"))
          .broughtAlong(EksAccessEntry::isOfServiceRole)
          .output("id", "id", "Ref", "{clusterName}#{principalArn}#{policyArn}")
          .attributes(
              ref("clusterName", "eks-cluster", "name")
                  .notIn(CLOUDFORMATION, INSIDE_THE_ENTRY)
                  .replaces(),
              ref("principalArn", "eks-access-entry", "principalArn")
                  .notIn(CLOUDFORMATION, INSIDE_THE_ENTRY)
                  .replaces())
          .attributes(
              Stream.of(said())
                  .map(each -> each.notIn(CLOUDFORMATION, INSIDE_THE_ENTRY).replaces())
                  .toArray(Attribute[]::new))
          .notOurs("given by AWS", "associatedAt")
          .notOurs("passes by itself", "modifiedAt")
          .makingTakes("eks:AssociateAccessPolicy")
          .free()
          .build();
}
