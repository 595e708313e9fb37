package io.plumbline.live.aws;

import static io.plumbline.live.aws.Operation.byKey;
import static io.plumbline.live.aws.Operation.each;

import io.plumbline.value.Value.Obj;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.AccessEntry;
import software.amazon.awssdk.services.eks.model.Addon;
import software.amazon.awssdk.services.eks.model.Cluster;
import software.amazon.awssdk.services.eks.model.ListAssociatedAccessPoliciesResponse;
import software.amazon.awssdk.services.eks.model.Nodegroup;
import software.amazon.awssdk.services.eks.model.PodIdentityAssociation;

/**
 * EKS, one line an operation. It lists names alone, of what stands in one cluster, and describes
 * one at a time; a cluster has few of each.
 */
final class EksOperations {
  private EksOperations() {}

  private static final Set<String> ABSENT = Set.of("ResourceNotFoundException");

  /** So many names on a page, the most that EKS allows. */
  private static final int PAGE = 100;

  /** Lists what a cluster has, and describes each. */
  private interface Reader {
    void read(EksClient eks, String cluster, Consumer<Obj> items);
  }

  static final List<Operation> ALL =
      List.of(
          each(
              "eks:DescribeCluster",
              Cluster::builder,
              "name",
              "cluster",
              ABSENT,
              (aws, name) -> aws.eks().describeCluster(r -> r.name(name))),
          within("eks:DescribeAccessEntry", AccessEntry::builder, EksOperations::entries),
          within("eks:DescribeAddon", Addon::builder, EksOperations::addons),
          within("eks:DescribeNodegroup", Nodegroup::builder, EksOperations::nodeGroups),
          within(
              "eks:DescribePodIdentityAssociation",
              PodIdentityAssociation::builder,
              EksOperations::associations),
          within(
              "eks:ListAssociatedAccessPolicies",
              ListAssociatedAccessPoliciesResponse::builder,
              EksOperations::policies));

  private static Operation within(String id, Supplier<SdkPojo> row, Reader reader) {
    return byKey(
        id,
        row,
        "clusterName",
        ABSENT,
        (aws, cluster, items) -> reader.read(aws.eks(), cluster, items));
  }

  private static void nodeGroups(EksClient eks, String cluster, Consumer<Obj> items) {
    eks.listNodegroupsPaginator(r -> r.clusterName(cluster).maxResults(PAGE)).nodegroups().stream()
        .map(name -> eks.describeNodegroup(r -> r.clusterName(cluster).nodegroupName(name)))
        .forEach(answer -> items.accept(Documents.of(answer.nodegroup())));
  }

  private static void addons(EksClient eks, String cluster, Consumer<Obj> items) {
    eks.listAddonsPaginator(r -> r.clusterName(cluster).maxResults(PAGE)).addons().stream()
        .map(name -> eks.describeAddon(r -> r.clusterName(cluster).addonName(name)))
        .forEach(answer -> items.accept(Documents.of(answer.addon())));
  }

  private static Iterable<String> principals(EksClient eks, String cluster) {
    return eks.listAccessEntriesPaginator(r -> r.clusterName(cluster).maxResults(PAGE))
        .accessEntries();
  }

  private static void entries(EksClient eks, String cluster, Consumer<Obj> items) {
    for (String arn : principals(eks, cluster)) {
      items.accept(
          Documents.of(
              eks.describeAccessEntry(r -> r.clusterName(cluster).principalArn(arn))
                  .accessEntry()));
    }
  }

  private static void policies(EksClient eks, String cluster, Consumer<Obj> items) {
    for (String arn : principals(eks, cluster)) {
      eks.listAssociatedAccessPoliciesPaginator(
              r -> r.clusterName(cluster).principalArn(arn).maxResults(PAGE))
          .forEach(page -> items.accept(Documents.of(page)));
    }
  }

  private static void associations(EksClient eks, String cluster, Consumer<Obj> items) {
    eks
        .listPodIdentityAssociationsPaginator(r -> r.clusterName(cluster).maxResults(PAGE))
        .associations()
        .stream()
        .map(
            each ->
                eks.describePodIdentityAssociation(
                    r -> r.clusterName(cluster).associationId(each.associationId())))
        .forEach(answer -> items.accept(Documents.of(answer.association())));
  }
}
