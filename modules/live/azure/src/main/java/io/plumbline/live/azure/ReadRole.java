package io.plumbline.live.azure;

import io.plumbline.model.Site;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The custom role that lets a check read, and nothing more: for {@code az role definition create}.
 * It is assigned at the subscription, since what may not be seen there would be missed. Actions are
 * those of the resource providers' operations: a type and {@code /read}. Where the site keeps its
 * state in a container, a check reads release records there, which is an action on data. Source:
 * learn.microsoft.com, List Blobs and Get Blob, Permissions; read 2026-11.
 */
final class ReadRole {
  private static final String READ_BLOBS =
      "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read";

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
    String account = site.setting("state.storage-account");
    String subscription = site.setting("subscription", "SUBSCRIPTION");
    return JsonWriter.pretty(
            Value.object(
                "Name", Value.text("Plumbline drift check of " + site.name()),
                "IsCustom", Value.flag(true),
                "Description", Value.text(description(site, account)),
                "Actions", Value.texts(actions.stream().toList()),
                "NotActions", Value.list(),
                "DataActions", account == null ? Value.list() : Value.texts(List.of(READ_BLOBS)),
                "NotDataActions", Value.list(),
                "AssignableScopes", Value.list(Value.text("/subscriptions/" + subscription))))
        + "\n";
  }

  /** A role's scopes are for all its actions alike: where those on data are needed, it says. */
  private static String description(Site site, @Nullable String account) {
    String plain = "Reads what Plumbline compares, and changes nothing.";
    return account == null
        ? plain
        : plain
            + " Its data action is for container "
            + site.setting("state.container", "CONTAINER")
            + " of storage account "
            + account
            + " alone: to let it read no other blobs, leave it out, and assign Storage Blob Data"
            + " Reader on that container.";
  }
}
