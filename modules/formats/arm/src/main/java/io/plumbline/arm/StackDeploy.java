package io.plumbline.arm;

import com.azure.core.management.polling.PollResult;
import com.azure.core.util.polling.PollResponse;
import com.azure.core.util.polling.SyncPoller;
import com.azure.resourcemanager.resources.ResourceManager;
import com.azure.resourcemanager.resources.fluent.models.DeploymentStackInner;
import com.azure.resourcemanager.resources.models.DenySettings;
import com.azure.resourcemanager.resources.models.DenySettingsMode;
import com.azure.resourcemanager.resources.models.DeploymentStackProvisioningState;
import io.plumbline.azure.client.AzureClients;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.spi.Engine.Progress;
import io.plumbline.spi.EngineException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries one template out as a deployment stack. */
final class StackDeploy {
  private final AzureClients clients;
  private final ResourceManager azure;
  private final DeploymentScope scope;
  private final String name;
  private final ArmAddresses addresses;
  private final Waiting waiting;

  StackDeploy(
      AzureClients clients,
      ResourceManager azure,
      DeploymentScope scope,
      String name,
      ArmAddresses addresses,
      Waiting waiting) {
    this.clients = clients;
    this.azure = azure;
    this.scope = scope;
    this.name = name;
    this.addresses = addresses;
    this.waiting = waiting;
  }

  /**
   * Azure replaces nothing: what cannot be changed in place goes first. The stack lets go of its
   * hold for that long.
   */
  void makeRoom(DeploymentStackInner stack, List<String> replaced, Progress progress) {
    if (replaced.isEmpty()) {
      return;
    }
    if (!DenySettingsMode.NONE.equals(stack.denySettings().mode())) {
      DeploymentStackInner open = new DeploymentStackInner();
      open.withTemplate(scope.template(name).template())
          .withParameters(stack.parameters())
          .withActionOnUnmanage(stack.actionOnUnmanage())
          .withDenySettings(new DenySettings().withMode(DenySettingsMode.NONE));
      waiting.end(scope.put(name, open));
    }
    for (String id : replaced.reversed()) {
      Resource resource = addresses.find(id);
      if (resource != null) {
        progress.say(resource.address() + ": deleting, to be made anew");
        clients.rest().delete(id + "?api-version=" + ArmType.of(resource.kind()).version());
      }
    }
  }

  /**
   * Deploys it, and tells what happens.
   *
   * @return live ids by address
   */
  Map<String, String> run(ArmTemplate template, ResourceGraph graph, Progress progress) {
    StackProgress told = new StackProgress(azure, addresses, progress);
    SyncPoller<PollResult<DeploymentStackInner>, DeploymentStackInner> poller =
        scope.put(name, StackDocument.of(template, graph));
    PollResponse<PollResult<DeploymentStackInner>> last = poller.poll();
    while (!last.getStatus().isComplete()) {
      told.look(scope.get(name).deploymentId());
      waiting.take();
      last = poller.poll();
    }
    DeploymentStackInner stack = scope.get(name);
    told.look(stack.deploymentId());
    if (!DeploymentStackProvisioningState.SUCCEEDED.equals(stack.provisioningState())) {
      throw failed(stack, told.failure());
    }
    return addresses.ids(StackDocument.held(stack));
  }

  private static EngineException failed(DeploymentStackInner stack, @Nullable String failure) {
    String cause =
        failure != null
            ? failure
            : stack.error() == null
                ? "the stack is " + stack.provisioningState()
                : ArmFailure.of(stack.error());
    return new EngineException(
        "Azure failed: "
            + cause
            + "\nWhat was made before that stays. Mend the cause, and deploy again.");
  }
}
