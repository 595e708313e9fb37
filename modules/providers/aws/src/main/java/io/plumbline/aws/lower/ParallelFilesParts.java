package io.plumbline.aws.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.aws.kinds.FsxDataRepositoryAssociation;
import io.plumbline.aws.kinds.FsxLustreFileSystem;
import io.plumbline.graph.LiveName;
import io.plumbline.graph.Resource;
import io.plumbline.model.ParallelFiles;
import io.plumbline.model.ParallelFiles.BucketLink;
import io.plumbline.model.ParallelFiles.Deployment;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A Lustre file system, and an association for each bucket that it shows. */
final class ParallelFilesParts {
  private static final int PART = 63;

  /** Associations need 2.12 at least, and AWS still makes scratch file systems of 2.10. */
  private static final String VERSION = "2.15";

  private static final Value EVENTS = Value.texts(List.of("NEW", "CHANGED", "DELETED"));

  private ParallelFilesParts() {}

  static List<Resource> resources(ParallelFiles files, Parts parts) {
    List<Resource> made = new ArrayList<>();
    made.add(fileSystem(files, parts));
    files.links().forEach(link -> made.add(association(link, parts)));
    return made;
  }

  private static Resource fileSystem(ParallelFiles files, Parts parts) {
    boolean persists = files.deployment() == Deployment.PERSISTENT_2;
    Integer throughput = files.throughputPerTib();
    return parts
        .make(
            "",
            FsxLustreFileSystem.KIND,
            Value.object(
                "storageCapacity",
                Value.whole(requireNonNull(files.capacity(), "validated").gibibytes()),
                "storageType",
                Value.text("SSD"),
                "subnetIds",
                Value.list(subnet(files).id()),
                "securityGroupIds",
                Value.list(
                    files.securedBy().stream().map(rules -> Value.ref(rules.id(), "id")).toList()),
                "kmsKeyId",
                files.key() == null ? Value.NULL : files.key().arn(),
                "fileSystemTypeVersion",
                Value.text(VERSION),
                "deploymentType",
                Value.text(files.deployment().name()),
                "perUnitStorageThroughput",
                throughput == null ? Value.NULL : Value.whole(throughput),
                "dataCompressionType",
                Value.text(files.compressed() ? "LZ4" : "NONE"),
                "automaticBackupRetentionDays",
                persists ? Value.whole(files.backupDays()) : Value.NULL,
                "tags",
                parts.tags("")))
        .withKeep(persists);
  }

  /** The only one, or the one in the zone that is named. */
  private static SubnetParts.Part subnet(ParallelFiles files) {
    return SubnetParts.of(requireNonNull(files.subnets(), "validated")).stream()
        .filter(part -> files.zone() == null || files.zone().equals(part.zone()))
        .findFirst()
        .orElseThrow();
  }

  private static Resource association(BucketLink link, Parts parts) {
    String part = part(link);
    return parts.make(
        part,
        FsxDataRepositoryAssociation.KIND,
        Value.object(
            "fileSystemId", Value.ref(parts.address(""), "id"),
            "fileSystemPath", Value.text(link.folder()),
            "dataRepositoryPath", path(link),
            "batchImportMetaDataOnCreate", Value.flag(link.imports()),
            "autoImportEvents", link.imports() ? EVENTS : Value.NULL,
            "autoExportEvents", link.exports() ? EVENTS : Value.NULL,
            "tags", parts.tags(part)));
  }

  private static Value path(BucketLink link) {
    String prefix = link.prefix().isEmpty() ? "" : "/" + link.prefix();
    return Value.join(Value.text("s3://"), link.bucket().name(), Value.text(prefix));
  }

  /** {@code link-data-tokens} for the folder {@code /data/tokens}. */
  private static String part(BucketLink link) {
    String words = "link" + link.folder().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
    return LiveName.shortened(words.replaceAll("-+$", ""), PART);
  }
}
