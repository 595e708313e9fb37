package io.plumbline.live.azure;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A read of Azure, as kinds write it. All of Azure is read by the same few requests, so that none
 * needs code of its own:
 *
 * <ul>
 *   <li>{@code Microsoft.Network/virtualNetworks}: all of a type, from Resource Graph; those that
 *       it left out, one by one by their ids
 *   <li>{@code Microsoft.Compute/virtualMachineScaleSets?$expand=userData}: things themselves, each
 *       key being the id of one, with what is only answered where it is asked for
 *   <li>{@code list Microsoft.Storage/storageAccounts/fileServices/default/shares}: the children of
 *       each key, which is a parent's id; without keys, all in the subscription
 *   <li>{@code each Microsoft.EventGrid/systemTopics/eventSubscriptions}: the children of all
 *       parents that Resource Graph knows, for types that it has not itself and a subscription
 *       cannot list
 *   <li>{@code get Microsoft.Storage/storageAccounts/managementPolicies/default}: the one child of
 *       that name of each key
 * </ul>
 *
 * Each may end in the version of the API that it is asked by: {@code @2025-01-01}.
 *
 * @param path the type, with fixed names where there is but one of a part
 * @param query what is asked for beside; empty for nothing
 * @param version of the API; null for the newest stable one
 */
record AzureOperation(Form form, String path, String query, @Nullable String version) {
  /** Names of parts of which there is but one. */
  private static final Set<String> FIXED = Set.of("default", "web");

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:(list|each|get) )?([A-Za-z][A-Za-z.]*(?:/[A-Za-z0-9]+)+)(?:\\?([$=A-Za-z]+))?"
              + "(?:@([0-9]{4}-[0-9-]+(?:-preview)?))?");

  /** How it is asked. */
  enum Form {
    GRAPH,
    ITSELF,
    LIST,
    EACH,
    GET
  }

  /** Null for what is none. */
  static @Nullable AzureOperation parse(String written) {
    Matcher parts = WRITTEN.matcher(written);
    if (!parts.matches()) {
      return null;
    }
    String query = parts.group(3) == null ? "" : parts.group(3);
    Form form =
        parts.group(1) != null
            ? Form.valueOf(parts.group(1).toUpperCase(Locale.ROOT))
            : query.isEmpty() ? Form.GRAPH : Form.ITSELF;
    return new AzureOperation(form, parts.group(2), query, parts.group(4));
  }

  /** {@code Microsoft.Storage/storageAccounts/managementPolicies}: without fixed names. */
  String type() {
    StringBuilder type = new StringBuilder();
    String[] parts = path.split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      if (!FIXED.contains(parts[i])) {
        type.append(i == 0 ? "" : "/").append(parts[i]);
      }
    }
    return type.toString();
  }

  /** What it is a child of: {@code Microsoft.EventGrid/systemTopics}. */
  String parentType() {
    return type().substring(0, type().lastIndexOf('/'));
  }

  /** The permission that it takes; a group's is called otherwise than its type. */
  String action() {
    return type().replace("Microsoft.Resources/", "Microsoft.Resources/subscriptions/") + "/read";
  }

  /** All that it takes: who asks for children of all parents, asks for those first. */
  Set<String> actions() {
    return form == Form.EACH ? Set.of(action(), parentType() + "/read") : Set.of(action());
  }

  /** What comes behind the subscription's id: groups stand in it, all else in its provider. */
  String inSubscription() {
    return type().equals("Microsoft.Resources/resourceGroups")
        ? "resourceGroups"
        : "providers/" + path;
  }

  /** What comes behind a parent's id of this type: {@code fileServices/default/shares}. */
  String below(String parentType) {
    String start = parentType + "/";
    return path.regionMatches(true, 0, start, 0, start.length())
        ? path.substring(start.length())
        : "providers/" + path; // it stands on things of other providers
  }
}
