package io.plumbline.aws.price;

import io.plumbline.aws.catalogue.Catalogue;
import io.plumbline.aws.kinds.AutoScalingGroup;
import io.plumbline.cost.Cost;
import io.plumbline.cost.Cost.Priced;
import io.plumbline.cost.Cost.Unpriced;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cost of a graph. Nodes have list prices; a few kinds are free; of all others, those that come
 * later included, it is said that no price is known.
 */
public final class AwsPrices {
  /** AWS charges nothing for these, nor for what passes them or stands in them as such. */
  private static final Set<String> FREE =
      Set.of(
          "instance-profile",
          "internet-gateway",
          "launch-template",
          "placement-group",
          "role",
          "role-policy",
          "role-policy-attachment",
          "route",
          "route-table",
          "route-table-association",
          "security-group",
          "security-group-egress-rule",
          "security-group-ingress-rule",
          "subnet",
          "vpc");

  private static final Map<String, String> REASONS =
      Map.of("bucket", "storage, requests and traffic depend on use");

  private final ResourceGraph graph;
  private final Catalogue catalogue;
  private final List<Priced> priced = new ArrayList<>();
  private final List<Unpriced> unpriced = new ArrayList<>();

  public AwsPrices(ResourceGraph graph, Catalogue catalogue) {
    this.graph = graph;
    this.catalogue = catalogue;
  }

  public Cost cost() {
    graph.resources().stream().filter(Resource::isOurs).forEach(this::price);
    return new Cost(priced, unpriced);
  }

  private void price(Resource resource) {
    String kind = resource.kind().id();
    if (kind.equals(AutoScalingGroup.KIND.id())) {
      group(resource);
    } else if (!FREE.contains(kind)) {
      String reason = REASONS.getOrDefault(kind, "no list price is known here");
      unpriced.add(new Unpriced(resource.address(), kind, reason));
    }
  }

  private void group(Resource group) {
    NodesOfGroup nodes = NodesOfGroup.of(group, graph);
    switch (new NodePrice(catalogue).of(nodes)) {
      case NodePrice.Known known ->
          priced.add(new Priced(group.address(), known.terms(), known.perHour(), known.list()));
      case NodePrice.NotKnown not ->
          unpriced.add(new Unpriced(group.address(), group.kind().id(), not.reason()));
    }
    if (nodes.disks() > 0 && nodes.most() > 0) {
      unpriced.add(
          new Unpriced(
              group.address(),
              "ebs-volume",
              nodes.disks() == 1 ? "the disk of each node" : "the disks of each node"));
    }
  }
}
