package io.plumbline.azure.standin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a deployment works.
 *
 * @param group name of the resource group; null at the scope of the subscription
 */
record Scope(String subscription, @Nullable String group) {
  static Scope of(String path) {
    String[] parts = path.split("/", -1);
    return new Scope(parts[2], parts.length > 4 ? parts[4] : null);
  }

  /** {@code /subscriptions/S}, or with the group. */
  String path() {
    String start = "/subscriptions/" + subscription;
    return group == null ? start : start + "/resourceGroups/" + group;
  }

  ResourceId resource(String type, List<String> names) {
    return type.equalsIgnoreCase(ResourceId.GROUP)
        ? new ResourceId("/subscriptions/" + subscription, ResourceId.GROUP, names)
        : new ResourceId(path(), type, names);
  }

  ResourceId deployment(String name) {
    return new ResourceId(path(), "Microsoft.Resources/deployments", List.of(name));
  }
}
