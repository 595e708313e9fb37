package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.LowerCamel.flag;
import static io.plumbline.aws.kinds.LowerCamel.ref;
import static io.plumbline.aws.kinds.LowerCamel.text;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/** The role that pods of an EKS cluster have which run as one service account. */
public final class EksPodIdentityAssociation {
  private EksPodIdentityAssociation() {}

  private static final String NO_ARGUMENT = "version 5 of the provider has no argument for it";

  public static final ResourceKind KIND =
      kind("eks-pod-identity-association")
          .type("aws_eks_pod_identity_association", "AWS::EKS::PodIdentityAssociation")
          .read(Read.by("clusterName", "eks:DescribePodIdentityAssociation"))
          .taggedBy("tags")
          .keyedBy("clusterName", "namespace", "serviceAccount")
          .within("clusterName")
          .output("id", "association_arn", "AssociationArn", "associationArn")
          .attributes(
              ref("clusterName", "eks-cluster", "name").replaces(),
              text("namespace").replaces(),
              text("serviceAccount").replaces(),
              ref("roleArn", "role", "arn"),
              text("targetRoleArn").notIn(TERRAFORM, NO_ARGUMENT).asGiven(),
              flag("disableSessionTags").notIn(TERRAFORM, NO_ARGUMENT).byDefault(Value.flag(false)),
              Tags.mapped("tags"))
          .notOurs("given by AWS", "associationArn", "associationId", "createdAt", "externalId")
          .notOurs("passes by itself", "modifiedAt")
          .notOurs("the add-on that it was made with, which no design does", "ownerArn")
          .makingTakes("eks:CreatePodIdentityAssociation", "iam:PassRole")
          .free()
          .build();
}
