package io.plumbline.drift;

import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Target;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one target should look like.
 *
 * @param graph as the last release has it; where there is none, as the Java of today has it
 * @param engine dialect of the engine that provisions it: it decides whether mending replaces
 * @param liveIds live ids by address, as the last release recorded them; may be empty
 * @param against what {@code graph} is, for people: {@code "release of 2026-11-22T10:00:00Z, commit
 *     abc"}, {@code "HEAD"}
 * @param watched ids of kinds that the graph has no more, and of which something may be left
 * @param neighbours who answers for what carries the tags of others
 * @param today what the Java of today asks for; the same as {@code graph} where that is not known
 * @param since when it was last deployed; null where it never was
 */
public record Expectation(
    Target target,
    ResourceGraph graph,
    Dialect engine,
    Map<String, String> liveIds,
    String against,
    ResourceGraph today,
    Set<String> watched,
    Neighbours neighbours,
    @Nullable Instant since) {
  public Expectation {
    liveIds = Collections.unmodifiableMap(new LinkedHashMap<>(liveIds));
    watched = Set.copyOf(watched);
  }

  /** Of which it is not known when it was deployed. */
  public Expectation(
      Target target,
      ResourceGraph graph,
      Dialect engine,
      Map<String, String> liveIds,
      String against,
      ResourceGraph today,
      Set<String> watched,
      Neighbours neighbours) {
    this(target, graph, engine, liveIds, against, today, watched, neighbours, null);
  }

  /** The same, deployed at this time. */
  public Expectation since(Instant time) {
    return new Expectation(
        target, graph, engine, liveIds, against, today, watched, neighbours, time);
  }

  /** Where no other stack is known, and nothing is left of what was before. */
  public Expectation(
      Target target,
      ResourceGraph graph,
      Dialect engine,
      Map<String, String> liveIds,
      String against,
      ResourceGraph today) {
    this(target, graph, engine, liveIds, against, today, Set.of(), Neighbours.NONE);
  }

  /** The same, with more to say of what it is. */
  public Expectation against(String words) {
    return new Expectation(
        target, graph, engine, liveIds, words, today, watched, neighbours, since);
  }

  Expectation withGraph(ResourceGraph other) {
    return new Expectation(
        target, other, engine, liveIds, against, today, watched, neighbours, since);
  }
}
