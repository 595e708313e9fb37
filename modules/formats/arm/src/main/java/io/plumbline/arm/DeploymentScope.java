package io.plumbline.arm;

import com.azure.core.management.polling.PollResult;
import com.azure.core.util.Context;
import com.azure.core.util.polling.SyncPoller;
import com.azure.resourcemanager.resources.ResourceManager;
import com.azure.resourcemanager.resources.fluent.DeploymentStacksClient;
import com.azure.resourcemanager.resources.fluent.DeploymentsClient;
import com.azure.resourcemanager.resources.fluent.models.DeploymentInner;
import com.azure.resourcemanager.resources.fluent.models.DeploymentStackInner;
import com.azure.resourcemanager.resources.fluent.models.DeploymentValidateResultInner;
import com.azure.resourcemanager.resources.fluent.models.WhatIfOperationResultInner;
import com.azure.resourcemanager.resources.models.DeploymentWhatIf;
import com.azure.resourcemanager.resources.models.UnmanageActionManagementGroupMode;
import com.azure.resourcemanager.resources.models.UnmanageActionResourceGroupMode;
import com.azure.resourcemanager.resources.models.UnmanageActionResourceMode;

/** Where a stack is deployed to, and what Azure can be asked to do there. */
sealed interface DeploymentScope {

  SyncPoller<PollResult<DeploymentValidateResultInner>, DeploymentValidateResultInner> validate(
      String name, DeploymentInner deployment);

  SyncPoller<PollResult<WhatIfOperationResultInner>, WhatIfOperationResultInner> whatIf(
      String name, DeploymentWhatIf deployment);

  SyncPoller<PollResult<DeploymentStackInner>, DeploymentStackInner> put(
      String name, DeploymentStackInner stack);

  /** Deletes the stack with all that it holds. */
  SyncPoller<PollResult<Void>, Void> delete(String name);

  DeploymentStackInner get(String name);

  /** The artefact of its own that the SDK has for stacks speaks the same, and is younger. */
  @SuppressWarnings("deprecation")
  static DeploymentStacksClient stacks(ResourceManager azure) {
    return azure.deploymentStackClient().getDeploymentStacks();
  }

  static DeploymentsClient deployments(ResourceManager azure) {
    return azure.deploymentClient().getDeployments();
  }

  /** A subscription: the resource group is a part of the stack. */
  record Subscription(ResourceManager azure, String location) implements DeploymentScope {
    @Override
    public SyncPoller<PollResult<DeploymentValidateResultInner>, DeploymentValidateResultInner>
        validate(String name, DeploymentInner deployment) {
      return deployments(azure)
          .beginValidateAtSubscriptionScope(name, deployment.withLocation(location));
    }

    @Override
    public SyncPoller<PollResult<WhatIfOperationResultInner>, WhatIfOperationResultInner> whatIf(
        String name, DeploymentWhatIf deployment) {
      return deployments(azure)
          .beginWhatIfAtSubscriptionScope(name, deployment.withLocation(location));
    }

    @Override
    public SyncPoller<PollResult<DeploymentStackInner>, DeploymentStackInner> put(
        String name, DeploymentStackInner stack) {
      return stacks(azure).beginCreateOrUpdateAtSubscription(name, stack.withLocation(location));
    }

    @Override
    public SyncPoller<PollResult<Void>, Void> delete(String name) {
      return stacks(azure)
          .beginDeleteAtSubscription(
              name,
              UnmanageActionResourceMode.DELETE,
              UnmanageActionResourceGroupMode.DELETE,
              UnmanageActionManagementGroupMode.DETACH,
              null,
              Context.NONE);
    }

    @Override
    public DeploymentStackInner get(String name) {
      return stacks(azure).getAtSubscription(name);
    }
  }

  /** A resource group that is there already. */
  record Group(ResourceManager azure, String group) implements DeploymentScope {
    @Override
    public SyncPoller<PollResult<DeploymentValidateResultInner>, DeploymentValidateResultInner>
        validate(String name, DeploymentInner deployment) {
      return deployments(azure).beginValidate(group, name, deployment);
    }

    @Override
    public SyncPoller<PollResult<WhatIfOperationResultInner>, WhatIfOperationResultInner> whatIf(
        String name, DeploymentWhatIf deployment) {
      return deployments(azure).beginWhatIf(group, name, deployment);
    }

    @Override
    public SyncPoller<PollResult<DeploymentStackInner>, DeploymentStackInner> put(
        String name, DeploymentStackInner stack) {
      return stacks(azure).beginCreateOrUpdateAtResourceGroup(group, name, stack);
    }

    @Override
    public SyncPoller<PollResult<Void>, Void> delete(String name) {
      return stacks(azure)
          .beginDelete(
              group,
              name,
              UnmanageActionResourceMode.DELETE,
              UnmanageActionResourceGroupMode.DETACH,
              UnmanageActionManagementGroupMode.DETACH,
              null,
              Context.NONE);
    }

    @Override
    public DeploymentStackInner get(String name) {
      return stacks(azure).getByResourceGroup(group, name);
    }
  }
}
