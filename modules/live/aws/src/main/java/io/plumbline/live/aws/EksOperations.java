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
import software.amazon.awssdk.services.eks.model.PodIdentityAssociationSummary;

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
    for (String name :
        eks.listNodegroupsPaginator(r -> r.clusterName(cluster).maxResults(PAGE)).nodegroups()) {
      describe(
          items,
          () -> eks.describeNodegroup(r -> r.clusterName(cluster).nodegroupName(name)).nodegroup());
    }
  }

  private static void addons(EksClient eks, String cluster, Consumer<Obj> items) {
    for (String name :
        eks.listAddonsPaginator(r -> r.clusterName(cluster).maxResults(PAGE)).addons()) {
      describe(items, () -> eks.describeAddon(r -> r.clusterName(cluster).addonName(name)).addon());
    }
  }

  private static Iterable<String> principals(EksClient eks, String cluster) {
    return eks.listAccessEntriesPaginator(r -> r.clusterName(cluster).maxResults(PAGE))
        .accessEntries();
  }

  private static void entries(EksClient eks, String cluster, Consumer<Obj> items) {
    for (String arn : principals(eks, cluster)) {
      describe(
          items,
          () ->
              eks.describeAccessEntry(r -> r.clusterName(cluster).principalArn(arn)).accessEntry());
    }
  }

  private static void policies(EksClient eks, String cluster, Consumer<Obj> items) {
    for (String arn : principals(eks, cluster)) {
      Operation.unlessGone(
          ABSENT,
          () ->
              eks.listAssociatedAccessPoliciesPaginator(
                      r -> r.clusterName(cluster).principalArn(arn).maxResults(PAGE))
                  .forEach(page -> items.accept(Documents.of(page))));
    }
  }

  private static void associations(EksClient eks, String cluster, Consumer<Obj> items) {
    for (PodIdentityAssociationSummary each :
        eks.listPodIdentityAssociationsPaginator(r -> r.clusterName(cluster).maxResults(PAGE))
            .associations()) {
      describe(
          items,
          () ->
              eks.describePodIdentityAssociation(
                      r -> r.clusterName(cluster).associationId(each.associationId()))
                  .association());
    }
  }

  private static void describe(Consumer<Obj> items, Supplier<? extends SdkPojo> call) {
    Operation.unlessGone(ABSENT, () -> items.accept(Documents.of(call.get())));
  }
}
