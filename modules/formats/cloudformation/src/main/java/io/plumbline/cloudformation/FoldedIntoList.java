package io.plumbline.cloudformation;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Listing;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What CloudFormation has no resource for stands in a list of what it is within. */
final class FoldedIntoList implements Folding.Rule {
  private final ResourceKind kind;
  private final Listing listing;

  FoldedIntoList(ResourceKind kind) {
    this.kind = kind;
    this.listing = Objects.requireNonNull(kind.listedIn(Dialect.CLOUDFORMATION));
  }

  /** A graph with all such kinds folded. */
  static ResourceGraph fold(ResourceGraph graph) {
    Map<String, ResourceKind> listed = new LinkedHashMap<>();
    for (Resource resource : graph.resources()) {
      if (resource.kind().listedIn(Dialect.CLOUDFORMATION) != null) {
        listed.putIfAbsent(resource.kind().id(), resource.kind());
      }
    }
    ResourceGraph folded = graph;
    for (ResourceKind each : listed.values()) {
      folded = new Folding(new FoldedIntoList(each)).fold(folded).graph();
    }
    return folded;
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
