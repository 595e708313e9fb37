package io.plumbline.arm;

import com.azure.resourcemanager.resources.fluent.models.DeploymentStackInner;
import io.plumbline.azure.client.AzureClients;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.spi.Engine.Progress;
import io.plumbline.spi.Engine.Workspace;
import io.plumbline.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes room for what is made anew. The stack is deployed without it: so the stack itself deletes
 * what it protects from everybody else, and what referred to it has let go by then. What is no part
 * of the stack is deleted after that.
 */
final class Room {
  private final Workspace workspace;
  private final AzureClients clients;
  private final SpecStore specs;
  private final StackDeploy deploy;

  Room(Workspace workspace, AzureClients clients, SpecStore specs, StackDeploy deploy) {
    this.workspace = workspace;
    this.clients = clients;
    this.specs = specs;
    this.deploy = deploy;
  }

  /**
   * Makes it.
   *
   * @param before null where there is no stack yet
   * @param ids of what is there of it, by address
   */
  void make(
      Replacement replacement,
      @Nullable DeploymentStackInner before,
      Map<String, String> ids,
      Progress progress) {
    replacement.gone().forEach(each -> progress.say(each + ": deleting, to be made anew"));
    if (replacement.rest().resources().stream().anyMatch(Resource::isOurs)) {
      deploy(replacement.rest(), progress);
    } else if (before != null) {
      deploy.remove();
    }
    Set<String> held = new HashSet<>();
    if (before != null) {
      StackDocument.held(before).forEach(id -> held.add(id.toLowerCase(Locale.ROOT)));
    }
    for (String address : List.copyOf(replacement.gone()).reversed()) {
      String id = ids.get(address);
      if (id != null
          && !held.contains(id.toLowerCase(Locale.ROOT))
          && !Lasting.isNeverDeleted(id)) {
        delete(id, ArmType.of(workspace.graph().get(address).kind()));
      }
    }
  }

  private void deploy(ResourceGraph rest, Progress progress) {
    Map<String, Value.Obj> files =
        new Templates(new ArmGraph(rest), workspace.target(), Bounds.STANDARD).files();
    ArmTemplate template = ArmTemplate.of(files, workspace);
    specs.put(template, progress);
    deploy.run(template, workspace.graph(), progress);
  }

  /** A group that is not the stack's is never deleted: who knows what stands in it. */
  private void delete(String id, ArmType type) {
    if (!type.isGroup()) {
      clients.rest().delete(id + "?api-version=" + type.version());
    }
  }
}
