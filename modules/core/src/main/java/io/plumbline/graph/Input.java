package io.plumbline.graph;

import io.plumbline.value.References;
import io.plumbline.value.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An output of something that exists already, to which a resource of ours refers. Artefacts leave a
 * place for it; an engine is given its live value by {@link #key}.
 */
public record Input(Resource resource, String output) {

  /** The address for its id, {@code address.output} for any other output. */
  public String key() {
    return key(new Value.Ref(resource.address(), output));
  }

  /** Its value, where the design says it itself; null where it must be looked up. */
  public @Nullable String known() {
    return output.equals("id") && resource.existing() instanceof Lookup.ById lookup
        ? lookup.id()
        : null;
  }

  /** For people who read artefacts. */
  public String description() {
    return output + " of the existing " + resource.kind().id() + " " + resource.address();
  }

  /** The key of what {@code ref} stands for. */
  public static String key(Value.Ref ref) {
    return ref.output().equals("id") ? ref.resource() : ref.resource() + "." + ref.output();
  }

  /**
   * What the graph's own resources need to know of existing ones, each once, in the order of their
   * use.
   */
  public static Collection<Input> of(ResourceGraph graph) {
    Map<String, Input> found = new LinkedHashMap<>();
    for (Resource resource : graph.resources()) {
      References.forEach(resource.attributes(), ref -> collect(graph, ref, found));
      resource
          .raw()
          .forEach(raw -> References.forEach(raw.value(), ref -> collect(graph, ref, found)));
    }
    return found.values();
  }

  private static void collect(ResourceGraph graph, Value.Ref ref, Map<String, Input> found) {
    Resource target = graph.find(ref.resource());
    if (target != null && !target.isOurs()) {
      found.computeIfAbsent(key(ref), key -> new Input(target, ref.output()));
    }
  }
}
