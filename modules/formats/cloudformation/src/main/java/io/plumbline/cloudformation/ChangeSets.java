package io.plumbline.cloudformation;

import io.plumbline.aws.client.AwsClients;
import io.plumbline.model.Target;
import io.plumbline.spi.Engine.Workspace;
import io.plumbline.spi.EngineException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DeploymentMode;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Parameter;

/** Has CloudFormation work out what a template would change. */
final class ChangeSets {
  private static final Pattern CHANGE_SET =
      Pattern.compile("arn:[a-z-]+:cloudformation:[^ ]+:changeSet/[A-Za-z0-9/-]+");

  private final AwsClients clients;
  private final CloudFormationClient client;

  ChangeSets(AwsClients clients, CloudFormationClient client) {
    this.clients = clients;
    this.client = client;
  }

  /** A change set that can be executed. */
  record Ready(String id, String stack, List<Change> changes) {}

  /**
   * What is to be deployed.
   *
   * @param inputs what root is told
   * @param nested whether there are nested stacks, in the template or standing
   */
  record Wanted(
      Templates templates, TemplateFile root, Inputs inputs, ChangeSetType type, boolean nested) {}

  /** Null where the templates change nothing. */
  @Nullable Ready create(Workspace workspace, Wanted wanted, Stacks stacks, Echoes echoes) {
    List<Parameter> parameters = wanted.inputs().parameters();
    CreateChangeSetRequest.Builder request =
        CreateChangeSetRequest.builder()
            .stackName(StackName.of(workspace.target()))
            .changeSetName("plumbline-" + UUID.randomUUID())
            .changeSetType(wanted.type())
            .capabilities(Capability.CAPABILITY_NAMED_IAM)
            .includeNestedStacks(wanted.nested() ? true : null)
            .deploymentMode(reverts(workspace, wanted) ? DeploymentMode.REVERT_DRIFT : null)
            .tags(stacks.tags());
    handOver(wanted, request, parameters, workspace.target());
    String id = client.createChangeSet(request.parameters(parameters).build()).id();
    DescribeChangeSetResponse first = ready(id, stacks.pause());
    if (first.status() == ChangeSetStatus.FAILED) {
      String reason = String.valueOf(first.statusReason());
      String nested = explained(reason);
      discard(id);
      if (changesNothing(reason)) {
        return null;
      }
      throw new EngineException("CloudFormation refuses the template: " + reason + nested);
    }
    List<Change> changes = echoes.without(new NestedChanges(client, stacks).of(id));
    if (wanted.nested() && changes.isEmpty()) {
      // CloudFormation lists a nested stack whether or not anything in it changes.
      discard(id);
      return null;
    }
    return new Ready(id, first.stackId(), changes);
  }

  /**
   * CloudFormation compares a template with the last one, and finds nothing to do for an unchanged
   * one whatever is there, unless it is told to look. (User Guide, "Using drift-aware change sets",
   * 2026-11-25.)
   */
  private static boolean reverts(Workspace workspace, Wanted wanted) {
    return workspace.drifted() && wanted.type() == ChangeSetType.UPDATE;
  }

  /** Short templates go in the request; longer ones and nested ones are read from a bucket. */
  private void handOver(
      Wanted wanted,
      CreateChangeSetRequest.Builder request,
      List<Parameter> parameters,
      Target target) {
    boolean alone = wanted.templates().isOne();
    if (alone && wanted.root().length() <= Limits.BYTES_IN_REQUEST) {
      request.templateBody(wanted.root().text());
      return;
    }
    try (ArtefactBucket bucket = ArtefactBucket.open(clients, target)) {
      wanted.templates().nested().values().forEach(bucket::put);
      request.templateURL(bucket.put(wanted.root()));
      if (!alone) {
        parameters.add(Inputs.parameter(NestedStack.FOLDER, bucket.folder()));
      }
    }
  }

  /** What the nested change set says that a reason only names; empty where it names none. */
  private String explained(String reason) {
    Matcher named = CHANGE_SET.matcher(reason);
    if (!named.find()) {
      return "";
    }
    try {
      return " "
          + client
              .describeChangeSet(request -> request.changeSetName(named.group()))
              .statusReason();
    } catch (CloudFormationException e) {
      return "";
    }
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

  void discard(String id) {
    client.deleteChangeSet(request -> request.changeSetName(id));
  }
}
