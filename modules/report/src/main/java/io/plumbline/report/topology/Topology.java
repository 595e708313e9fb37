package io.plumbline.report.topology;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.model.AnyPool;
import io.plumbline.model.ClusterAddOn;
import io.plumbline.model.Component;
import io.plumbline.model.Count;
import io.plumbline.model.Design;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.Machine;
import io.plumbline.model.Network;
import io.plumbline.model.Purchase;
import io.plumbline.value.References;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The components of an environment and what each stands on, drawn by independent writers. Knows of
 * a component what all of them have, so that a new one is drawn without a line here.
 */
public record Topology(String environment, List<Node> nodes, List<Edge> edges) {
  public Topology {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * A component.
   *
   * @param group where it is: {@code "llm-training on main"}
   * @param facts what tells it from others of its type, each short; may be empty
   */
  public record Node(String group, String id, String noun, List<String> facts, SourceLine source) {
    public Node {
      facts = List.copyOf(facts);
    }
  }

  /** From what uses to what is used, by their places among the nodes. */
  public record Edge(int from, int to) {}

  /** The topology of these designs of one environment. */
  public static Topology of(String environment, List<Design> designs) {
    List<Node> nodes = new ArrayList<>();
    Map<String, Integer> places = new LinkedHashMap<>();
    for (Design design : designs) {
      for (Component each : design.components()) {
        places.putIfAbsent(design.stack() + "/" + each.id(), nodes.size());
        String group = design.stack() + " on " + each.site().name();
        nodes.add(new Node(group, each.id(), each.noun(), facts(each), each.source()));
      }
    }
    Set<Edge> edges = new LinkedHashSet<>();
    int place = 0;
    for (Design design : designs) {
      for (Component each : design.components()) {
        for (String used : used(each)) {
          Integer to = places.get(path(design.stack(), used));
          if (to != null && to != place) {
            edges.add(new Edge(place, to));
          }
        }
        place++;
      }
    }
    return new Topology(environment, nodes, List.copyOf(edges));
  }

  /** Of a component of this stack, or of another one, whose name its id begins with. */
  private static String path(String stack, String id) {
    int sign = id.indexOf(Design.FOREIGN);
    return sign < 0 ? stack + "/" + id : id.substring(0, sign) + "/" + id.substring(sign + 1);
  }

  /** The groups, in the order of their first nodes. */
  public List<String> groups() {
    return nodes.stream().map(Node::group).distinct().toList();
  }

  /** Ids of what a component refers to, as an object or inside a value. */
  private static Set<String> used(Component component) {
    Set<String> used = new LinkedHashSet<>();
    component.uses().forEach(each -> used.add(each.id()));
    component
        .values()
        .forEach(
            value -> References.forEach(value, ref -> used.add(ref.resource().split("/", 2)[0])));
    return used;
  }

  private static List<String> facts(Component component) {
    List<String> facts = new ArrayList<>();
    if (component instanceof Network network && network.cidr() != null) {
      facts.add(network.cidr().toString());
      facts.add(String.join(", ", network.zones()));
    }
    if (component instanceof AnyPool pool) {
      pool(pool, facts);
    }
    if (component instanceof KubernetesCluster cluster && cluster.version() != null) {
      facts.add("Kubernetes " + cluster.version());
    }
    if (component instanceof ClusterAddOn addOn && addOn.name() != null) {
      facts.add(addOn.name());
    }
    return facts;
  }

  private static void pool(AnyPool pool, List<String> facts) {
    if (pool.count() != null) {
      facts.add(count(pool.count()) + (pool.purchase() instanceof Purchase.Spot ? ", spot" : ""));
    }
    if (pool.machine() != null) {
      facts.add(
          switch (pool.machine()) {
            case Machine.WithGpus gpus -> gpus.perNode() + " x " + gpus.model().model();
            case Machine.OfTypes types -> String.join(", ", types.types());
          });
    }
  }

  private static String count(Count count) {
    long most = count.max();
    String nodes = count.min() == most ? Long.toString(most) : count.min() + " to " + most;
    return nodes + (most == 1 ? " node" : " nodes");
  }
}
