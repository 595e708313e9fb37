package io.plumbline.arm;

import com.azure.resourcemanager.resources.fluent.models.DeploymentStackInner;
import com.azure.resourcemanager.resources.models.ActionOnUnmanage;
import com.azure.resourcemanager.resources.models.DenySettings;
import com.azure.resourcemanager.resources.models.DenySettingsMode;
import com.azure.resourcemanager.resources.models.DeploymentStacksDeleteDetachEnum;
import com.azure.resourcemanager.resources.models.ResourceReference;
import io.plumbline.graph.ResourceGraph;
import java.util.List;

/**
 * A deployment stack as we want it: what leaves the template is deleted, or let go where it cannot
 * be ({@link LettingGo}), and where something in it is protected, nobody deletes anything of it but
 * through the stack.
 */
final class StackDocument {
  private StackDocument() {}

  static DeploymentStackInner of(ArmTemplate template, ResourceGraph graph) {
    return new DeploymentStackInner()
        .withTemplate(template.json())
        .withParameters(template.parameters())
        .withActionOnUnmanage(
            new ActionOnUnmanage()
                .withResources(DeploymentStacksDeleteDetachEnum.DELETE)
                .withResourceGroups(DeploymentStacksDeleteDetachEnum.DELETE))
        .withDenySettings(new DenySettings().withMode(mode(graph)).withApplyToChildScopes(false));
  }

  static DenySettingsMode mode(ResourceGraph graph) {
    return graph.resources().stream().anyMatch(each -> each.isOurs() && each.keep())
        ? DenySettingsMode.DENY_DELETE
        : DenySettingsMode.NONE;
  }

  /** Ids of all that the stack holds. */
  static List<String> held(DeploymentStackInner stack) {
    return stack.resources() == null
        ? List.of()
        : stack.resources().stream().map(ResourceReference::id).toList();
  }
}
