package io.plumbline.live.aws;

import static io.plumbline.spi.AuditLog.Effect.CHANGES;
import static io.plumbline.spi.AuditLog.Effect.MAKES;
import static io.plumbline.spi.AuditLog.Effect.REMOVES;
import static io.plumbline.spi.AuditLog.Effect.TAGS;

import io.plumbline.spi.AuditLog.Effect;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a call of AWS may do to what it names, by the verb that its name begins with. A call that
 * only makes something does nothing to the other things that it names: the network of a new node.
 */
final class CallEffects {
  private static final Map<String, Set<Effect>> BY_VERB = new TreeMap<>();

  static {
    verbs(Set.of(MAKES), "Create", "Run", "Allocate", "Request", "Copy", "Purchase", "Restore");
    verbs(
        Set.of(MAKES, CHANGES),
        "CreateOrUpdate",
        "Put",
        "Authorize",
        "Add",
        "Attach",
        "Associate",
        "Register",
        "Enable",
        "Import");
    verbs(
        Set.of(REMOVES, CHANGES),
        "Delete",
        "Terminate",
        "Revoke",
        "Remove",
        "Detach",
        "Disassociate",
        "Deregister",
        "Release",
        "Cancel",
        "Disable",
        "Schedule");
    verbs(Set.of(MAKES, CHANGES, REMOVES), "Change", "Replace");
  }

  private CallEffects() {}

  private static void verbs(Set<Effect> effects, String... verbs) {
    for (String verb : verbs) {
      BY_VERB.put(verb, effects);
    }
  }

  static Set<Effect> of(String name) {
    if (name.contains("Tag")) {
      return Set.of(TAGS);
    }
    // A new version is a change of what it is a version of.
    return name.startsWith("Create") && name.endsWith("Version")
        ? Set.of(MAKES, CHANGES)
        : verb(name);
  }

  /** By the longest verb; what has none of these changes what it names. */
  private static Set<Effect> verb(String name) {
    return BY_VERB.entrySet().stream()
        .filter(each -> name.startsWith(each.getKey()))
        .reduce((shorter, longer) -> longer)
        .map(Map.Entry::getValue)
        .orElse(Set.of(CHANGES));
  }
}
