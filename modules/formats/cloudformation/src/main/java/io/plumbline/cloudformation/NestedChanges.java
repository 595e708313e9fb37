package io.plumbline.cloudformation;

import io.plumbline.spi.EngineException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.PolicyAction;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/** What a change set lists, with what those of nested stacks list in place of these stacks. */
final class NestedChanges {
  private final CloudFormationClient client;
  private final Stacks stacks;

  NestedChanges(CloudFormationClient client, Stacks stacks) {
    this.client = client;
    this.stacks = stacks;
  }

  List<Change> of(String changeSet) {
    List<Change> all = new ArrayList<>();
    for (Change change : list(changeSet)) {
      ResourceChange resource = change.resourceChange();
      if (!NestedStack.TYPE.equals(resource.resourceType())) {
        all.add(change);
      } else if (resource.action() == ChangeAction.REMOVE) {
        all.addAll(removed(resource.physicalResourceId()));
      } else if (resource.changeSetId() != null) {
        all.addAll(of(resource.changeSetId()));
      } else {
        throw new EngineException(
            "CloudFormation does not say what would change in nested stack "
                + resource.logicalResourceId()
                + ". Plan again");
      }
    }
    return all;
  }

  private List<Change> list(String changeSet) {
    DescribeChangeSetResponse page =
        client.describeChangeSet(request -> request.changeSetName(changeSet));
    List<Change> changes = new ArrayList<>(page.changes());
    for (String token = page.nextToken(); token != null; token = page.nextToken()) {
      String next = token;
      page = client.describeChangeSet(request -> request.changeSetName(changeSet).nextToken(next));
      changes.addAll(page.changes());
    }
    return changes;
  }

  /** A stack that goes takes all that it holds along; no change set lists that. */
  private List<Change> removed(String stackId) {
    DeployedTemplate deployed = DeployedTemplate.of(client, stackId);
    return stacks.list(stackId).stream().map(resource -> removal(resource, deployed)).toList();
  }

  private static Change removal(StackResourceSummary resource, DeployedTemplate deployed) {
    boolean retained = deployed.retains(resource.logicalResourceId());
    return Change.builder()
        .resourceChange(
            change ->
                change
                    .action(ChangeAction.REMOVE)
                    .policyAction(retained ? PolicyAction.RETAIN : PolicyAction.DELETE)
                    .logicalResourceId(resource.logicalResourceId())
                    .physicalResourceId(resource.physicalResourceId())
                    .resourceType(resource.resourceType()))
        .build();
  }
}
