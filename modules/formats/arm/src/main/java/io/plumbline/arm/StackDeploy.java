package io.plumbline.arm;

import com.azure.core.management.polling.PollResult;
import com.azure.core.util.polling.PollResponse;
import com.azure.core.util.polling.SyncPoller;
import com.azure.resourcemanager.resources.ResourceManager;
import com.azure.resourcemanager.resources.fluent.models.DeploymentStackInner;
import com.azure.resourcemanager.resources.models.DeploymentStackProvisioningState;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.spi.Engine.Progress;
import io.plumbline.spi.EngineException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries one template out as a deployment stack. */
final class StackDeploy {
  private final ResourceManager azure;
  private final DeploymentScope scope;
  private final String name;
  private final ArmAddresses addresses;
  private final Waiting waiting;

  StackDeploy(
      ResourceManager azure,
      DeploymentScope scope,
      String name,
      ArmAddresses addresses,
      Waiting waiting) {
    this.azure = azure;
    this.scope = scope;
    this.name = name;
    this.addresses = addresses;
    this.waiting = waiting;
  }

  /**
   * Deploys it, and tells what happens.
   *
   * @param graph all that is wanted, which says whether the stack protects it
   * @return ids of all that the stack holds then
   */
  List<String> run(ArmTemplate template, ResourceGraph graph, Progress progress) {
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
    return StackDocument.held(stack);
  }

  /** Deletes the stack with all that it holds. */
  void remove() {
    waiting.end(scope.delete(name));
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
