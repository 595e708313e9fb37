package io.plumbline.cloudformation;

import io.plumbline.aws.client.AwsClients;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.spi.Engine.Action;
import io.plumbline.spi.Engine.Change;
import io.plumbline.spi.Engine.Plan;
import io.plumbline.spi.Engine.Progress;
import io.plumbline.spi.Engine.Workspace;
import io.plumbline.spi.EngineException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** One plan or apply of one target, with the client for it. */
final class Session {
  private final Workspace workspace;
  private final AwsClients clients;
  private final CloudFormationClient client;
  private final Bounds bounds;
  private final Stacks stacks;
  private final Addresses addresses;

  Session(Workspace workspace, AwsClients clients, CloudFormationClient client, Bounds bounds) {
    this.workspace = workspace;
    this.bounds = bounds;
    this.clients = clients;
    this.client = client;
    this.stacks = new Stacks(client, workspace.target(), clients.isLocal());
    this.addresses = new Addresses(workspace.graph(), workspace.released());
  }

  Plan plan(Progress progress) {
    progress.say("cloudformation: planning");
    Stack stack = stacks.usable(progress);
    boolean nothingWanted = workspace.graph().resources().stream().noneMatch(Resource::isOurs);
    return nothingWanted ? planRemoval(stack) : planChange(stack);
  }

  private Plan planRemoval(@Nullable Stack stack) {
    if (stack == null) {
      return new Plan(List.of(), null);
    }
    ChangeReader reader = new ChangeReader(addresses);
    Map<String, DeployedTemplate> deployed = new HashMap<>();
    for (Held held : stacks.held(stack.stackId())) {
      boolean retained =
          deployed
              .computeIfAbsent(held.stackId(), id -> DeployedTemplate.of(client, id))
              .retains(held.logicalId());
      Action action = retained ? Action.FORGET : Action.DELETE;
      reader.add(held.logicalId(), held.resource().resourceType(), action, List.of());
    }
    List<Change> changes = reader.read(List.of());
    refuseProtected(changes, Set.of());
    return new Plan(changes, new PlanFile(stack.stackId(), "", "").write(workspace));
  }

  private Plan planChange(@Nullable Stack stack) {
    boolean isNew = stack == null || stack.stackStatus() == StackStatus.REVIEW_IN_PROGRESS;
    Map<String, Integer> standing =
        stack == null || isNew ? Map.of() : Standing.of(stacks.held(stack.stackId()));
    ResourceGraph legal = CloudFormationFormat.legal(workspace.graph());
    Templates templates = Templates.of(legal, workspace.target(), bounds, standing);
    Limits.check(templates, workspace.target());
    if (!templates.isOne()) {
      Limits.checkChanges(templates.beyond(standing.keySet()), templates, workspace.target());
    }
    PlacedTemplates placed = new PlacedTemplates(workspace, templates);
    placed.write();
    boolean nested = !templates.isOne() || standing.values().stream().anyMatch(s -> s > 0);
    ChangeSetType type = isNew ? ChangeSetType.CREATE : ChangeSetType.UPDATE;
    ChangeSets changeSets = new ChangeSets(clients, client);
    Inputs inputs = new Inputs(workspace);
    ChangeSets.Ready ready =
        changeSets.create(
            workspace,
            new ChangeSets.Wanted(templates, placed.root(), inputs, type, nested),
            stacks,
            new Echoes(addresses, legal, templates.split().passed(), inputs.newTo(stack)));
    if (ready == null) {
      return new Plan(List.of(), null);
    }
    if (nested) {
      requireFew(ready, changeSets, templates);
    }
    ChangeReader reader = new ChangeReader(addresses);
    List<Change> changes = reader.read(ready.changes());
    refuseProtected(changes, reader.uncertain());
    PlanFile file = new PlanFile(ready.stack(), ready.id(), TemplateFile.of(workspace).sha256());
    return new Plan(changes, file.write(workspace));
  }

  private void requireFew(ChangeSets.Ready ready, ChangeSets changeSets, Templates templates) {
    try {
      Limits.checkChanges(ready.changes().size(), templates, workspace.target());
    } catch (InvalidInputException e) {
      changeSets.discard(ready.id());
      throw e;
    }
  }

  /**
   * What goes out of the template stays in the account where it is retained, but is ours no more:
   * that needs to be meant, too.
   */
  private void refuseProtected(List<Change> changes, Set<String> uncertain) {
    List<String> refused =
        changes.stream()
            .filter(change -> change.action() != Action.CREATE && change.action() != Action.UPDATE)
            .map(Change::address)
            .map(address -> kept(address, uncertain.contains(address)))
            .filter(refusal -> !refusal.isEmpty())
            .toList();
    if (!refused.isEmpty()) {
      throw new EngineException(String.join("\n", refused));
    }
  }

  private String kept(String address, boolean uncertain) {
    Resource wanted = workspace.graph().find(address);
    Resource resource = wanted != null ? wanted : workspace.released().find(address);
    if (resource == null || !resource.keep()) {
      return "";
    }
    String line = resource.source() == null ? "" : " (" + resource.source() + ")";
    return address
        + line
        + (uncertain
            ? " is protected, and CloudFormation cannot tell before it is done whether this plan"
                + " would replace it."
            : " is protected, and this plan would delete or replace it.")
        + " If that is meant, release it: --release "
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

  /**
   * Live ids by address, of the main documents; of those kinds alone of which CloudFormation's id
   * is what they are known by: of a fixed address it is the address itself, which no live reader
   * asks for.
   */
  private Map<String, String> ids(String stackId) {
    Map<String, String> ids = new LinkedHashMap<>();
    for (Held held : stacks.held(stackId)) {
      Addresses.Place place = addresses.find(held.logicalId());
      String id = held.resource().physicalResourceId();
      if (place != null && place.isMain() && id != null && isKnownByRef(place.resource())) {
        ids.put(place.resource().address(), id);
      }
    }
    return ids;
  }

  private static boolean isKnownByRef(Resource resource) {
    return "Ref".equals(resource.kind().output("id", Dialect.CLOUDFORMATION));
  }
}
