package io.plumbline.arm;

import com.azure.core.management.exception.ManagementError;
import com.azure.core.management.exception.ManagementException;
import com.azure.resourcemanager.resources.ResourceManager;
import com.azure.resourcemanager.resources.fluent.DeploymentOperationsClient;
import com.azure.resourcemanager.resources.fluent.models.DeploymentOperationInner;
import com.azure.resourcemanager.resources.models.DeploymentOperationProperties;
import com.azure.resourcemanager.resources.models.TargetResource;
import io.plumbline.spi.Engine.Progress;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what a deployment does while it does it, and keeps why it failed, if it did. */
final class StackProgress {
  private static final String NESTED = "Microsoft.Resources/deployments";

  private final DeploymentOperationsClient operations;
  private final ArmAddresses addresses;
  private final Progress progress;
  private final Set<String> told = new LinkedHashSet<>();
  private final Map<String, ManagementError> failures = new LinkedHashMap<>();

  StackProgress(ResourceManager azure, ArmAddresses addresses, Progress progress) {
    this.operations = azure.deploymentClient().getDeploymentOperations();
    this.addresses = addresses;
    this.progress = progress;
  }

  /** Tells what is new of a deployment, and of those inside it. */
  void look(@Nullable String deployment) {
    if (deployment == null) {
      return;
    }
    try {
      for (DeploymentOperationInner each : listed(deployment)) {
        DeploymentOperationProperties properties = each.properties();
        if (properties != null && properties.targetResource() != null) {
          tell(properties, properties.targetResource());
        }
      }
    } catch (ManagementException e) {
      // it is told of as soon as it is there
    }
  }

  private Iterable<DeploymentOperationInner> listed(String deployment) {
    String[] parts = deployment.split("/", -1);
    String name = parts[parts.length - 1];
    return parts[3].equalsIgnoreCase("resourceGroups")
        ? operations.listByResourceGroup(parts[4], name)
        : operations.listAtSubscriptionScope(name);
  }

  private void tell(DeploymentOperationProperties properties, TargetResource target) {
    String id = target.id();
    if (NESTED.equalsIgnoreCase(target.resourceType())) {
      look(id);
      return;
    }
    String state = String.valueOf(properties.provisioningState());
    ManagementError error =
        properties.statusMessage() == null ? null : properties.statusMessage().error();
    if (error != null && state.equals("Failed")) {
      failures.putIfAbsent(id, error);
    }
    if (told.add(id + " " + state)) {
      progress.say(
          addresses.address(id)
              + ": "
              + state.toLowerCase(Locale.ROOT)
              + (error == null ? "" : ": " + ArmFailure.cause(error).getMessage()));
    }
  }

  /** What went wrong first, in our words, with what to do; null where nothing did. */
  @Nullable String failure() {
    for (Map.Entry<String, ManagementError> each : failures.entrySet()) {
      ManagementError cause = ArmFailure.cause(each.getValue());
      return addresses.described(each.getKey())
          + ": "
          + cause.getCode()
          + ": "
          + cause.getMessage()
          + ArmFailure.fix(cause.getCode());
    }
    return null;
  }
}
