package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.LowerCamel.json;
import static io.plumbline.aws.kinds.LowerCamel.ref;
import static io.plumbline.aws.kinds.LowerCamel.text;
import static io.plumbline.aws.kinds.RemovalCommand.aws;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/**
 * An add-on of an EKS cluster. What the design says wins over what somebody changed inside of the
 * cluster, when it is made and when it is updated. Roles of its pods are pod identity associations.
 */
public final class EksAddon {
  private EksAddon() {}

  private static final Value OVERWRITE = Value.text("OVERWRITE");

  public static final ResourceKind KIND =
      kind("eks-addon")
          .type("aws_eks_addon", "AWS::EKS::Addon")
          .constant(
              TERRAFORM,
              "",
              Value.object(
                  "resolve_conflicts_on_create", OVERWRITE,
                  "resolve_conflicts_on_update", OVERWRITE))
          .constant(CLOUDFORMATION, "", Value.object("ResolveConflicts", OVERWRITE))
          .read(Read.by("clusterName", "eks:DescribeAddon"))
          .taggedBy("tags")
          .keyedBy("clusterName", "addonName")
          .within("clusterName")
          .output("id", "arn", "Arn", "addonArn")
          .attributes(
              ref("clusterName", "eks-cluster", "name").replaces(),
              text("addonName").replaces(),
              text("addonVersion").filledIn("the one that EKS offers by default"),
              json("configurationValues").in(CLOUDFORMATION, Codec.JSON_TEXT).asGiven(),
              text("serviceAccountRoleArn").asGiven(),
              text("namespace")
                  .notIn(TERRAFORM, "version 5 of the provider has no argument for it")
                  .in(CLOUDFORMATION, "NamespaceConfig/Namespace")
                  .in(AWS_API, "namespaceConfig/namespace")
                  .filledIn("the add-on's own")
                  .replaces(CLOUDFORMATION),
              Tags.mapped("tags"))
          .notOurs("given by AWS", "addonArn", "createdAt", "publisher", "owner")
          .notOurs("given by AWS", "marketplaceInformation")
          .notOurs("passes by itself", "status", "health", "modifiedAt")
          .notOurs("associations are a kind of their own", "podIdentityAssociations")
          .notRead("what somebody changed of it inside of the cluster")
          .makingTakes("eks:CreateAddon")
          .free()
          .removedBy(
              aws("eks delete-addon --cluster-name {clusterName}" + " --addon-name {addonName}"))
          .build();
}
