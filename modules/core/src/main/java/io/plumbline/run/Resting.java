package io.plumbline.run;

import io.plumbline.graph.ResourceGraph;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A release, held against what the files of today say to be out of service: who notes a machine as
 * in repair waits for no deploy until checks leave it alone. It is not asked, and what stands on it
 * is not compared; who reads the report is told of it.
 *
 * @param expected what of the release is expected now
 * @param words what was left out, with the reasons; empty where nothing was
 */
record Resting(ResourceGraph expected, String words) {
  static Resting of(ResourceGraph released, ResourceGraph today) {
    Map<String, String> here = new LinkedHashMap<>(today.resting());
    here.keySet().removeIf(address -> released.find(address) == null);
    if (here.isEmpty()) {
      return new Resting(released, "");
    }
    String list =
        here.entrySet().stream()
            .map(each -> each.getKey() + " (" + each.getValue() + ")")
            .collect(Collectors.joining(", "));
    return new Resting(released.without(here.keySet()), ", without " + list);
  }
}
