package io.plumbline.cloudformation;

import io.plumbline.spi.Engine.Progress;
import io.plumbline.spi.EngineException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/**
 * Waits for what an operation comes to, and explains it where it failed: why, and what is there
 * now.
 */
final class Outcome {
  private final Following following;
  private final Addresses addresses;
  private final Progress progress;

  Outcome(Following following, Addresses addresses, Progress progress) {
    this.following = following;
    this.addresses = addresses;
    this.progress = progress;
  }

  /** Returns once all is as the template says. */
  void ofChange(String stackId) {
    Stack stack = following.toTheEnd(stackId);
    StackStatus status = stack == null ? StackStatus.DELETE_COMPLETE : stack.stackStatus();
    if (status == StackStatus.CREATE_COMPLETE || status == StackStatus.UPDATE_COMPLETE) {
      return;
    }
    throw new EngineException("CloudFormation failed: " + cause(stack) + "\n" + after(status));
  }

  /** Returns once the stack is gone; says what stays. */
  void ofRemoval(String stackId) {
    Stack stack = following.toTheEnd(stackId);
    List<String> kept = following.left("DELETE_SKIPPED");
    if (!kept.isEmpty()) {
      progress.say("kept, and no longer managed: " + String.join(", ", kept));
    }
    if (stack != null && stack.stackStatus() != StackStatus.DELETE_COMPLETE) {
      List<String> left = following.left("DELETE_FAILED");
      throw new EngineException(
          "CloudFormation could not remove the stack: "
              + cause(stack)
              + "\nStill there: "
              + String.join(", ", left)
              + ". Mend the cause, then remove it again.");
    }
  }

  private String cause(@Nullable Stack stack) {
    StackEvent failure = following.firstFailure();
    if (failure != null) {
      return addresses.described(failure.logicalResourceId())
          + ": "
          + failure.resourceStatusReason();
    }
    return stack == null ? "the stack is gone" : String.valueOf(stack.stackStatusReason());
  }

  private String after(StackStatus status) {
    List<String> left = new ArrayList<>(following.left("DELETE_SKIPPED"));
    left.addAll(following.left("DELETE_FAILED"));
    String still = left.isEmpty() ? "" : " Still there: " + String.join(", ", left) + ".";
    return switch (status) {
      case ROLLBACK_COMPLETE, DELETE_COMPLETE ->
          left.isEmpty()
              ? "All that it had made was removed again."
              : "Not all that it had made was removed again."
                  + still
                  + " Remove that by hand, or the next deploy finds it in its way.";
      case UPDATE_ROLLBACK_COMPLETE -> "Everything is again as it was before." + still;
      case UPDATE_ROLLBACK_FAILED, ROLLBACK_FAILED, CREATE_FAILED, UPDATE_FAILED, DELETE_FAILED ->
          "It could not be undone: the stack is in " + status + "." + still;
      default -> "The stack is in " + status + "." + still;
    };
  }
}
