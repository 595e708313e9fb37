package io.plumbline.azure.standin;

import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes things away, where nothing else needs them. */
final class Deletion {
  private final World world;
  private final Faults faults;

  Deletion(World world, Faults faults) {
    this.world = world;
    this.faults = faults;
  }

  /** One thing; a group goes with all that is in it. */
  void one(ResourceId id) {
    faults.requireLeave(id, "delete");
    Obj there = world.find(id);
    if (there == null) {
      return;
    }
    if (Types.isNeverDeleted(id)) {
      throw new Refusal(
          400,
          "DisallowedResourceOperation",
          "The operation 'delete' on resource type '"
              + id.type().substring(id.type().indexOf('/') + 1)
              + "' is disallowed.");
    }
    String user = id.isGroup() ? null : user(id);
    if (user != null) {
      throw new Refusal(
          409,
          "InUseResourceCannotBeDeleted",
          "Resource " + id + " is in use by " + user + " and cannot be deleted.");
    }
    requireUnlocked(id);
    world.remove(id);
  }

  /** In turns: what another of them needs goes after it. Groups go last, and only empty. */
  void all(List<ResourceId> ids) {
    List<ResourceId> open = new ArrayList<>(ids.stream().filter(id -> !id.isGroup()).toList());
    Refusal last = null;
    int before = -1;
    while (!open.isEmpty() && open.size() != before) {
      before = open.size();
      for (ResourceId each : List.copyOf(open).reversed()) {
        try {
          one(each);
          open.remove(each);
        } catch (Refusal e) {
          last = e;
        }
      }
    }
    if (!open.isEmpty() && last != null) {
      throw new Refusal(
          409,
          "DeploymentStackDeleteResourcesFailed",
          "One or more resources could not be deleted.",
          List.of(last.error()));
    }
    for (ResourceId each : ids) {
      if (each.isGroup() && world.inside(each).isEmpty()) {
        one(each);
      }
    }
  }

  /** Only networks and machines mind. */
  private @Nullable String user(ResourceId id) {
    String type = id.type().toLowerCase(Locale.ROOT);
    return type.startsWith("microsoft.network/") || type.startsWith("microsoft.compute/")
        ? world.user(id)
        : null;
  }

  private void requireUnlocked(ResourceId id) {
    for (Obj lock : world.all()) {
      ResourceId at = ResourceId.parse(String.valueOf(Docs.text(lock, "id")));
      if (at != null
          && at.type().equalsIgnoreCase("Microsoft.Authorization/locks")
          && !id.type().equalsIgnoreCase(at.type())) {
        String scope = at.scope().toLowerCase(Locale.ROOT);
        if (id.key().equals(scope)
            || id.key().startsWith(scope + "/")
            || scope.startsWith(id.key() + "/")) {
          throw new Refusal(
              409,
              "ScopeLocked",
              "The scope '"
                  + id
                  + "' cannot perform delete operation because following scope(s) are locked: '"
                  + at.scope()
                  + "'. Please remove the lock and try again.");
        }
      }
    }
  }
}
