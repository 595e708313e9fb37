package io.plumbline.e2e.drift;

import static io.plumbline.e2e.drift.Change.drift;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.Tag;

/** What is done to the bucket, and to the role that reaches it. */
final class StorageChanges {
  private static final String EVERYTHING =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}
      """;
  private static final String ANYBODY =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}]}
      """;
  private static final String ANOTHER_ACCOUNT =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::999999999999:root"}, "Action": "s3:*",
         "Resource": ["arn:aws:s3:::BUCKET", "arn:aws:s3:::BUCKET/*"]}]}
      """;
  private static final String ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";

  private StorageChanges() {}

  static List<Change> all() {
    List<Change> all = new ArrayList<>(bucket());
    all.addAll(role());
    return all;
  }

  private static List<Change> bucket() {
    return List.of(
        drift(
            "versioning is suspended",
            "changed checkpoints versioning <- checkpoints",
            fleet -> {
              version(fleet, BucketVersioningStatus.SUSPENDED);
              return () -> version(fleet, BucketVersioningStatus.ENABLED);
            }),
        drift(
            "the bucket's public access block is removed",
            "changed checkpoints publicAccessBlock <- checkpoints",
            fleet -> {
              fleet.s3().deletePublicAccessBlock(r -> r.bucket(fleet.bucket()));
              return () -> block(fleet, true);
            }),
        drift(
            "the bucket may have a public policy",
            "changed checkpoints publicAccessBlock/blockPublicPolicy <- checkpoints",
            fleet -> {
              block(fleet, false);
              return () -> block(fleet, true);
            }),
        drift(
            "another account may do everything with the bucket",
            "changed checkpoints policy <- checkpoints",
            StorageChanges::share),
        drift(
            "whoever writes an object owns it",
            "changed checkpoints objectOwnership <- checkpoints",
            fleet -> {
              own(fleet, ObjectOwnership.OBJECT_WRITER);
              return () -> own(fleet, ObjectOwnership.BUCKET_OWNER_ENFORCED);
            }),
        drift(
            "the bucket is encrypted otherwise",
            "changed checkpoints encryption/sseAlgorithm <- checkpoints",
            fleet -> {
              encrypt(fleet, ServerSideEncryption.AWS_KMS);
              return () -> encrypt(fleet, ServerSideEncryption.AES256);
            }),
        drift(
            "the bucket's lifecycle is removed",
            "changed checkpoints lifecycleRules/tidy <- checkpoints",
            fleet -> {
              List<LifecycleRule> before = lifecycle(fleet);
              fleet.s3().deleteBucketLifecycle(r -> r.bucket(fleet.bucket()));
              return () -> lifecycle(fleet, before);
            }),
        drift(
            "a rule of the bucket's lifecycle is switched off",
            "changed checkpoints lifecycleRules/tidy/status <- checkpoints",
            StorageChanges::keepAll),
        drift(
            "a rule that deletes checkpoints after a day is added",
            "changed checkpoints lifecycleRules/thrift <- checkpoints",
            StorageChanges::expire),
        drift(
            "a rule that is ours deletes checkpoints after a day as well",
            "changed checkpoints lifecycleRules/tidy/expirationDays <- checkpoints",
            fleet -> {
              List<LifecycleRule> before = lifecycle(fleet);
              lifecycle(
                  fleet,
                  before.stream()
                      .map(rule -> rule.toBuilder().expiration(e -> e.days(1)).build())
                      .toList());
              return () -> lifecycle(fleet, before);
            }),
        drift(
            "nothing says any more who owns objects",
            "changed checkpoints objectOwnership <- checkpoints",
            fleet -> {
              fleet.s3().deleteBucketOwnershipControls(r -> r.bucket(fleet.bucket()));
              return () ->
                  fleet
                      .s3()
                      .putBucketOwnershipControls(
                          r ->
                              r.bucket(fleet.bucket())
                                  .ownershipControls(
                                      o ->
                                          o.rules(
                                              rule ->
                                                  rule.objectOwnership(
                                                      ObjectOwnership.BUCKET_OWNER_ENFORCED))));
            }),
        drift(
            "a tag of the bucket is removed",
            "changed checkpoints tags/plumbline:id <- checkpoints",
            StorageChanges::untag));
  }

  private static List<Change> role() {
    return List.of(
        drift(
            "the role's policy is widened",
            "changed node/policy policyDocument <- node",
            fleet -> {
              String before =
                  fleet
                      .iam()
                      .getRolePolicy(r -> r.roleName(fleet.role()).policyName("plumbline"))
                      .policyDocument();
              policy(fleet, "plumbline", EVERYTHING);
              return () -> policy(fleet, "plumbline", decoded(before));
            }),
        drift(
            "the role gets one more policy",
            "unmanaged role-policy <- node",
            fleet -> {
              policy(fleet, "by-hand", EVERYTHING);
              return () ->
                  fleet.iam().deleteRolePolicy(r -> r.roleName(fleet.role()).policyName("by-hand"));
            }),
        drift(
            "the role becomes an administrator",
            "unmanaged role-policy-attachment <- node",
            fleet -> {
              fleet.iam().attachRolePolicy(r -> r.roleName(fleet.role()).policyArn(ADMINISTRATOR));
              return () ->
                  fleet
                      .iam()
                      .detachRolePolicy(r -> r.roleName(fleet.role()).policyArn(ADMINISTRATOR));
            }),
        drift(
            "anybody may take the role on",
            "changed node assumeRolePolicyDocument <- node",
            fleet -> {
              String before =
                  fleet
                      .iam()
                      .getRole(r -> r.roleName(fleet.role()))
                      .role()
                      .assumeRolePolicyDocument();
              trust(fleet, ANYBODY);
              return () -> trust(fleet, decoded(before));
            }),
        drift(
            "a session of the role lasts longer",
            "changed node maxSessionDuration <- node",
            fleet -> {
              fleet.iam().updateRole(r -> r.roleName(fleet.role()).maxSessionDuration(43200));
              return () ->
                  fleet.iam().updateRole(r -> r.roleName(fleet.role()).maxSessionDuration(3600));
            }),
        drift(
            "the profile loses its role",
            "changed node/profile role <- node",
            StorageChanges::takeRole));
  }

  /** IAM answers documents percent-encoded. */
  private static String decoded(String document) {
    return URLDecoder.decode(document, StandardCharsets.UTF_8);
  }

  private static void version(Fleet fleet, BucketVersioningStatus status) {
    fleet
        .s3()
        .putBucketVersioning(
            r -> r.bucket(fleet.bucket()).versioningConfiguration(v -> v.status(status)));
  }

  private static void block(Fleet fleet, boolean policies) {
    PublicAccessBlockConfiguration block =
        PublicAccessBlockConfiguration.builder()
            .blockPublicAcls(true)
            .ignorePublicAcls(true)
            .restrictPublicBuckets(true)
            .blockPublicPolicy(policies)
            .build();
    fleet
        .s3()
        .putPublicAccessBlock(r -> r.bucket(fleet.bucket()).publicAccessBlockConfiguration(block));
  }

  private static Runnable share(Fleet fleet) {
    String policy = ANOTHER_ACCOUNT.replace("BUCKET", fleet.bucket());
    fleet.s3().putBucketPolicy(r -> r.bucket(fleet.bucket()).policy(policy));
    return () -> fleet.s3().deleteBucketPolicy(r -> r.bucket(fleet.bucket()));
  }

  private static void own(Fleet fleet, ObjectOwnership ownership) {
    fleet
        .s3()
        .putBucketOwnershipControls(
            r ->
                r.bucket(fleet.bucket())
                    .ownershipControls(c -> c.rules(rule -> rule.objectOwnership(ownership))));
  }

  private static void encrypt(Fleet fleet, ServerSideEncryption algorithm) {
    fleet
        .s3()
        .putBucketEncryption(
            r ->
                r.bucket(fleet.bucket())
                    .serverSideEncryptionConfiguration(
                        c ->
                            c.rules(
                                rule ->
                                    rule.applyServerSideEncryptionByDefault(
                                        d -> d.sseAlgorithm(algorithm)))));
  }

  private static List<LifecycleRule> lifecycle(Fleet fleet) {
    return fleet.s3().getBucketLifecycleConfiguration(r -> r.bucket(fleet.bucket())).rules();
  }

  private static void lifecycle(Fleet fleet, List<LifecycleRule> rules) {
    fleet
        .s3()
        .putBucketLifecycleConfiguration(
            r -> r.bucket(fleet.bucket()).lifecycleConfiguration(c -> c.rules(rules)));
  }

  private static Runnable keepAll(Fleet fleet) {
    List<LifecycleRule> before = lifecycle(fleet);
    lifecycle(
        fleet,
        before.stream()
            .map(rule -> rule.toBuilder().status(ExpirationStatus.DISABLED).build())
            .toList());
    return () -> lifecycle(fleet, before);
  }

  private static Runnable expire(Fleet fleet) {
    List<LifecycleRule> before = lifecycle(fleet);
    List<LifecycleRule> more = new ArrayList<>(before);
    more.add(
        LifecycleRule.builder()
            .id("thrift")
            .status(ExpirationStatus.ENABLED)
            .filter(f -> f.prefix(""))
            .expiration(e -> e.days(1))
            .build());
    lifecycle(fleet, more);
    return () -> lifecycle(fleet, before);
  }

  private static Runnable untag(Fleet fleet) {
    List<Tag> before = fleet.s3().getBucketTagging(r -> r.bucket(fleet.bucket())).tagSet();
    tag(fleet, before.stream().filter(tag -> !tag.key().equals("plumbline:id")).toList());
    return () -> tag(fleet, before);
  }

  private static void tag(Fleet fleet, List<Tag> tags) {
    fleet.s3().putBucketTagging(r -> r.bucket(fleet.bucket()).tagging(t -> t.tagSet(tags)));
  }

  private static void policy(Fleet fleet, String name, String document) {
    fleet
        .iam()
        .putRolePolicy(r -> r.roleName(fleet.role()).policyName(name).policyDocument(document));
  }

  private static void trust(Fleet fleet, String document) {
    fleet.iam().updateAssumeRolePolicy(r -> r.roleName(fleet.role()).policyDocument(document));
  }

  private static Runnable takeRole(Fleet fleet) {
    String profile = fleet.profile();
    String role = fleet.role();
    fleet.iam().removeRoleFromInstanceProfile(r -> r.instanceProfileName(profile).roleName(role));
    return () ->
        fleet.iam().addRoleToInstanceProfile(r -> r.instanceProfileName(profile).roleName(role));
  }
}
