package io.plumbline.azure.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a resource stands.
 *
 * @param scope what it is in or on: {@code /subscriptions/S/resourceGroups/R}, or another resource
 * @param type {@code Microsoft.Network/virtualNetworks/subnets}
 * @param names one for each part of the type behind the provider
 */
record ResourceId(String scope, String type, List<String> names) {
  static final String GROUP = "Microsoft.Resources/resourceGroups";
  private static final String PROVIDERS = "/providers/";

  ResourceId {
    names = List.copyOf(names);
  }

  /** The resource of this id; null for what is none. */
  static @Nullable ResourceId parse(String id) {
    int at = id.toLowerCase(Locale.ROOT).lastIndexOf(PROVIDERS);
    if (at < 0) {
      String[] parts = id.split("/", -1);
      return parts.length == 5 && parts[3].equalsIgnoreCase("resourceGroups")
          ? new ResourceId("/subscriptions/" + parts[2], GROUP, List.of(parts[4]))
          : null;
    }
    String[] parts = id.substring(at + PROVIDERS.length()).split("/", -1);
    if (parts.length < 3 || parts.length % 2 == 0) {
      return null;
    }
    StringBuilder type = new StringBuilder(parts[0]);
    List<String> names = new ArrayList<>();
    for (int i = 1; i < parts.length; i += 2) {
      type.append('/').append(parts[i]);
      names.add(parts[i + 1]);
    }
    return new ResourceId(id.substring(0, at), type.toString(), names);
  }

  boolean isGroup() {
    return type.equalsIgnoreCase(GROUP);
  }

  String name() {
    return names.get(names.size() - 1);
  }

  @Override
  public String toString() {
    if (isGroup()) {
      return scope + "/resourceGroups/" + names.get(0);
    }
    String[] types = type.split("/", -1);
    StringBuilder id = new StringBuilder(scope).append(PROVIDERS).append(types[0]);
    for (int i = 1; i < types.length; i++) {
      id.append('/').append(types[i]).append('/').append(names.get(i - 1));
    }
    return id.toString();
  }

  /** Equal for ids that Azure takes for the same. */
  String key() {
    return toString().toLowerCase(Locale.ROOT);
  }

  /** What a child is a child of; null for what stands by itself. */
  @Nullable ResourceId parent() {
    return names.size() < 2
        ? null
        : new ResourceId(
            scope, type.substring(0, type.lastIndexOf('/')), names.subList(0, names.size() - 1));
  }

  /** The last part of the type: {@code subnets}. */
  String collection() {
    return type.substring(type.lastIndexOf('/') + 1);
  }

  /** The group that it is in; null for what is in none. */
  @Nullable ResourceId group() {
    String[] parts = scope.split("/", -1);
    return parts.length >= 5 && parts[3].equalsIgnoreCase("resourceGroups")
        ? new ResourceId("/subscriptions/" + parts[2], GROUP, List.of(parts[4]))
        : null;
  }
}
