package io.plumbline.aws.nodes;

import io.plumbline.aws.kinds.AutoScalingGroup;
import io.plumbline.aws.kinds.EksNodeGroup;
import io.plumbline.graph.Band;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Lens;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a scaling group, or a node group of a cluster, says of its nodes.
 *
 * @param template what its nodes are started from; null where that is not of this graph
 * @param types that its nodes can be, the preferred one first
 * @param onDemandBase so many nodes first are on demand
 * @param onDemandShare of the others, how many in a hundred are
 * @param zones where its nodes stand; empty where that is not known, since the subnets exist
 *     already
 */
public record NodeGroup(
    Resource group,
    @Nullable Resource template,
    List<String> types,
    long onDemandBase,
    long onDemandShare,
    Set<String> zones) {

  private static final int ALL = 100;
  private static final String MIXED = "mixedInstancesPolicy";
  private static final List<String> TEMPLATE =
      List.of(MIXED, "launchTemplate", "launchTemplateSpecification");
  private static final List<String> DISTRIBUTION = List.of(MIXED, "instancesDistribution");
  private static final List<String> OVERRIDES = List.of(MIXED, "launchTemplate", "overrides");
  private static final List<String> MARKET = List.of("instanceMarketOptions", "marketType");

  public NodeGroup {
    types = List.copyOf(types);
  }

  /** The groups of a graph that are ours. */
  public static List<NodeGroup> of(ResourceGraph graph) {
    return graph.resources().stream()
        .filter(each -> each.isOurs() && isGroup(each))
        .map(each -> of(each, graph))
        .toList();
  }

  /** Whether a resource is a group of nodes. */
  public static boolean isGroup(Resource resource) {
    return resource.kind() == AutoScalingGroup.KIND || resource.kind() == EksNodeGroup.KIND;
  }

  /** One group of a graph. */
  public static NodeGroup of(Resource group, ResourceGraph graph) {
    Obj attributes = group.attributes();
    Resource template = template(attributes, graph);
    Obj node = template == null ? Obj.EMPTY : template.attributes();
    Value distribution = Lens.find(attributes, DISTRIBUTION);
    return new NodeGroup(
        group,
        template,
        types(attributes, node),
        part(distribution, "onDemandBaseCapacity", 0),
        part(distribution, "onDemandPercentageAboveBaseCapacity", share(attributes, node)),
        zones(attributes, graph));
  }

  /** Of a cluster's nodes all are spare capacity, or none. */
  private static int share(Obj attributes, Obj node) {
    return isSpot(node) || attributes.get("capacityType").equals(Value.text("SPOT")) ? 0 : ALL;
  }

  /** What its nodes are started from; empty where that is not known. */
  public Obj node() {
    return template == null ? Obj.EMPTY : template.attributes();
  }

  /** Whether what is started from a template is spare capacity. */
  public static boolean isSpot(Obj node) {
    return Lens.find(node, MARKET).equals(Value.text("spot"));
  }

  /** What each node may be instead of its template's type, as the group says it. */
  public List<Value> overrides() {
    return Lens.find(group.attributes(), OVERRIDES) instanceof Value.Sequence overrides
        ? overrides.items()
        : List.of();
  }

  /** How many nodes it may come to: schedules may raise its own limit up to the end of a band. */
  public long most() {
    Band band = group.bands().get("desiredCapacity");
    return Math.max(whole(group.attributes().get("maxSize"), 0), band == null ? 0 : band.max());
  }

  /** How many of {@code count} nodes are on demand; AWS rounds in favour of on demand. */
  public long onDemand(long count) {
    long base = Math.min(count, onDemandBase);
    return base + ((count - base) * onDemandShare + ALL - 1) / ALL;
  }

  /** How many of its nodes are on demand at most. */
  public long onDemand() {
    return onDemand(most());
  }

  /** How many of its nodes are spare capacity where it has the most. */
  public long spot() {
    return most() - onDemand();
  }

  /** How many network interfaces each node has. */
  public long interfaces() {
    return node().get("networkInterfaces") instanceof Value.Sequence several
        ? Math.max(1, several.items().size())
        : 1;
  }

  private static @Nullable Resource template(Obj attributes, ResourceGraph graph) {
    if (attributes.get("launchTemplateId") instanceof Value.Ref ref) {
      return graph.find(ref.resource());
    }
    Value simple = attributes.get("launchTemplate");
    Value specification = simple instanceof Obj ? simple : Lens.find(attributes, TEMPLATE);
    return specification instanceof Obj object
            && object.get("launchTemplateId") instanceof Value.Ref ref
        ? graph.find(ref.resource())
        : null;
  }

  private static List<String> types(Obj attributes, Obj node) {
    Set<String> types = new LinkedHashSet<>();
    if (Lens.find(attributes, OVERRIDES) instanceof Value.Sequence overrides) {
      overrides.items().forEach(item -> add(((Obj) item).get("instanceType"), types));
    }
    if (attributes.get("instanceTypes") instanceof Value.Sequence named) {
      named.items().forEach(item -> add(item, types));
    }
    if (types.isEmpty()) {
      add(node.get("instanceType"), types);
    }
    return new ArrayList<>(types);
  }

  private static void add(Value value, Set<String> texts) {
    if (value instanceof Value.Text text) {
      texts.add(text.value());
    }
  }

  private static Set<String> zones(Obj attributes, ResourceGraph graph) {
    Set<String> zones = new LinkedHashSet<>();
    if (attributes.get("subnets") instanceof Value.Sequence subnets) {
      for (Value subnet : subnets.items()) {
        Resource found = subnet instanceof Value.Ref ref ? graph.find(ref.resource()) : null;
        if (found != null) {
          add(found.attributes().get("availabilityZone"), zones);
        }
      }
    }
    return zones;
  }

  private static long part(Value distribution, String member, long otherwise) {
    return distribution instanceof Obj object ? whole(object.get(member), otherwise) : otherwise;
  }

  private static long whole(Value value, long otherwise) {
    return value instanceof Value.Int whole ? whole.value() : otherwise;
  }
}
