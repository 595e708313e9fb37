package io.plumbline.live.azure;

import io.plumbline.model.Site;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The custom role that lets a check read, and nothing more: for {@code az role definition create}.
 * It is assigned at the subscription, since what may not be seen there would be missed. Actions are
 * those of the resource providers' operations: a type and {@code /read}.
 */
final class ReadRole {
  private ReadRole() {}

  static String of(Site site, SortedMap<String, Set<String>> reads) {
    SortedSet<String> actions = new TreeSet<>();
    actions.add("Microsoft.Authorization/permissions/read");
    actions.add("Microsoft.ResourceGraph/resources/read");
    actions.add("Microsoft.Resources/subscriptions/providers/read");
    actions.add("Microsoft.Resources/subscriptions/resources/read");
    for (String each : reads.keySet()) {
      AzureOperation operation = AzureOperation.parse(each);
      if (operation != null) {
        actions.addAll(operation.actions());
      }
    }
    String subscription = site.setting("subscription", "SUBSCRIPTION");
    return JsonWriter.pretty(
            Value.object(
                "Name", Value.text("Plumbline drift check of " + site.name()),
                "IsCustom", Value.flag(true),
                "Description", Value.text("Reads what Plumbline compares, and changes nothing."),
                "Actions", Value.texts(actions.stream().toList()),
                "NotActions", Value.list(),
                "DataActions", Value.list(),
                "NotDataActions", Value.list(),
                "AssignableScopes", Value.list(Value.text("/subscriptions/" + subscription))))
        + "\n";
  }
}
