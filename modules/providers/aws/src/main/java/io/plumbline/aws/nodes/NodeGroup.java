package io.plumbline.aws.capacity;

import io.plumbline.aws.kinds.AutoScalingGroup;
import io.plumbline.graph.Band;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Lens;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a scaling group may come to, at most.
 *
 * @param types that its nodes can be, the preferred one first
 * @param onDemand how many of its nodes are on demand at most
 * @param spot how many are spare capacity at most
 * @param zones where its nodes stand; empty where that is not known, since the subnets exist
 *     already
 * @param template what its nodes are started from; null where that is not of this graph
 */
record NodeGroup(
    Resource group,
    List<String> types,
    long onDemand,
    long spot,
    Set<String> zones,
    @Nullable Resource template) {

  private static final List<String> TEMPLATE =
      List.of("mixedInstancesPolicy", "launchTemplate", "launchTemplateSpecification");
  private static final List<String> DISTRIBUTION =
      List.of("mixedInstancesPolicy", "instancesDistribution");
  private static final List<String> OVERRIDES =
      List.of("mixedInstancesPolicy", "launchTemplate", "overrides");

  /** The groups of a graph that are ours. */
  static List<NodeGroup> of(ResourceGraph graph) {
    List<NodeGroup> groups = new ArrayList<>();
    for (Resource resource : graph.resources()) {
      if (resource.isOurs() && resource.kind() == AutoScalingGroup.KIND) {
        groups.add(of(resource, graph));
      }
    }
    return groups;
  }

  private static NodeGroup of(Resource group, ResourceGraph graph) {
    Value.Obj attributes = group.attributes();
    Resource template = template(attributes, graph);
    // Schedules may raise the size's own limits up to the end of their band.
    Band band = group.bands().get("desiredCapacity");
    long most = Math.max(whole(attributes.get("maxSize"), 0), band == null ? 0 : band.max());
    Value distribution = Lens.find(attributes, DISTRIBUTION);
    long base = Math.min(most, part(distribution, "onDemandBaseCapacity", 0));
    long share = part(distribution, "onDemandPercentageAboveBaseCapacity", 100);
    // AWS rounds in favour of on demand.
    long onDemand = base + ((most - base) * share + 99) / 100;
    return new NodeGroup(
        group,
        types(attributes, template),
        onDemand,
        most - onDemand,
        zones(attributes, graph),
        template);
  }

  /** How many network interfaces each node has. */
  long interfaces() {
    return template != null
            && template.attributes().get("networkInterfaces") instanceof Value.Sequence several
        ? Math.max(1, several.items().size())
        : 1;
  }

  private static @Nullable Resource template(Value.Obj attributes, ResourceGraph graph) {
    Value simple = attributes.get("launchTemplate");
    Value specification = simple instanceof Value.Obj ? simple : Lens.find(attributes, TEMPLATE);
    return specification instanceof Value.Obj object
            && object.get("launchTemplateId") instanceof Value.Ref ref
        ? graph.find(ref.resource())
        : null;
  }

  private static List<String> types(Value.Obj attributes, @Nullable Resource template) {
    Set<String> types = new LinkedHashSet<>();
    if (Lens.find(attributes, OVERRIDES) instanceof Value.Sequence overrides) {
      overrides.items().forEach(item -> add(((Value.Obj) item).get("instanceType"), types));
    }
    if (types.isEmpty() && template != null) {
      add(template.attributes().get("instanceType"), types);
    }
    return List.copyOf(types);
  }

  private static void add(Value value, Set<String> texts) {
    if (value instanceof Value.Text text) {
      texts.add(text.value());
    }
  }

  private static Set<String> zones(Value.Obj attributes, ResourceGraph graph) {
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
    return distribution instanceof Value.Obj object
        ? whole(object.get(member), otherwise)
        : otherwise;
  }

  private static long whole(Value value, long otherwise) {
    return value instanceof Value.Int whole ? whole.value() : otherwise;
  }
}
