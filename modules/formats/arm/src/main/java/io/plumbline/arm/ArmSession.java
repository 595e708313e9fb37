package io.plumbline.arm;

import com.azure.core.management.exception.ManagementException;
import com.azure.resourcemanager.resources.ResourceManager;
import com.azure.resourcemanager.resources.fluent.models.DeploymentStackInner;
import com.azure.resourcemanager.resources.models.DeploymentParameter;
import com.azure.resourcemanager.resources.models.DeploymentStackProvisioningState;
import io.plumbline.azure.client.AzureClients;
import io.plumbline.files.Digest;
import io.plumbline.graph.LiveName;
import io.plumbline.graph.Resource;
import io.plumbline.model.Target;
import io.plumbline.spi.Engine.Action;
import io.plumbline.spi.Engine.Change;
import io.plumbline.spi.Engine.Plan;
import io.plumbline.spi.Engine.Progress;
import io.plumbline.spi.Engine.Workspace;
import io.plumbline.spi.EngineException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One plan or apply of one target. */
final class ArmSession {
  private static final int NOT_FOUND = 404;

  /** The most characters of a stack's name. */
  private static final int NAME = 90;

  private final Workspace workspace;
  private final AzureClients clients;
  private final ResourceManager azure;
  private final ArmAddresses addresses;
  private final DeploymentScope scope;
  private final String name;
  private final Waiting waiting;
  private final SpecStore specs;

  ArmSession(Workspace workspace, AzureClients clients) {
    Target target = workspace.target();
    this.workspace = workspace;
    this.clients = clients;
    this.azure =
        ResourceManager.authenticate(clients.pipeline(), clients.profile())
            .withSubscription(clients.subscription());
    this.addresses = new ArmAddresses(workspace.graph(), workspace.released());
    String group = target.site().setting("resource-group");
    this.scope =
        group == null
            ? new DeploymentScope.Subscription(azure, clients.location())
            : new DeploymentScope.Group(azure, group);
    this.name =
        LiveName.of(
            target.environment(), target.stack(), "plumbline-" + target.site().name(), NAME);
    this.waiting = new Waiting(clients.isLocal());
    this.specs = new SpecStore(clients, TemplateSpec.of(target));
  }

  Plan plan(Progress progress) {
    progress.say("arm: planning");
    DeploymentStackInner stack = find();
    boolean nothingWanted = workspace.graph().resources().stream().noneMatch(Resource::isOurs);
    if (nothingWanted) {
      return stack == null ? new Plan(List.of(), null) : planRemoval(stack, progress);
    }
    ArmTemplate template = ArmTemplate.of(workspace);
    specs.put(template, progress);
    Foresight foresight = new Foresight(workspace, scope, name, addresses, waiting);
    foresight.validate(template);
    List<Change> changes = foresight.of(template, stack, progress).changes();
    refuseProtected(changes);
    if (changes.isEmpty() && stack != null && isAsWanted(stack)) {
      return new Plan(List.of(), null);
    }
    return new Plan(
        changes, new ArmPlanFile(name, template.digest(), digest(changes)).write(workspace));
  }

  private Plan planRemoval(DeploymentStackInner stack, Progress progress) {
    WhatIfReader reader = new WhatIfReader(addresses, progress);
    reader.left(StackDocument.held(stack));
    refuseProtected(reader.changes());
    return new Plan(
        reader.changes(), new ArmPlanFile(name, "", digest(reader.changes())).write(workspace));
  }

  /** What has come into the stack since nobody has agreed to lose. */
  private void remove(ArmPlanFile planned, @Nullable DeploymentStackInner before) {
    if (before == null) {
      return;
    }
    WhatIfReader reader = new WhatIfReader(addresses, line -> {});
    reader.left(StackDocument.held(before));
    refuseProtected(reader.changes());
    if (!planned.foreseen().equals(digest(reader.changes()))) {
      throw new EngineException(
          "what stands in stack " + planned.stack() + " is not what was planned: plan again");
    }
    waiting.end(scope.delete(planned.stack()));
    sweep(before, Set.of());
  }

  /** Of the parts of what was deployed before, these alone are needed. */
  private void sweep(@Nullable DeploymentStackInner before, Set<String> versions) {
    DeploymentParameter group =
        before == null || before.parameters() == null
            ? null
            : before.parameters().get(TemplateSpec.GROUP);
    if (group != null) {
      specs.keepOnly(versions, String.valueOf(group.value()));
    }
  }

  private static String digest(List<Change> changes) {
    return Digest.of(changes.toString());
  }

  private boolean isAsWanted(DeploymentStackInner stack) {
    boolean denies = stack.denySettings().mode().equals(StackDocument.mode(workspace.graph()));
    return denies && DeploymentStackProvisioningState.SUCCEEDED.equals(stack.provisioningState());
  }

  private @Nullable DeploymentStackInner find() {
    try {
      return scope.get(name);
    } catch (ManagementException e) {
      if (e.getResponse().getStatusCode() == NOT_FOUND) {
        return null;
      }
      throw e;
    }
  }

  private void refuseProtected(List<Change> changes) {
    List<String> refused =
        changes.stream()
            .filter(each -> each.action() == Action.DELETE || each.action() == Action.REPLACE)
            .map(each -> workspace(each.address()))
            .filter(each -> each != null && each.keep())
            .map(
                each ->
                    each.address()
                        + (each.source() == null ? "" : " (" + each.source() + ")")
                        + " is protected, and this plan would delete or replace it. If that is"
                        + " meant, release it: --release "
                        + each.address())
            .toList();
    if (!refused.isEmpty()) {
      throw new EngineException(String.join("\n", refused));
    }
  }

  private @Nullable Resource workspace(String address) {
    Resource wanted = workspace.graph().find(address);
    return wanted != null ? wanted : workspace.released().find(address);
  }

  Map<String, String> apply(Plan plan, Progress progress) {
    Path file = plan.file();
    DeploymentStackInner before = find();
    if (file == null) {
      return before == null ? Map.of() : addresses.ids(StackDocument.held(before));
    }
    ArmPlanFile planned = ArmPlanFile.read(file);
    if (planned.removes()) {
      remove(planned, before);
      return Map.of();
    }
    ArmTemplate template = ArmTemplate.of(workspace);
    specs.put(template, progress);
    Foresight.Foreseen foreseen =
        new Foresight(workspace, scope, name, addresses, waiting).of(template, before, line -> {});
    requireCurrent(planned, template, digest(foreseen.changes()));
    StackDeploy deploy = new StackDeploy(azure, scope, name, addresses, waiting);
    if (!foreseen.replacement().isEmpty()) {
      new Room(workspace, clients, specs, deploy)
          .make(foreseen.replacement(), before, foreseen.there(), progress);
    }
    List<String> held = deploy.run(template, workspace.graph(), progress);
    sweep(before, template.linked().keySet());
    return addresses.ids(held);
  }

  private static void requireCurrent(ArmPlanFile planned, ArmTemplate template, String foreseen) {
    boolean sameTemplate = planned.template().equals(template.digest());
    if (!sameTemplate || !planned.foreseen().equals(foreseen)) {
      throw new EngineException(
          "the plan is out of date: "
              + (sameTemplate
                  ? "what is there has changed after it was made"
                  : "the design has changed since")
              + ". Plan again");
    }
  }
}
