package io.plumbline.azure.standin;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.Locale;
import java.util.Set;

/** What a resource leads to must be there before it. */
final class References {
  /** What comes with a subscription, and is in no document. */
  private static final Set<String> GIVEN =
      Set.of(
          "microsoft.authorization/roledefinitions", "microsoft.authorization/policydefinitions");

  /** What an app is told is text to Azure, whatever it says. */
  private static final Set<String> TEXTS = Set.of("microsoft.web/sites/config");

  private References() {}

  static void check(World world, ResourceId id, Obj body) {
    ResourceId group = id.group();
    if (group != null && world.find(group) == null) {
      throw new Refusal(
          404,
          "ResourceGroupNotFound",
          "Resource group '" + group.name() + "' could not be found.");
    }
    ResourceId parent = id.parent();
    if (parent != null && !isService(parent) && world.find(parent) == null) {
      throw new Refusal(
          404,
          "ParentResourceNotFound",
          "Can not perform requested operation on nested resource. Parent resource '"
              + parent.name()
              + "' not found.");
    }
    ResourceId on = ResourceId.parse(id.scope());
    if (on != null && !on.isGroup() && world.find(on) == null) {
      throw Refusal.notFound(on.toString());
    }
    if (Types.isSpec(id.type()) || TEXTS.contains(id.type().toLowerCase(Locale.ROOT))) {
      return; // what a template that is kept leads to is not there yet
    }
    String own = id.key();
    Docs.texts(
        body,
        "",
        (path, text) -> {
          require(world, own, id, path, text);
          return Value.text(text);
        });
  }

  /** A storage account has its services by itself. */
  private static boolean isService(ResourceId id) {
    return id.name().equals("default");
  }

  private static void require(World world, String own, ResourceId id, String path, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("/subscriptions/") || lower.startsWith(own + "/")) {
      return;
    }
    ResourceId target = ResourceId.parse(text);
    if (target == null || GIVEN.contains(target.type().toLowerCase(Locale.ROOT))) {
      return;
    }
    if (world.find(target) == null) {
      throw new Refusal(
          400,
          "InvalidResourceReference",
          "Resource "
              + text
              + " referenced by resource "
              + id
              + " (at "
              + path.substring(1)
              + ") was not found. Please make sure that the referenced resource exists, and that"
              + " both resources are in the same region.");
    }
  }
}
