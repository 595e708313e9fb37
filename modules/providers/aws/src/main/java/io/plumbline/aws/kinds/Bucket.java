package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.json;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * An S3 bucket with its settings. CloudFormation says all but the policy in one document; Terraform
 * has a resource, and the API a call, for each setting. What it holds is lost with it, so it is
 * protected. No design asks for a policy: one that stands there was put there by somebody else.
 */
public final class Bucket {
  private Bucket() {}

  private static final Shape ENCRYPTION =
      record(
          text("sseAlgorithm")
              .in(TERRAFORM, "apply_server_side_encryption_by_default/sse_algorithm")
              .in(CLOUDFORMATION, "ServerSideEncryptionByDefault/SSEAlgorithm")
              .in(AWS_API, "ApplyServerSideEncryptionByDefault/SSEAlgorithm")
              .byDefault(Value.text("AES256")),
          text("kmsMasterKeyId")
              .in(TERRAFORM, "apply_server_side_encryption_by_default/kms_master_key_id")
              .in(CLOUDFORMATION, "ServerSideEncryptionByDefault/KMSMasterKeyID")
              .in(AWS_API, "ApplyServerSideEncryptionByDefault/KMSMasterKeyID"),
          flag("bucketKeyEnabled").byDefault(Value.flag(false)));

  private static final Shape PUBLIC_ACCESS_BLOCK =
      record(
          blocked("blockPublicAcls"),
          blocked("blockPublicPolicy"),
          blocked("ignorePublicAcls"),
          blocked("restrictPublicBuckets"));

  /**
   * What holds where nothing says who owns objects: ACLs are in force. New buckets have controls.
   */
  private static final Value WITHOUT_CONTROLS = Value.text("ObjectWriter");

  public static final ResourceKind KIND =
      kind("bucket")
          .type("aws_s3_bucket", "AWS::S3::Bucket")
          .document(TERRAFORM, "versioning", "aws_s3_bucket_versioning", "bucket", "id")
          .document(
              TERRAFORM,
              "encryption",
              "aws_s3_bucket_server_side_encryption_configuration",
              "bucket",
              "id")
          .document(
              TERRAFORM, "public-access-block", "aws_s3_bucket_public_access_block", "bucket", "id")
          .document(TERRAFORM, "policy", "aws_s3_bucket_policy", "bucket", "id")
          .document(CLOUDFORMATION, "policy", "AWS::S3::BucketPolicy", "Bucket", "id")
          .document(TERRAFORM, "lifecycle", "aws_s3_bucket_lifecycle_configuration", "bucket", "id")
          .document(TERRAFORM, "ownership", "aws_s3_bucket_ownership_controls", "bucket", "id")
          .read(Read.by("bucketName", "s3:HeadBucket"))
          .read("versioning", Read.by("Bucket", "s3:GetBucketVersioning"))
          .read("encryption", Read.by("Bucket", "s3:GetBucketEncryption"))
          .read("public-access-block", Read.by("Bucket", "s3:GetPublicAccessBlock"))
          .read("policy", Read.by("Bucket", "s3:GetBucketPolicy"))
          .read("lifecycle", Read.by("Bucket", "s3:GetBucketLifecycleConfiguration"))
          .read("ownership", Read.by("Bucket", "s3:GetBucketOwnershipControls"))
          .read("tagging", Read.by("Bucket", "s3:GetBucketTagging"))
          .taggedBy("tags")
          .importedBy("name")
          .namedBy("bucketName")
          .irreplaceable()
          .output("id", "id", "Ref", "Bucket")
          .output("name", "bucket", "Ref", "Bucket")
          .output("arn", "arn", "Arn", "arn:{partition}:s3:::{Bucket}")
          .attributes(
              text("bucketName").in(TERRAFORM, "bucket").in(AWS_API, "Bucket").replaces(),
              text("versioning")
                  .in(TERRAFORM, "versioning:versioning_configuration/status")
                  .in(CLOUDFORMATION, "VersioningConfiguration/Status")
                  .in(AWS_API, "versioning:Status"),
              text("mfaDelete")
                  .in(TERRAFORM, "versioning:versioning_configuration/mfa_delete")
                  .notIn(CLOUDFORMATION, "takes a token of the root user at each change")
                  .in(AWS_API, "versioning:MFADelete"),
              one("encryption", ENCRYPTION)
                  .in(TERRAFORM, "encryption:rule")
                  .in(
                      CLOUDFORMATION,
                      "BucketEncryption/ServerSideEncryptionConfiguration",
                      Codec.ONLY_ITEM)
                  .in(
                      AWS_API,
                      "encryption:ServerSideEncryptionConfiguration/Rules",
                      Codec.ONLY_ITEM),
              one("publicAccessBlock", PUBLIC_ACCESS_BLOCK)
                  .in(TERRAFORM, "public-access-block:")
                  .in(CLOUDFORMATION, "PublicAccessBlockConfiguration")
                  .in(AWS_API, "public-access-block:PublicAccessBlockConfiguration"),
              json("policy")
                  .in(TERRAFORM, "policy:policy")
                  .in(CLOUDFORMATION, "policy:PolicyDocument")
                  .in(AWS_API, "policy:Policy")
                  .asGiven(),
              text("objectOwnership")
                  .in(TERRAFORM, "ownership:rule/object_ownership")
                  .in(CLOUDFORMATION, "OwnershipControls/Rules", ownership())
                  .in(AWS_API, "ownership:OwnershipControls/Rules", ownership())
                  .byDefault(WITHOUT_CONTROLS),
              set("lifecycleRules", BucketLifecycle.RULE)
                  .in(TERRAFORM, "lifecycle:rule")
                  .in(CLOUDFORMATION, "LifecycleConfiguration/Rules")
                  .in(AWS_API, "lifecycle:Rules")
                  .byDefault(Value.list()),
              text("transitionDefaultMinimumObjectSize")
                  .in(TERRAFORM, "lifecycle:transition_default_minimum_object_size")
                  .in(CLOUDFORMATION, "LifecycleConfiguration/TransitionDefaultMinimumObjectSize")
                  .in(AWS_API, "lifecycle:TransitionDefaultMinimumObjectSize")
                  .byDefault(Value.text("all_storage_classes_128K")),
              Tags.tags().in(AWS_API, "tagging:TagSet"))
          .notOurs(
              "given by AWS",
              "BucketArn",
              "BucketRegion",
              "BucketLocationType",
              "BucketLocationName")
          .notOurs("says how it was asked for", "AccessPointAlias")
          .notOurs(
              "retired form of the filter; AWS answers it for rules written so",
              "lifecycle:Rules/Prefix")
          .notRead(
              "ACLs (without effect under BucketOwnerEnforced)",
              "access points",
              "website",
              "CORS",
              "replication",
              "object lock",
              "event notifications",
              "logging",
              "inventory, analytics and tiering",
              "the account's own public access block")
          .notOurs(
              "a setting newer than what engines can say of it here",
              "encryption:ServerSideEncryptionConfiguration/Rules/BlockedEncryptionTypes")
          .notRead("blocked kinds of encryption")
          .makingTakes(
              "s3:CreateBucket",
              "s3:PutBucketVersioning",
              "s3:PutEncryptionConfiguration",
              "s3:PutLifecycleConfiguration")
          .charged("storage, requests and traffic depend on use")
          .build();

  /** True in all that AWS makes since April 2023. */
  private static Attribute blocked(String name) {
    return flag(name).byDefault(Value.flag(true));
  }

  private static Codec ownership() {
    return Codec.member("ObjectOwnership").then(Codec.ONLY_ITEM);
  }
}
