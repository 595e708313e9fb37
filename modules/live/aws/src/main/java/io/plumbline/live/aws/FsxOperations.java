package io.plumbline.live.aws;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.fsx.model.DataRepositoryAssociation;
import software.amazon.awssdk.services.fsx.model.FileSystem;

/** FSx, one line an operation; page sizes are the greatest that it allows. */
final class FsxOperations {
  private FsxOperations() {}

  static final List<Operation> ALL =
      List.of(
          Operation.list(
                  "fsx:DescribeDataRepositoryAssociations",
                  DataRepositoryAssociation::builder,
                  "Associations",
                  aws ->
                      aws.fsx().describeDataRepositoryAssociationsPaginator(r -> r.maxResults(25)))
              .one(
                  "Associations",
                  Set.of("DataRepositoryAssociationNotFound"),
                  (aws, id) ->
                      List.of(
                          aws.fsx().describeDataRepositoryAssociations(r -> r.associationIds(id)))),
          Operation.list(
                  "fsx:DescribeFileSystems",
                  FileSystem::builder,
                  "FileSystems",
                  aws -> aws.fsx().describeFileSystemsPaginator(r -> r.maxResults(1000)))
              .one(
                  "FileSystems",
                  Set.of("FileSystemNotFound"),
                  (aws, id) -> List.of(aws.fsx().describeFileSystems(r -> r.fileSystemIds(id)))));
}
