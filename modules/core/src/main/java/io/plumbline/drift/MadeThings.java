package io.plumbline.drift;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Lens;
import io.plumbline.kind.Maker;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what the resources of a design made by themselves. */
final class MadeThings {
  private final LiveThings things;
  private final ResourceGraph desired;
  private final Matches matches;

  MadeThings(LiveThings things, ResourceGraph desired, Matches matches) {
    this.things = things;
    this.desired = desired;
    this.matches = matches;
  }

  /** By the address of what made them. */
  Map<String, List<Made>> byMaker() {
    Map<String, List<Made>> made = new LinkedHashMap<>();
    for (ResourceKind kind : things.kinds()) {
      Maker maker = kind.maker();
      if (maker != null) {
        add(kind, makers(maker), made);
      }
    }
    return made;
  }

  private Map<String, String> makers(Maker maker) {
    Map<String, String> addresses = new HashMap<>();
    for (Resource resource : desired.resources()) {
      LiveRow row = resource.isOurs() ? matches.at(resource.address()) : null;
      String name = row == null ? null : row.outputs().get(maker.output());
      if (name != null && resource.kind().id().equals(maker.kind())) {
        addresses.put(name, resource.address());
      }
    }
    return addresses;
  }

  private void add(ResourceKind kind, Map<String, String> makers, Map<String, List<Made>> made) {
    for (LiveRow row : things.rows(kind)) {
      String address = makers.get(String.valueOf(row.maker()));
      if (address != null) {
        Map<String, Value> documents = Map.of("", row.document());
        made.computeIfAbsent(address, a -> new ArrayList<>())
            .add(new Made(kind, row.liveId(), Lens.decode(kind.shape(), documents, things.api())));
      }
    }
  }
}
