package io.plumbline.cloudformation;

import io.plumbline.aws.client.AwsClients;
import io.plumbline.graph.Input;
import io.plumbline.spi.Engine.Workspace;
import io.plumbline.spi.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Parameter;

/** Has CloudFormation work out what a template would change. */
final class ChangeSets {
  private final AwsClients clients;
  private final CloudFormationClient client;

  ChangeSets(AwsClients clients, CloudFormationClient client) {
    this.clients = clients;
    this.client = client;
  }

  /** A change set that can be executed. */
  record Ready(String id, String stack, List<Change> changes) {}

  /** Null where the template changes nothing. */
  @Nullable Ready create(
      Workspace workspace, TemplateFile template, ChangeSetType type, Stacks stacks) {
    CreateChangeSetRequest.Builder request =
        CreateChangeSetRequest.builder()
            .stackName(StackName.of(workspace.target()))
            .changeSetName("plumbline-" + UUID.randomUUID())
            .changeSetType(type)
            .capabilities(Capability.CAPABILITY_NAMED_IAM)
            .tags(stacks.tags())
            .parameters(parameters(workspace));
    template.into(request, clients, workspace.target());
    String id = client.createChangeSet(request.build()).id();
    DescribeChangeSetResponse first = ready(id, stacks.pause());
    if (first.status() == ChangeSetStatus.FAILED) {
      discard(id);
      String reason = String.valueOf(first.statusReason());
      if (changesNothing(reason)) {
        return null;
      }
      throw new EngineException("CloudFormation refuses the template: " + reason);
    }
    return new Ready(id, first.stackId(), changes(id, first));
  }

  private static boolean changesNothing(String reason) {
    String lower = reason.toLowerCase(Locale.ROOT);
    return lower.contains("didn't contain changes")
        || lower.contains("no updates are to be performed");
  }

  private DescribeChangeSetResponse ready(String id, Pause pause) {
    while (true) {
      DescribeChangeSetResponse now =
          client.describeChangeSet(request -> request.changeSetName(id));
      if (now.status() == ChangeSetStatus.CREATE_COMPLETE
          || now.status() == ChangeSetStatus.FAILED) {
        return now;
      }
      pause.take();
    }
  }

  private List<Change> changes(String id, DescribeChangeSetResponse first) {
    List<Change> changes = new ArrayList<>(first.changes());
    for (String token = first.nextToken(); token != null; ) {
      String next = token;
      DescribeChangeSetResponse page =
          client.describeChangeSet(request -> request.changeSetName(id).nextToken(next));
      changes.addAll(page.changes());
      token = page.nextToken();
    }
    return changes;
  }

  void discard(String id) {
    client.deleteChangeSet(request -> request.changeSetName(id));
  }

  private static List<Parameter> parameters(Workspace workspace) {
    List<Parameter> parameters = new ArrayList<>();
    for (Input input : Input.of(CloudFormationFormat.legal(workspace.graph()))) {
      String known = input.known();
      String value = workspace.inputs().getOrDefault(input.key(), known == null ? "" : known);
      if (value.isEmpty()) {
        throw new EngineException(
            input.resource().address()
                + ": the "
                + input.description()
                + " is not known; does it exist at this site?");
      }
      parameters.add(
          Parameter.builder()
              .parameterKey(GraphNames.parameter(input.resource(), input.output()))
              .parameterValue(value)
              .build());
    }
    return parameters;
  }
}
