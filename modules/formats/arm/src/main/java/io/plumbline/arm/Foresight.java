package io.plumbline.arm;

import com.azure.resourcemanager.resources.fluent.models.DeploymentInner;
import com.azure.resourcemanager.resources.fluent.models.DeploymentStackInner;
import com.azure.resourcemanager.resources.fluent.models.WhatIfOperationResultInner;
import com.azure.resourcemanager.resources.models.DeploymentMode;
import com.azure.resourcemanager.resources.models.DeploymentProperties;
import com.azure.resourcemanager.resources.models.DeploymentWhatIf;
import com.azure.resourcemanager.resources.models.DeploymentWhatIfProperties;
import io.plumbline.spi.Engine.Action;
import io.plumbline.spi.Engine.Change;
import io.plumbline.spi.Engine.Progress;
import io.plumbline.spi.Engine.Workspace;
import io.plumbline.spi.EngineException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks Azure what a deployment would do: whether it takes the template, and what it changes. */
final class Foresight {
  private final Workspace workspace;
  private final DeploymentScope scope;
  private final String name;
  private final ArmAddresses addresses;
  private final Waiting waiting;

  Foresight(
      Workspace workspace,
      DeploymentScope scope,
      String name,
      ArmAddresses addresses,
      Waiting waiting) {
    this.workspace = workspace;
    this.scope = scope;
    this.name = name;
    this.addresses = addresses;
    this.waiting = waiting;
  }

  /** A template that Azure would not take is told before anything is foreseen of it. */
  void validate(ArmTemplate template) {
    waiting.end(
        scope.validate(
            name,
            new DeploymentInner()
                .withProperties(
                    new DeploymentProperties()
                        .withMode(DeploymentMode.INCREMENTAL)
                        .withTemplate(template.json())
                        .withParameters(template.parameters()))));
  }

  /**
   * What Azure foresees.
   *
   * @param replacement what has to go first
   * @param there ids of what is made anew, by address
   */
  record Foreseen(List<Change> changes, Replacement replacement, Map<String, String> there) {}

  Foreseen of(ArmTemplate template, @Nullable DeploymentStackInner stack, Progress progress) {
    DeploymentWhatIfProperties properties = new DeploymentWhatIfProperties();
    properties
        .withMode(DeploymentMode.INCREMENTAL)
        .withTemplate(template.json())
        .withParameters(template.parameters());
    WhatIfOperationResultInner result =
        waiting.end(scope.whatIf(name, new DeploymentWhatIf().withProperties(properties)));
    if (result.error() != null) {
      throw new EngineException("Azure cannot foresee it: " + ArmFailure.of(result.error()));
    }
    WhatIfReader reader = new WhatIfReader(addresses, progress);
    reader.read(result.changes() == null ? List.of() : result.changes());
    requirePossible(reader.refused());
    reader.left(stack == null ? List.of() : StackDocument.held(stack));
    Replacement replacement = Replacement.of(workspace.graph(), reader.replaced());
    reader.goes(replacement.gone());
    replacement.lettingGo().forEach(reader::letsGo);
    Map<String, String> there = new LinkedHashMap<>();
    for (Change each : reader.changes()) {
      String id = reader.declared().get(each.address());
      if (each.action() == Action.REPLACE && id != null) {
        there.put(each.address(), id);
      }
    }
    return new Foreseen(reader.changes(), replacement, there);
  }

  private static void requirePossible(Set<String> refused) {
    if (!refused.isEmpty()) {
      throw new EngineException(
          String.join(", ", refused)
              + " can be neither changed nor made anew: Resource Manager takes a key that is there"
              + " as it is. Say it as it is, or give what you want another id: a new key is made,"
              + " and the old one stays for what it has encrypted");
    }
  }
}
