package io.plumbline.azure.standin;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What deployments did, resource by resource, while they did it. Safe for several threads. */
final class Operations {
  private final Map<String, Map<String, Obj>> byDeployment = new LinkedHashMap<>();

  /** Tells of one resource: running, succeeded or failed. */
  synchronized void tell(
      ResourceId deployment, ResourceId target, String state, @Nullable Obj error) {
    String id =
        Computed.guid(target.key())
            .replace("-", "")
            .substring(0, 16)
            .toUpperCase(java.util.Locale.ROOT);
    Map<String, Value> properties = new LinkedHashMap<>();
    properties.put("provisioningOperation", Value.text("Create"));
    properties.put("provisioningState", Value.text(state));
    properties.put("statusCode", Value.text(error == null ? "OK" : "Conflict"));
    if (error != null) {
      properties.put("statusMessage", Value.object("status", Value.text("Failed"), "error", error));
    }
    properties.put(
        "targetResource",
        Value.object(
            "id", Value.text(target.toString()),
            "resourceType", Value.text(target.type()),
            "resourceName", Value.text(String.join("/", target.names()))));
    byDeployment
        .computeIfAbsent(deployment.key(), key -> new LinkedHashMap<>())
        .put(
            id,
            Value.object(
                "id", Value.text(deployment + "/operations/" + id),
                "operationId", Value.text(id),
                "properties", new Obj(properties)));
  }

  synchronized List<Obj> of(ResourceId deployment) {
    return new ArrayList<>(byDeployment.getOrDefault(deployment.key(), Map.of()).values());
  }

  /** Forgets what the last run of a deployment did. */
  synchronized void clear(ResourceId deployment) {
    byDeployment.remove(deployment.key());
  }
}
