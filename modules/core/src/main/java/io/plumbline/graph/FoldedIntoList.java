package io.plumbline.graph;

import io.plumbline.kind.Dialect;
import io.plumbline.kind.Listing;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a dialect has no resource for stands in a list of what it is within. */
public final class FoldedIntoList implements Folding.Rule {
  private final ResourceKind kind;
  private final Listing listing;

  /** For one kind, as {@code dialect} lists it. */
  public FoldedIntoList(ResourceKind kind, Dialect dialect) {
    this.kind = kind;
    this.listing = Objects.requireNonNull(kind.listedIn(dialect));
  }

  /** A graph with all such kinds folded. */
  public static ResourceGraph fold(ResourceGraph graph, Dialect dialect) {
    ResourceGraph folded = graph;
    for (ResourceKind each : listed(graph, dialect)) {
      folded = new Folding(new FoldedIntoList(each, dialect)).fold(folded).graph();
    }
    return folded;
  }

  /** The kinds in a graph that a dialect lists in others. */
  public static Collection<ResourceKind> listed(ResourceGraph graph, Dialect dialect) {
    Map<String, ResourceKind> listed = new LinkedHashMap<>();
    for (Resource resource : graph.resources()) {
      if (resource.kind().listedIn(dialect) != null) {
        listed.putIfAbsent(resource.kind().id(), resource.kind());
      }
    }
    return listed.values();
  }

  @Override
  public @Nullable String host(Resource part, ResourceGraph graph) {
    if (!part.isOurs()
        || !part.kind().id().equals(kind.id())
        || !(part.attributes().get(Objects.requireNonNull(kind.within()))
            instanceof Value.Ref to)) {
      return null;
    }
    Resource host = graph.find(to.resource());
    return host != null && host.isOurs() ? host.address() : null;
  }

  @Override
  public String listed() {
    return listing.list();
  }

  @Override
  public Value item(Resource part) {
    if (listing.item() != null) {
      return part.attributes().get(listing.item());
    }
    Map<String, Value> said = new LinkedHashMap<>(part.attributes().members());
    said.keySet().removeAll(listing.unsaid());
    return new Value.Obj(said);
  }

  @Override
  public Value.Obj attributes(Value item) {
    return listing.item() == null ? (Value.Obj) item : Value.object(listing.item(), item);
  }

  @Override
  public Value.Obj unsaid(Resource part) {
    Map<String, Value> unsaid = new LinkedHashMap<>(part.attributes().members());
    unsaid.keySet().retainAll(listing.unsaid());
    return new Value.Obj(unsaid);
  }
}
