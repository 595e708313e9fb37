package io.plumbline.graph;

import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Legalisation: writes resources that a dialect wants inside another one into that one. What comes
 * after a folded resource comes after its host. Law: {@code undo(fold(graph)) = graph}; the
 * attributes come back from the host, so that what is written there says all that the folded
 * resource said.
 */
public final class Folding {

  /** Which resources are folded, and how. */
  public interface Rule {
    /** The address of the host, or null where the resource stays by itself. */
    @Nullable String host(Resource part, ResourceGraph graph);

    /** The host's attribute that lists what is folded into it. */
    String listed();

    /** What is listed there for a resource. */
    Value item(Resource part);

    /** The attributes that an item says. */
    Value.Obj attributes(Value item);

    /** The attributes that no item says: whose it is, and what the dialect has no word for. */
    Value.Obj unsaid(Resource part);
  }

  /**
   * A graph after folding, and what brings it back.
   *
   * @param folded what was folded, with unsaid attributes alone, by the address of its host and in
   *     the order of its list
   * @param after what other resources came after, where that was folded
   * @param order all addresses as they were
   */
  public record Folded(
      ResourceGraph graph,
      Map<String, List<Resource>> folded,
      Map<String, List<String>> after,
      List<String> order) {

    /** Where each resource stands now that was folded: the address of its host by its own. */
    public Map<String, String> hosts() {
      Map<String, String> hosts = new LinkedHashMap<>();
      folded.forEach((host, parts) -> parts.forEach(part -> hosts.put(part.address(), host)));
      return hosts;
    }
  }

  private final Rule rule;

  /** A folding by {@code rule}. */
  public Folding(Rule rule) {
    this.rule = rule;
  }

  /** The graph with all of them folded. */
  public Folded fold(ResourceGraph graph) {
    Map<String, List<Resource>> parts = new LinkedHashMap<>();
    Map<String, String> hosts = new HashMap<>();
    for (Resource resource : graph.resources()) {
      String host = rule.host(resource, graph);
      if (host != null) {
        parts.computeIfAbsent(host, h -> new ArrayList<>()).add(resource);
        hosts.put(resource.address(), host);
      }
    }
    Map<String, List<String>> after = new HashMap<>();
    List<Resource> rest = new ArrayList<>();
    for (Resource resource : graph.resources()) {
      if (!hosts.containsKey(resource.address())) {
        Resource host = listing(resource, parts.getOrDefault(resource.address(), List.of()));
        rest.add(redirected(host, hosts, after));
      }
    }
    parts.replaceAll(
        (host, folded) -> folded.stream().map(p -> p.withAttributes(rule.unsaid(p))).toList());
    List<String> order = graph.resources().stream().map(Resource::address).toList();
    return new Folded(new ResourceGraph(rest), parts, after, order);
  }

  private Resource listing(Resource host, List<Resource> parts) {
    if (parts.isEmpty()) {
      return host;
    }
    Map<String, Value> attributes = new LinkedHashMap<>(host.attributes().members());
    attributes.put(rule.listed(), Value.list(parts.stream().map(rule::item).toList()));
    return host.withAttributes(new Value.Obj(attributes));
  }

  private static Resource redirected(
      Resource resource, Map<String, String> hosts, Map<String, List<String>> after) {
    if (resource.after().stream().noneMatch(hosts::containsKey)) {
      return resource;
    }
    after.put(resource.address(), resource.after());
    return resource.withAfter(
        resource.after().stream()
            .map(address -> hosts.getOrDefault(address, address))
            .filter(address -> !address.equals(resource.address()))
            .distinct()
            .toList());
  }

  /** The graph that was folded. */
  public ResourceGraph undo(Folded folded) {
    Map<String, Resource> all = new HashMap<>();
    for (Resource resource : folded.graph().resources()) {
      List<Resource> parts = folded.folded().getOrDefault(resource.address(), List.of());
      List<String> after = folded.after().getOrDefault(resource.address(), resource.after());
      unlisted(resource, parts, all);
      all.compute(
          resource.address(), (address, host) -> (host == null ? resource : host).withAfter(after));
    }
    return new ResourceGraph(folded.order().stream().map(all::get).toList());
  }

  private void unlisted(Resource host, List<Resource> parts, Map<String, Resource> all) {
    if (parts.isEmpty()) {
      return;
    }
    Map<String, Value> attributes = new LinkedHashMap<>(host.attributes().members());
    Value.Sequence items = (Value.Sequence) host.attributes().get(rule.listed());
    attributes.remove(rule.listed());
    for (int i = 0; i < parts.size(); i++) {
      Map<String, Value> said = new LinkedHashMap<>(parts.get(i).attributes().members());
      said.putAll(rule.attributes(items.items().get(i)).members());
      all.put(parts.get(i).address(), parts.get(i).withAttributes(new Value.Obj(said)));
    }
    all.put(host.address(), host.withAttributes(new Value.Obj(attributes)));
  }
}
