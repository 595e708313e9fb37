package io.plumbline.aws.price;

import io.plumbline.aws.catalogue.Catalogue;
import io.plumbline.aws.kinds.AutoScalingGroup;
import io.plumbline.aws.kinds.CapacityReservation;
import io.plumbline.aws.kinds.EksCluster;
import io.plumbline.aws.kinds.EksNodeGroup;
import io.plumbline.cost.Cost;
import io.plumbline.cost.Cost.Priced;
import io.plumbline.cost.Cost.Unpriced;
import io.plumbline.cost.Hourly;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The cost of a graph. Nodes and what is kept for them have list prices; some kinds say that they
 * are free; of all others it is said that no price is known.
 */
public final class AwsPrices {
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
    if (kind.equals(AutoScalingGroup.KIND.id()) || kind.equals(EksNodeGroup.KIND.id())) {
      group(resource);
    } else if (kind.equals(EksCluster.KIND.id())) {
      priced.add(ClusterPrice.of(resource));
    } else if (kind.equals(CapacityReservation.KIND.id())) {
      reservation(resource);
    } else if (!isGatewayEndpoint(resource)) {
      Unpriced.unlessFree(resource).ifPresent(unpriced::add);
    }
  }

  /** Whether its nodes get public addresses of their own. */
  private boolean isReachable(Resource group) {
    return group.attributes().get("subnets") instanceof Value.Sequence subnets
        && subnets.items().stream()
            .map(each -> each instanceof Value.Ref ref ? graph.find(ref.resource()) : null)
            .anyMatch(
                subnet ->
                    subnet != null
                        && subnet.attributes().get("mapPublicIpOnLaunch").equals(Value.flag(true)));
  }

  /** Endpoints in route tables, for S3 and DynamoDB, cost nothing; those with addresses do. */
  private static boolean isGatewayEndpoint(Resource resource) {
    return resource.kind().id().equals("vpc-endpoint")
        && resource.attributes().get("vpcEndpointType").equals(Value.text("Gateway"));
  }

  private void reservation(Resource reservation) {
    NodesOfGroup kept = NodesOfGroup.kept(reservation);
    nodes(
        reservation,
        kept,
        kept.most() + " x " + String.join(" or ", kept.types()) + ", kept, used or not");
  }

  /** Nodes that run in a reservation of the design are paid for with it. */
  private void group(Resource group) {
    NodesOfGroup nodes = NodesOfGroup.of(group, graph);
    Resource kept = NodesOfGroup.reservation(group, graph);
    if (kept != null && kept.isOurs() && nodes.hidden() == null) {
      priced.add(
          new Priced(
              group.address(),
              "up to " + nodes.most() + ", paid for with " + kept.address(),
              Hourly.NOTHING,
              null));
    } else {
      nodes(group, nodes, null);
    }
    if (nodes.disks() > 0 && nodes.most() > 0) {
      unpriced.add(
          new Unpriced(
              group.address(),
              "ebs-volume",
              nodes.disks() == 1 ? "the disk of each node" : "the disks of each node"));
    }
    if (nodes.most() > 0 && isReachable(group)) {
      unpriced.add(
          new Unpriced(group.address(), "public-ipv4-address", "the address of each node"));
    }
    if (group.attributes().get("warmPool") instanceof Value.Obj pool) {
      String state = pool.get("poolState") instanceof Value.Text text ? text.value() : "Stopped";
      unpriced.add(
          new Unpriced(
              group.address(),
              "warm-pool",
              "nodes that wait, " + state.toLowerCase(Locale.ROOT),
              state.equals("Running") ? waiting(pool, nodes) : 0));
    }
  }

  /** How many wait at most: what is prepared beyond those in service, or the least of it. */
  private static long waiting(Value.Obj pool, NodesOfGroup nodes) {
    long prepared =
        pool.get("maxGroupPreparedCapacity") instanceof Value.Int most
            ? most.value()
            : nodes.most();
    long least = pool.get("minSize") instanceof Value.Int min ? min.value() : 0;
    return Math.max(least, prepared - nodes.least());
  }

  private void nodes(Resource resource, NodesOfGroup nodes, @Nullable String terms) {
    NodePrice price = NodePrice.of(nodes, catalogue);
    NodePrice.Known known = price.known();
    if (known != null) {
      priced.add(
          new Priced(
              resource.address(),
              terms == null ? known.terms() : terms,
              known.perHour(),
              known.list()));
    }
    NodePrice.Gap gap = price.gap();
    if (gap != null) {
      unpriced.add(
          new Unpriced(resource.address(), resource.kind().id(), gap.reason(), gap.nodes()));
    }
  }
}
