package io.plumbline.aws.price;

import io.plumbline.graph.Band;
import io.plumbline.graph.Raw;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a scaling group, or a node group of a cluster, says of its nodes.
 *
 * @param types what a node can be, the preferred one first
 * @param onDemandBase so many nodes first are on demand
 * @param onDemandShare of the others, how many in a hundred are
 * @param cap the most to pay for a spot node; null: its on-demand price
 * @param disks how many volumes each node gets
 * @param hidden why the rest does not say all; null where it does
 */
record NodesOfGroup(
    long least,
    long most,
    List<String> types,
    long onDemandBase,
    long onDemandShare,
    @Nullable BigDecimal cap,
    int disks,
    @Nullable String hidden) {

  /** Places of raw values that could change what nodes are, or how many. */
  private static final Pattern TELLING = Pattern.compile("instance|size|capacity|spot|market");

  private static final String RAW = "a raw value may change its nodes";

  private static final int ALL = 100;

  static NodesOfGroup of(Resource group, ResourceGraph graph) {
    Obj mixed = object(group.attributes().get("mixedInstancesPolicy"));
    Obj mixedTemplate = object(mixed.get("launchTemplate"));
    Resource template = template(group, graph);
    Obj node = template == null ? Obj.EMPTY : template.attributes();
    Obj market = object(node.get("instanceMarketOptions"));
    boolean spot = market.get("marketType").equals(Value.text("spot"));
    Obj shares = object(mixed.get("instancesDistribution"));
    List<Value> overrides = list(mixedTemplate.get("overrides"));
    return new NodesOfGroup(
        least(group),
        most(group),
        types(overrides, node),
        whole(shares.get("onDemandBaseCapacity"), 0),
        whole(shares.get("onDemandPercentageAboveBaseCapacity"), spot ? 0 : ALL),
        amount(
            spot ? object(market.get("spotOptions")).get("maxPrice") : shares.get("spotMaxPrice")),
        list(node.get("blockDeviceMappings")).size(),
        hidden(group, template, market, overrides));
  }

  /** What a managed node group of a cluster says: no cap, and all of one kind. */
  static NodesOfGroup ofCluster(Resource group, ResourceGraph graph) {
    Obj attributes = group.attributes();
    Resource template = template(attributes, graph);
    Obj node = template == null ? Obj.EMPTY : template.attributes();
    Obj market = object(node.get("instanceMarketOptions"));
    boolean spot = attributes.get("capacityType").equals(Value.text("SPOT"));
    List<String> types = texts(list(attributes.get("instanceTypes")));
    return new NodesOfGroup(
        whole(attributes.get("minSize"), 0),
        whole(attributes.get("maxSize"), 0),
        types.isEmpty() ? types(List.of(), node) : types,
        0,
        spot ? 0 : ALL,
        null,
        list(node.get("blockDeviceMappings")).size(),
        hidden(group, template, market, List.of()));
  }

  private static long least(Resource group) {
    Band band = group.bands().get("desiredCapacity");
    return band == null ? size(group, "minSize") : band.min();
  }

  private static long most(Resource group) {
    Band band = group.bands().get("desiredCapacity");
    return band == null ? size(group, "maxSize") : band.max();
  }

  private static long size(Resource group, String otherwise) {
    Value desired = group.attributes().get("desiredCapacity");
    return whole(desired instanceof Value.Int ? desired : group.attributes().get(otherwise), 0);
  }

  /** What a reservation keeps: paid as nodes are, whether they run or not. */
  static NodesOfGroup kept(Resource reservation) {
    Obj attributes = reservation.attributes();
    long count = whole(attributes.get("instanceCount"), 0);
    return new NodesOfGroup(
        count, count, types(List.of(), attributes), 0, ALL, null, 0, hidden(reservation));
  }

  /** The reservation of this design that a group's nodes run in; null for none. */
  static @Nullable Resource reservation(Resource group, ResourceGraph graph) {
    Resource template = template(group, graph);
    Obj node = template == null ? Obj.EMPTY : template.attributes();
    Obj target =
        object(
            object(node.get("capacityReservationSpecification")).get("capacityReservationTarget"));
    return target.get("capacityReservationId") instanceof Value.Ref ref
        ? graph.find(ref.resource())
        : null;
  }

  private static @Nullable Resource template(Resource group, ResourceGraph graph) {
    if (group.attributes().has("launchTemplateId")) {
      return template(group.attributes(), graph);
    }
    Obj mixed = object(group.attributes().get("mixedInstancesPolicy"));
    Value specification =
        mixed.members().isEmpty()
            ? group.attributes().get("launchTemplate")
            : object(mixed.get("launchTemplate")).get("launchTemplateSpecification");
    return template(object(specification), graph);
  }

  private static @Nullable Resource template(Obj naming, ResourceGraph graph) {
    return naming.get("launchTemplateId") instanceof Value.Ref ref
        ? graph.find(ref.resource())
        : null;
  }

  private static List<String> types(List<Value> overrides, Obj node) {
    List<Value> types = new ArrayList<>();
    overrides.forEach(each -> types.add(object(each).get("instanceType")));
    if (types.isEmpty()) {
      types.add(node.get("instanceType"));
    }
    return texts(types);
  }

  private static List<String> texts(List<Value> values) {
    return values.stream()
        .map(each -> each instanceof Value.Text text ? text.value() : null)
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable String hidden(
      Resource group, @Nullable Resource template, Obj market, List<Value> overrides) {
    if (template == null || !template.isOurs()) {
      return "its launch template is not of this design";
    }
    if (hidden(group) != null || hidden(template) != null) {
      return RAW;
    }
    if (market.get("marketType").equals(Value.text("capacity-block"))) {
      return "a capacity block is paid for when it is bought";
    }
    boolean open =
        overrides.stream()
            .map(NodesOfGroup::object)
            .anyMatch(o -> o.has("instanceRequirements") || o.has("weightedCapacity"));
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

  private static long whole(Value value, long otherwise) {
    return value instanceof Value.Int number ? number.value() : otherwise;
  }

  private static Obj object(Value value) {
    return value instanceof Obj object ? object : Obj.EMPTY;
  }

  private static List<Value> list(Value value) {
    return value instanceof Value.Sequence sequence ? sequence.items() : List.of();
  }
}
