package io.plumbline.drift;

import io.plumbline.graph.Resource;
import io.plumbline.value.SmallMap;
import io.plumbline.value.Value;
import java.util.Map;

/**
 * What stands in the live environment at one address of the design.
 *
 * @param resource with the attributes that were read; those that could not be are {@link
 *     Value.Unknown}. Of what is not ours, no attributes are read
 * @param liveId what the provider calls it
 * @param outputs what others may refer to
 * @param documents what it was read from, by document name
 */
public record Observed(
    Resource resource, String liveId, Map<String, String> outputs, Map<String, Value> documents) {
  public Observed {
    outputs = SmallMap.copyOf(outputs);
    documents = SmallMap.copyOf(documents);
  }
}
