package io.plumbline.live.aws;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;

/** S3, one line an operation. A setting that nobody made answers 404, with a code of its own. */
final class S3Operations {
  private S3Operations() {}

  static final List<Operation> ALL =
      List.of(
          of(
              "s3:GetBucketEncryption",
              GetBucketEncryptionResponse::builder,
              "ServerSideEncryptionConfiguration",
              "ServerSideEncryptionConfigurationNotFoundError",
              (aws, name) -> aws.s3().getBucketEncryption(r -> r.bucket(name))),
          of(
              "s3:GetBucketLifecycleConfiguration",
              GetBucketLifecycleConfigurationResponse::builder,
              "Rules",
              "NoSuchLifecycleConfiguration",
              (aws, name) -> aws.s3().getBucketLifecycleConfiguration(r -> r.bucket(name))),
          of(
              "s3:GetBucketOwnershipControls",
              GetBucketOwnershipControlsResponse::builder,
              "OwnershipControls",
              "OwnershipControlsNotFoundError",
              (aws, name) -> aws.s3().getBucketOwnershipControls(r -> r.bucket(name))),
          of(
              "s3:GetBucketPolicy",
              GetBucketPolicyResponse::builder,
              "Policy",
              "NoSuchBucketPolicy",
              (aws, name) -> aws.s3().getBucketPolicy(r -> r.bucket(name))),
          of(
              "s3:GetBucketTagging",
              GetBucketTaggingResponse::builder,
              "TagSet",
              "NoSuchTagSet",
              (aws, name) -> aws.s3().getBucketTagging(r -> r.bucket(name))),
          of(
              "s3:GetBucketVersioning",
              GetBucketVersioningResponse::builder,
              "",
              "none: a bucket always has it",
              (aws, name) -> aws.s3().getBucketVersioning(r -> r.bucket(name))),
          of(
              "s3:GetPublicAccessBlock",
              GetPublicAccessBlockResponse::builder,
              "PublicAccessBlockConfiguration",
              "NoSuchPublicAccessBlockConfiguration",
              (aws, name) -> aws.s3().getPublicAccessBlock(r -> r.bucket(name))),
          Operation.each(
              "s3:HeadBucket",
              HeadBucketResponse::builder,
              "Bucket",
              "",
              Set.of("NoSuchBucket", "NotFound"),
              (aws, name) -> aws.s3().headBucket(r -> r.bucket(name))));

  /**
   * A setting of a bucket.
   *
   * @param member what stands in every answer; empty where an answer may be so
   * @param absent the error code that says that nobody made it
   */
  private static Operation of(
      String id,
      Supplier<SdkPojo> row,
      String member,
      String absent,
      BiFunction<AwsServices, String, SdkPojo> call) {
    return Operation.each(
        id,
        row,
        "Bucket",
        "",
        Set.of(absent),
        member.isEmpty() ? call : (aws, name) -> Operation.holding(member, call.apply(aws, name)));
  }
}
