package io.plumbline.cloudformation;

import io.plumbline.aws.client.AwsClients;
import io.plumbline.graph.Resource;
import io.plumbline.spi.Engine.Action;
import io.plumbline.spi.Engine.Change;
import io.plumbline.spi.Engine.Plan;
import io.plumbline.spi.Engine.Progress;
import io.plumbline.spi.Engine.Workspace;
import io.plumbline.spi.EngineException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** One plan or apply of one target, with the client for it. */
final class Session {
  private final Workspace workspace;
  private final AwsClients clients;
  private final CloudFormationClient client;
  private final Stacks stacks;
  private final Addresses addresses;

  Session(Workspace workspace, AwsClients clients, CloudFormationClient client) {
    this.workspace = workspace;
    this.clients = clients;
    this.client = client;
    this.stacks = new Stacks(client, workspace.target(), clients.isLocal());
    this.addresses = new Addresses(workspace.graph(), workspace.released());
  }

  Plan plan(Progress progress) {
    progress.say("cloudformation: planning");
    Stack stack = stacks.usable(progress);
    boolean nothingWanted = workspace.graph().resources().stream().noneMatch(Resource::isOurs);
    Plan plan = nothingWanted ? planRemoval(stack) : planChange(stack);
    refuseProtected(plan.changes());
    return plan;
  }

  private Plan planRemoval(@Nullable Stack stack) {
    if (stack == null) {
      return new Plan(List.of(), null);
    }
    ChangeReader reader = new ChangeReader(addresses);
    DeployedTemplate deployed = DeployedTemplate.of(client, stack.stackId());
    for (StackResourceSummary resource : stacks.resources(stack.stackId())) {
      String id = resource.logicalResourceId();
      Action action = deployed.retains(id) ? Action.FORGET : Action.DELETE;
      reader.add(id, resource.resourceType(), action, List.of());
    }
    return new Plan(reader.read(List.of()), new PlanFile(stack.stackId(), "", "").write(workspace));
  }

  private Plan planChange(@Nullable Stack stack) {
    boolean isNew = stack == null || stack.stackStatus() == StackStatus.REVIEW_IN_PROGRESS;
    TemplateFile template = TemplateFile.of(workspace);
    template.check(CloudFormationFormat.legal(workspace.graph()), workspace.target());
    ChangeSets.Ready ready =
        new ChangeSets(clients, client)
            .create(
                workspace, template, isNew ? ChangeSetType.CREATE : ChangeSetType.UPDATE, stacks);
    if (ready == null) {
      return new Plan(List.of(), null);
    }
    List<Change> changes = new ChangeReader(addresses).read(ready.changes());
    PlanFile file = new PlanFile(ready.stack(), ready.id(), template.sha256());
    return new Plan(changes, file.write(workspace));
  }

  /**
   * What goes out of the template stays in the account where it is retained, but is ours no more:
   * that needs to be meant, too.
   */
  private void refuseProtected(List<Change> changes) {
    List<String> refused =
        changes.stream()
            .filter(change -> change.action() != Action.CREATE && change.action() != Action.UPDATE)
            .map(Change::address)
            .map(this::kept)
            .filter(refusal -> !refusal.isEmpty())
            .toList();
    if (!refused.isEmpty()) {
      throw new EngineException(String.join("\n", refused));
    }
  }

  private String kept(String address) {
    Resource wanted = workspace.graph().find(address);
    Resource resource = wanted != null ? wanted : workspace.released().find(address);
    if (resource == null || !resource.keep()) {
      return "";
    }
    String line = resource.source() == null ? "" : " (" + resource.source() + ")";
    return address
        + line
        + " is protected, and this plan would delete or replace it. If that is meant, release it:"
        + " --release "
        + address;
  }

  Map<String, String> apply(Plan plan, Progress progress) {
    Path file = plan.file();
    if (file == null) {
      Stack stack = stacks.find(StackName.of(workspace.target()));
      return stack == null ? Map.of() : ids(stack.stackId());
    }
    PlanFile planned = PlanFile.read(file);
    String token = "plumbline-" + UUID.randomUUID();
    Outcome outcome =
        new Outcome(new Following(client, stacks, addresses, progress, token), addresses, progress);
    if (planned.removes()) {
      client.deleteStack(request -> request.stackName(planned.stack()).clientRequestToken(token));
      outcome.ofRemoval(planned.stack());
      return Map.of();
    }
    requireCurrent(planned);
    client.executeChangeSet(
        request -> request.changeSetName(planned.changeSet()).clientRequestToken(token));
    outcome.ofChange(planned.stack());
    return ids(planned.stack());
  }

  private void requireCurrent(PlanFile planned) {
    boolean sameTemplate = planned.template().equals(TemplateFile.of(workspace).sha256());
    if (!sameTemplate || !isAvailable(planned.changeSet())) {
      throw new EngineException(
          "the plan is out of date: "
              + (sameTemplate
                  ? "something was deployed after it was made"
                  : "the design has changed since")
              + ". Plan again");
    }
  }

  private boolean isAvailable(String changeSet) {
    try {
      return client.describeChangeSet(request -> request.changeSetName(changeSet)).executionStatus()
          == ExecutionStatus.AVAILABLE;
    } catch (ChangeSetNotFoundException e) {
      return false;
    }
  }

  /** Live ids by address, of the main documents. */
  private Map<String, String> ids(String stackId) {
    Map<String, String> ids = new LinkedHashMap<>();
    for (StackResourceSummary resource : stacks.resources(stackId)) {
      Addresses.Place place = addresses.find(resource.logicalResourceId());
      if (place != null && place.isMain() && resource.physicalResourceId() != null) {
        ids.put(place.resource().address(), resource.physicalResourceId());
      }
    }
    return ids;
  }
}
