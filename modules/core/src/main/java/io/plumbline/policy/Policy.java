package io.plumbline.policy;

import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Design;
import io.plumbline.model.Target;
import java.util.Map;

/**
 * A demand of an organisation on its designs. Found by {@link java.util.ServiceLoader}, and run by
 * every command: name the class in {@code META-INF/services/io.plumbline.policy.Policy}.
 */
public interface Policy {

  /** Its name for life, {@code [a-z0-9-]+}: waivers refer to it. */
  String id();

  /** What it demands, in one sentence without the user's data. */
  String description();

  /**
   * Reports every breach.
   *
   * @param graphs what the design is lowered to, by target
   */
  void check(Design design, Map<Target, ResourceGraph> graphs, Breaches breaches);
}
