package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/** A folder of an FSx for Lustre file system that shows a part of a bucket. */
public final class FsxDataRepositoryAssociation {
  private FsxDataRepositoryAssociation() {}

  public static final ResourceKind KIND =
      kind("fsx-data-repository-association")
          .type("aws_fsx_data_repository_association", "AWS::FSx::DataRepositoryAssociation")
          .read(Read.all("fsx:DescribeDataRepositoryAssociations"))
          .taggedBy("tags")
          .namedBy("tags/Name")
          .keyedBy("fileSystemId", "fileSystemPath")
          .within("fileSystemId")
          .notInSandbox("the sandbox has no such thing")
          .output("id", "id", "Ref", "AssociationId")
          .attributes(
              ref("fileSystemId", "fsx-lustre-file-system", "id").replaces(),
              text("fileSystemPath").replaces(),
              text("dataRepositoryPath").replaces(),
              flag("batchImportMetaDataOnCreate")
                  .replaces(CLOUDFORMATION)
                  .byDefault(Value.flag(false)),
              whole("importedFileChunkSize").byDefault(Value.whole(1024)),
              set("autoImportEvents", Shape.Leaf.TEXT)
                  .in(TERRAFORM, "s3/auto_import_policy/events")
                  .inAws("S3/AutoImportPolicy/Events")
                  .byDefault(Value.list()),
              set("autoExportEvents", Shape.Leaf.TEXT)
                  .in(TERRAFORM, "s3/auto_export_policy/events")
                  .inAws("S3/AutoExportPolicy/Events")
                  .byDefault(Value.list()),
              Tags.tags())
          .notOurs("given by AWS", "AssociationId", "ResourceARN", "CreationTime")
          .notOurs("passes by itself", "Lifecycle", "FailureDetails")
          .notOurs(
              "of file caches",
              "FileCacheId",
              "FileCachePath",
              "DataRepositorySubdirectories",
              "NFS")
          .makingTakes("fsx:CreateDataRepositoryAssociation")
          .free()
          .build();
}
