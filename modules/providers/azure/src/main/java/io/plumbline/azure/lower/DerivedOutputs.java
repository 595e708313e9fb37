package io.plumbline.azure.lower;

import io.plumbline.graph.Raw;
import io.plumbline.graph.Resource;
import io.plumbline.model.Component;
import io.plumbline.model.ParallelFiles;
import io.plumbline.model.SharedFiles;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Outputs that Azure does not answer, and that follow from what is known: they are written out
 * where they are referred to.
 */
final class DerivedOutputs {
  private final Map<Value.Ref, Value> known = new HashMap<>();

  DerivedOutputs(List<Component> components, Place place) {
    for (Component component : components) {
      switch (component) {
        case SharedFiles files ->
            known.put(
                new Value.Ref(files.id(), "dnsName"),
                SharedFilesParts.host(new Parts(place, files)));
        case ParallelFiles files ->
            known.put(new Value.Ref(files.id(), "mountName"), ParallelFilesParts.MOUNT_NAME);
        default -> {}
      }
    }
  }

  Resource in(Resource resource) {
    if (known.isEmpty()) {
      return resource;
    }
    return resource
        .withAttributes((Value.Obj) written(resource.attributes()))
        .withRaw(
            resource.raw().stream()
                .map(r -> new Raw(r.dialect(), r.path(), written(r.value()), r.because()))
                .toList());
  }

  private Value written(Value value) {
    return References.replace(value, ref -> known.getOrDefault(ref, ref));
  }
}
