package io.plumbline.azure.rule;

import io.plumbline.model.AnyNetwork;
import io.plumbline.model.Component;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.LoadBalancer;
import io.plumbline.model.NodePool;
import io.plumbline.model.ParallelFiles;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.SharedFiles;
import io.plumbline.model.Subnets;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Azure makes inside a thing that another stack describes, or another site has. */
final class ElsewhereHeld implements Check<AzureScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-AZURE-060",
          "part of something of another stack",
          "On Azure rules stand in the group of their network, and nodes in their cluster: whatever"
              + " is made in a thing goes with it, and is made by who makes it.",
          "Microsoft Learn, Set name and type for child resources",
          "describe it in the stack, and on the site, of what it stands in; or take a network of"
              + " this stack, existingNetwork(...) among them");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AzureScope scope, Problems problems) {
    List<Component> here = scope.components();
    for (SecurityRules rules : scope.all(SecurityRules.class)) {
      refuse(here, rules, rules.network(), problems);
    }
    for (LoadBalancer balancer : scope.all(LoadBalancer.class)) {
      if (!balancer.securedBy().isEmpty() && balancer.backend() != null) {
        refuse(here, balancer, network(balancer.backend().pool().subnets()), problems);
      }
    }
    for (SharedFiles files : scope.all(SharedFiles.class)) {
      refuse(here, files, network(files.subnets()), problems);
    }
    for (ParallelFiles files : scope.all(ParallelFiles.class)) {
      refuse(here, files, network(files.subnets()), problems);
    }
    for (NodePool pool : scope.all(NodePool.class)) {
      KubernetesCluster cluster = pool.cluster();
      if (cluster != null && !here.contains(cluster)) {
        problems.report(RULE, pool, "got nodes of cluster " + cluster.id());
      }
    }
  }

  private static @Nullable AnyNetwork network(@Nullable Subnets subnets) {
    return subnets == null ? null : subnets.network();
  }

  private static void refuse(
      List<Component> here, Component ours, @Nullable AnyNetwork network, Problems problems) {
    if (network != null && !here.contains((Component) network)) {
      problems.report(RULE, ours, "got rules in network " + network.id());
    }
  }
}
