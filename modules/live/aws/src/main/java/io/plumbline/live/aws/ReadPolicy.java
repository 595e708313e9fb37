package io.plumbline.live.aws;

import io.plumbline.model.Site;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * The IAM policy that lets a check read, and nothing more. Most actions that list take no resource;
 * what is asked for by name is allowed by name where its content may be private. Actions are those
 * of the Service Authorization Reference, which differ from the operations of the API in S3 alone.
 */
final class ReadPolicy {
  /** Operations that take another action, or more than one. */
  private static final Map<String, List<String>> ACTIONS =
      Map.ofEntries(
          Map.entry(
              "eks:DescribeAccessEntry",
              List.of("eks:DescribeAccessEntry", "eks:ListAccessEntries")),
          Map.entry("eks:DescribeAddon", List.of("eks:DescribeAddon", "eks:ListAddons")),
          Map.entry(
              "eks:DescribeNodegroup", List.of("eks:DescribeNodegroup", "eks:ListNodegroups")),
          Map.entry(
              "eks:DescribePodIdentityAssociation",
              List.of("eks:DescribePodIdentityAssociation", "eks:ListPodIdentityAssociations")),
          Map.entry(
              "eks:ListAssociatedAccessPolicies",
              List.of("eks:ListAccessEntries", "eks:ListAssociatedAccessPolicies")),
          Map.entry("iam:GetRolePolicy", List.of("iam:GetRolePolicy", "iam:ListRolePolicies")),
          Map.entry(
              "kms:ListKeys", List.of("kms:DescribeKey", "kms:ListKeys", "kms:ListResourceTags")),
          Map.entry(
              "route53:ListHealthChecks",
              List.of("route53:ListHealthChecks", "route53:ListTagsForResources")),
          Map.entry("s3:GetBucketEncryption", List.of("s3:GetEncryptionConfiguration")),
          Map.entry("s3:GetBucketLifecycleConfiguration", List.of("s3:GetLifecycleConfiguration")),
          Map.entry("s3:GetPublicAccessBlock", List.of("s3:GetBucketPublicAccessBlock")),
          Map.entry("s3:HeadBucket", List.of("s3:ListBucket")),
          Map.entry(
              "sqs:GetQueueAttributes", List.of("sqs:GetQueueAttributes", "sqs:GetQueueUrl")));

  private static final String ANY = "*";

  /** What a check reads of a store; the engine's state, which may hold secrets, lies beside it. */
  private static final List<String> RECORDS = List.of("/*/release.json", "/*/freeze.json");

  private ReadPolicy() {}

  /** The actions that an operation takes leave for. */
  static List<String> actions(String operation) {
    return ACTIONS.getOrDefault(operation, List.of(operation.replaceFirst("\\(.*", "")));
  }

  static String of(Site site, SortedMap<String, Set<String>> reads) {
    SortedMap<String, SortedSet<String>> byResource = new TreeMap<>();
    reads.forEach(
        (operation, names) -> {
          for (String action : actions(operation)) {
            for (String resource : resources(action, names, site)) {
              byResource.computeIfAbsent(resource, key -> new TreeSet<>()).add(action);
            }
          }
        });
    String bucket = site.setting("state.bucket");
    if (bucket != null) {
      String arn = arn(site, "s3", "", "", bucket);
      byResource.computeIfAbsent(arn, key -> new TreeSet<>()).add("s3:ListBucket");
      for (String record : RECORDS) {
        byResource.computeIfAbsent(arn + record, key -> new TreeSet<>()).add("s3:GetObject");
      }
    }
    return JsonWriter.pretty(
            Value.object("Version", Value.text("2012-10-17"), "Statement", statements(byResource)))
        + "\n";
  }

  /** Resources with the same actions share a statement. */
  private static Value statements(SortedMap<String, SortedSet<String>> byResource) {
    Map<Set<String>, List<String>> statements = new LinkedHashMap<>();
    byResource.forEach(
        (resource, actions) ->
            statements.computeIfAbsent(actions, key -> new ArrayList<>()).add(resource));
    List<Value> all = new ArrayList<>();
    statements.forEach(
        (actions, resources) ->
            all.add(
                Value.object(
                    "Effect", Value.text("Allow"),
                    "Action", Value.texts(List.copyOf(actions)),
                    "Resource", Value.texts(resources))));
    return Value.list(all);
  }

  private static List<String> resources(String action, Set<String> names, Site site) {
    if (names.isEmpty()) {
      return List.of(ANY);
    }
    return switch (action) {
      case "iam:GetRole" -> named(names, name -> arn(site, "iam", "", ANY, "role/*" + name));
      case "iam:GetInstanceProfile" ->
          named(names, name -> arn(site, "iam", "", ANY, "instance-profile/*" + name));
      case "ssm:GetParameters" ->
          named(
              names,
              name ->
                  arn(site, "ssm", region(site), ANY, "parameter/" + name.replaceFirst("^/", "")));
      default ->
          switch (action.substring(0, action.indexOf(':'))) {
            case "s3" -> named(names, name -> arn(site, "s3", "", "", name));
            case "lambda" ->
                named(names, name -> arn(site, "lambda", region(site), ANY, "function:" + name));
            default -> List.of(ANY);
          };
    };
  }

  private static List<String> named(Set<String> names, UnaryOperator<String> arn) {
    return names.stream().map(arn).toList();
  }

  private static String region(Site site) {
    String region = site.setting("region");
    return region == null ? ANY : region;
  }

  private static String arn(Site site, String service, String region, String account, String what) {
    String known = site.setting("region");
    String partition = known == null ? "aws" : PartitionMetadata.of(Region.of(known)).id();
    return String.join(":", "arn", partition, service, region, account, what);
  }
}
