package io.plumbline.aws.price;

import io.plumbline.aws.nodes.NodeGroup;
import io.plumbline.graph.Band;
import io.plumbline.graph.Raw;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Lens;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is paid for of a scaling group, or of a reservation.
 *
 * @param types what a node can be, the preferred one first
 * @param onDemand how many nodes are on demand where there are the most
 * @param cap the most to pay for a spot node; null: its on-demand price
 * @param disks how many volumes each node gets
 * @param hidden why the rest does not say all; null where it does
 */
record NodesOfGroup(
    long least,
    long most,
    List<String> types,
    long onDemand,
    @Nullable BigDecimal cap,
    int disks,
    @Nullable String hidden) {

  /** Places of raw values that could change what nodes are, or how many. */
  private static final Pattern TELLING = Pattern.compile("instance|size|capacity|spot|market");

  private static final String BOUGHT = "a capacity block is paid for when it is bought";

  private static final String RAW = "a raw value may change its nodes";

  private static final List<String> SPOT_CAP =
      List.of("instanceMarketOptions", "spotOptions", "maxPrice");
  private static final List<String> MIXED_CAP =
      List.of("mixedInstancesPolicy", "instancesDistribution", "spotMaxPrice");
  private static final List<String> RESERVATION =
      List.of(
          "capacityReservationSpecification", "capacityReservationTarget", "capacityReservationId");

  static NodesOfGroup of(Resource group, ResourceGraph graph) {
    NodeGroup nodes = NodeGroup.of(group, graph);
    Obj node = nodes.node();
    Band band = group.bands().get("desiredCapacity");
    long most = band == null ? size(group, "maxSize") : band.max();
    return new NodesOfGroup(
        band == null ? size(group, "minSize") : band.min(),
        most,
        nodes.types(),
        nodes.onDemand(most),
        amount(
            NodeGroup.isSpot(node)
                ? Lens.find(node, SPOT_CAP)
                : Lens.find(group.attributes(), MIXED_CAP)),
        node.get("blockDeviceMappings") instanceof Value.Sequence disks ? disks.items().size() : 0,
        hidden(nodes));
  }

  private static long size(Resource group, String otherwise) {
    Value desired = group.attributes().get("desiredCapacity");
    return whole(desired instanceof Value.Int ? desired : group.attributes().get(otherwise));
  }

  /** What a reservation keeps: paid as nodes are, whether they run or not. */
  static NodesOfGroup kept(Resource reservation) {
    Obj attributes = reservation.attributes();
    long count = whole(attributes.get("instanceCount"));
    List<String> types =
        attributes.get("instanceType") instanceof Value.Text type
            ? List.of(type.value())
            : List.of();
    return new NodesOfGroup(count, count, types, count, null, 0, hidden(reservation));
  }

  /** The reservation of this design that a group's nodes run in; null for none. */
  static @Nullable Resource reservation(Resource group, ResourceGraph graph) {
    return Lens.find(NodeGroup.of(group, graph).node(), RESERVATION) instanceof Value.Ref ref
        ? graph.find(ref.resource())
        : null;
  }

  /** Whether its nodes cost nothing more, whatever the price of what they run in. */
  boolean paidAlready() {
    return BOUGHT.equals(hidden);
  }

  private static @Nullable String hidden(NodeGroup nodes) {
    Resource template = nodes.template();
    if (template == null || !template.isOurs()) {
      return "its launch template is not of this design";
    }
    if (hidden(nodes.group()) != null || hidden(template) != null) {
      return RAW;
    }
    Value market = Lens.find(nodes.node(), List.of("instanceMarketOptions", "marketType"));
    if (market.equals(Value.text("capacity-block"))) {
      return BOUGHT;
    }
    boolean open =
        nodes.overrides().stream()
            .anyMatch(
                each ->
                    each instanceof Obj o
                        && (o.has("instanceRequirements") || o.has("weightedCapacity")));
    return open ? "AWS chooses the types or weighs the nodes" : null;
  }

  private static @Nullable String hidden(Resource resource) {
    return resource.raw().stream()
            .map(Raw::path)
            .anyMatch(path -> TELLING.matcher(path.toLowerCase(Locale.ROOT)).find())
        ? RAW
        : null;
  }

  private static @Nullable BigDecimal amount(Value value) {
    return switch (value) {
      case Value.Decimal decimal -> decimal.value();
      case Value.Int whole -> BigDecimal.valueOf(whole.value());
      case Value.Text text when text.value().matches("[0-9]+(\\.[0-9]+)?") ->
          new BigDecimal(text.value());
      default -> null;
    };
  }

  private static long whole(Value value) {
    return value instanceof Value.Int number ? number.value() : 0;
  }
}
