package io.plumbline.aws.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.aws.kinds.EfsFileSystem;
import io.plumbline.aws.kinds.EfsMountTarget;
import io.plumbline.graph.Resource;
import io.plumbline.model.SharedFiles;
import io.plumbline.model.SharedFiles.Throughput;
import io.plumbline.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file system, and a place to mount it in each of its subnets. */
final class SharedFilesParts {
  private SharedFilesParts() {}

  static List<Resource> resources(SharedFiles files, Parts parts) {
    List<Resource> made = new ArrayList<>();
    made.add(fileSystem(files, parts));
    for (SubnetParts.Part subnet : SubnetParts.of(requireNonNull(files.subnets(), "validated"))) {
      made.add(
          parts.make(
              mount(subnet),
              EfsMountTarget.KIND,
              Value.object(
                  "fileSystemId", Value.ref(parts.address(""), "id"),
                  "subnetId", subnet.id(),
                  "securityGroups",
                      Value.list(
                          files.securedBy().stream()
                              .map(rules -> Value.ref(rules.id(), "id"))
                              .toList()))));
    }
    return made;
  }

  /** The addresses of its mount targets: a machine that mounts it must come after them. */
  static List<String> mounts(SharedFiles files) {
    return files.subnets() == null
        ? List.of()
        : SubnetParts.of(files.subnets()).stream()
            .map(subnet -> Parts.address(files, mount(subnet)))
            .toList();
  }

  private static String mount(SubnetParts.Part subnet) {
    return "mount-" + subnet.name();
  }

  /** The host name of EFS; CloudFormation does not answer it. */
  static Value dnsName(SharedFiles files, Place place) {
    return Value.join(files.liveId(), Value.text(".efs." + place.region() + "." + place.domain()));
  }

  private static Resource fileSystem(SharedFiles files, Parts parts) {
    Throughput throughput = files.throughput();
    return parts.make(
        "",
        EfsFileSystem.KIND,
        Value.object(
            "encrypted", Value.flag(true),
            "kmsKeyId", files.key() == null ? Value.NULL : files.key().arn(),
            "performanceMode", Value.text("generalPurpose"),
            "throughputMode", Value.text(mode(throughput)),
            "provisionedThroughputInMibps",
                throughput instanceof Throughput.Provisioned p
                    ? Value.decimal(BigDecimal.valueOf(p.mibPerSecond()))
                    : Value.NULL,
            "lifecyclePolicies", lifecycle(files),
            "backupPolicy", Value.text(files.backedUp() ? "ENABLED" : "DISABLED"),
            "tags", parts.tags("")));
  }

  private static String mode(Throughput throughput) {
    return switch (throughput) {
      case Throughput.Elastic elastic -> "elastic";
      case Throughput.Bursting bursting -> "bursting";
      case Throughput.Provisioned provisioned -> "provisioned";
    };
  }

  private static Value lifecycle(SharedFiles files) {
    List<Value> policies = new ArrayList<>();
    add(policies, "transitionToIA", after(files.seldom()));
    add(policies, "transitionToArchive", after(files.archive()));
    add(
        policies,
        "transitionToPrimaryStorageClass",
        files.promoted() ? Value.text("AFTER_1_ACCESS") : Value.NULL);
    return policies.isEmpty() ? Value.NULL : Value.list(policies);
  }

  private static void add(List<Value> policies, String transition, Value when) {
    if (!(when instanceof Value.Null)) {
      policies.add(Value.object(transition, when));
    }
  }

  private static Value after(@Nullable Duration unused) {
    if (unused == null) {
      return Value.NULL;
    }
    long days = unused.toDays();
    return Value.text("AFTER_" + days + (days == 1 ? "_DAY" : "_DAYS"));
  }
}
