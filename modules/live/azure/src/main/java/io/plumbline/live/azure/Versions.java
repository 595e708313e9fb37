package io.plumbline.live.azure;

import io.plumbline.azure.client.ArmRest;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * By which version of its API a type is asked where the kind says none: the newest stable one that
 * its provider lists. Asked once for each provider.
 */
final class Versions {
  private static final String PROVIDERS = "2021-04-01";

  private final ArmRest rest;
  private final String subscription;
  private final Map<String, Obj> providers = new ConcurrentHashMap<>();

  Versions(ArmRest rest, String subscription) {
    this.rest = rest;
    this.subscription = subscription;
  }

  String of(AzureOperation operation) {
    String said = operation.version();
    return said == null ? newest(operation.type()) : said;
  }

  private String newest(String type) {
    int slash = type.indexOf('/');
    String inside = type.substring(slash + 1);
    Obj provider = providers.computeIfAbsent(type.substring(0, slash), this::provider);
    if (provider.get("resourceTypes") instanceof Sequence types) {
      for (Value each : types.items()) {
        if (each instanceof Obj known && inside.equalsIgnoreCase(text(known.get("resourceType")))) {
          return stable(known).stream()
              .max(String::compareTo)
              .orElseThrow(() -> new IllegalStateException(type + " has no stable version"));
        }
      }
    }
    throw new IllegalStateException("the provider knows no " + type);
  }

  private Obj provider(String namespace) {
    return rest.get(
        "/subscriptions/" + subscription + "/providers/" + namespace + "?api-version=" + PROVIDERS);
  }

  private static List<String> stable(Obj type) {
    List<String> stable = new ArrayList<>();
    if (type.get("apiVersions") instanceof Sequence versions) {
      for (Value each : versions.items()) {
        String version = text(each).toLowerCase(Locale.ROOT);
        if (!version.endsWith("-preview")) {
          stable.add(version);
        }
      }
    }
    return stable;
  }

  private static String text(Value value) {
    return value instanceof Value.Text text ? text.value() : "";
  }
}
