package io.plumbline.cloudformation;

import io.plumbline.model.Target;
import io.plumbline.spi.Engine.Progress;
import io.plumbline.spi.EngineException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** Looks at the stack of a target, and tells one that can be worked with from one that cannot. */
final class Stacks {
  private static final String STACK = "plumbline:stack";
  private static final String ENVIRONMENT = "plumbline:environment";

  private final CloudFormationClient client;
  private final Target target;
  private final boolean local;

  Stacks(CloudFormationClient client, Target target, boolean local) {
    this.client = client;
    this.target = target;
    this.local = local;
  }

  Pause pause() {
    return new Pause(local);
  }

  /** The stack, whatever its state; null if there is none. */
  @Nullable Stack find(String nameOrId) {
    try {
      return client.describeStacks(request -> request.stackName(nameOrId)).stacks().get(0);
    } catch (CloudFormationException e) {
      if (String.valueOf(e.getMessage()).contains("does not exist")) {
        return null;
      }
      throw e;
    }
  }

  /**
   * The target's stack, where it holds anything or may. What a first deploy that failed left behind
   * holds nothing, and is removed.
   *
   * @throws EngineException if it is at work, stuck, or not ours
   */
  @Nullable Stack usable(Progress progress) {
    Stack stack = find(StackName.of(target));
    if (stack == null || stack.stackStatus() == StackStatus.REVIEW_IN_PROGRESS) {
      return stack;
    }
    requireOurs(stack);
    String status = stack.stackStatusAsString();
    if (status.endsWith("_IN_PROGRESS")) {
      throw new EngineException(
          "stack "
              + stack.stackName()
              + " is at work ("
              + status
              + "), by another run. Wait for it, then plan again");
    }
    return switch (stack.stackStatus()) {
      case ROLLBACK_COMPLETE -> {
        progress.say("removing what the failed first deploy left: stack " + stack.stackName());
        remove(stack);
        yield null;
      }
      case UPDATE_ROLLBACK_FAILED ->
          throw new EngineException(
              "stack "
                  + stack.stackName()
                  + " is stuck in UPDATE_ROLLBACK_FAILED: "
                  + stuck(stack)
                  + ". Mend the cause, then: aws cloudformation continue-update-rollback"
                  + " --stack-name "
                  + stack.stackName());
      default -> stack;
    };
  }

  private void remove(Stack stack) {
    client.deleteStack(request -> request.stackName(stack.stackId()));
    Pause pause = pause();
    for (Stack now = stack; now != null; now = find(stack.stackId())) {
      if (now.stackStatus() == StackStatus.DELETE_COMPLETE) {
        return;
      } else if (now.stackStatus() == StackStatus.DELETE_FAILED) {
        throw new EngineException(
            "stack " + stack.stackName() + " cannot be removed: " + now.stackStatusReason());
      }
      pause.take();
    }
  }

  private void requireOurs(Stack stack) {
    Map<String, String> tags = new LinkedHashMap<>();
    stack.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
    if (!target.stack().equals(tags.get(STACK))
        || !target.environment().equals(tags.get(ENVIRONMENT))) {
      throw new EngineException(
          "there is a stack "
              + stack.stackName()
              + " that is not stack "
              + target.stack()
              + " of environment "
              + target.environment()
              + ": its tags "
              + STACK
              + " and "
              + ENVIRONMENT
              + " say otherwise. Name the stack or the environment differently");
    }
  }

  List<Tag> tags() {
    return List.of(
        Tag.builder().key(ENVIRONMENT).value(target.environment()).build(),
        Tag.builder().key(STACK).value(target.stack()).build());
  }

  /** All that the stack holds, with what its nested stacks hold. */
  List<Held> held(String stackId) {
    List<Held> held = new ArrayList<>();
    for (StackResourceSummary resource : list(stackId)) {
      if (!resource.resourceType().equals(NestedStack.TYPE)) {
        held.add(new Held(stackId, Placement.ROOT, resource));
      } else if (isThere(resource)) {
        String nested = resource.physicalResourceId();
        int number = NestedStack.number(resource.logicalResourceId());
        list(nested).forEach(inner -> held.add(new Held(nested, number, inner)));
      }
    }
    return held;
  }

  private static boolean isThere(StackResourceSummary resource) {
    return resource.physicalResourceId() != null
        && !resource.resourceStatusAsString().equals("DELETE_COMPLETE");
  }

  List<StackResourceSummary> list(String stackId) {
    return client
        .listStackResourcesPaginator(request -> request.stackName(stackId))
        .stackResourceSummaries()
        .stream()
        .toList();
  }

  /** What cannot be put back, in the stack or a nested one, as CloudFormation explains it. */
  private String stuck(Stack stack) {
    List<String> reasons =
        held(stack.stackId()).stream()
            .filter(each -> each.resource().resourceStatusAsString().equals("UPDATE_FAILED"))
            .map(each -> each.logicalId() + ": " + each.resource().resourceStatusReason())
            .toList();
    return reasons.isEmpty()
        ? String.valueOf(stack.stackStatusReason())
        : String.join("; ", reasons);
  }
}
