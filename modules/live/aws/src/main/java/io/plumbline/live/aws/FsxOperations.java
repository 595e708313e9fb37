package io.plumbline.live.aws;

import java.util.List;
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
              aws -> aws.fsx().describeDataRepositoryAssociationsPaginator(r -> r.maxResults(25))),
          Operation.list(
              "fsx:DescribeFileSystems",
              FileSystem::builder,
              "FileSystems",
              aws -> aws.fsx().describeFileSystemsPaginator(r -> r.maxResults(1000))));
}
