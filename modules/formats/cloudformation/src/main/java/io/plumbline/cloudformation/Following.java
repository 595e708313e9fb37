package io.plumbline.cloudformation;

import io.plumbline.spi.Engine.Progress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/**
 * Watches an operation on a stack until its end, tells its events as they happen, and keeps them
 * for what they explain.
 */
final class Following {
  private final CloudFormationClient client;
  private final Stacks stacks;
  private final Addresses addresses;
  private final Progress progress;
  private final String token;
  private final Set<String> seen = new HashSet<>();
  private final List<StackEvent> events = new ArrayList<>();

  /** Watches what carries {@code token}: the operation that was started with it. */
  Following(
      CloudFormationClient client,
      Stacks stacks,
      Addresses addresses,
      Progress progress,
      String token) {
    this.client = client;
    this.stacks = stacks;
    this.addresses = addresses;
    this.progress = progress;
    this.token = token;
  }

  /** The stack at the end; null where it is gone without a trace. */
  @Nullable Stack toTheEnd(String stackId) {
    Pause pause = stacks.pause();
    while (true) {
      Stack stack = stacks.find(stackId);
      boolean ended = stack == null || !stack.stackStatusAsString().endsWith("_IN_PROGRESS");
      if (stack != null) {
        tellNew(stackId);
      }
      if (ended) {
        return stack;
      }
      pause.take();
    }
  }

  /** Events come newest first, and go back to the stack's beginning. */
  private void tellNew(String stackId) {
    List<StackEvent> fresh = new ArrayList<>();
    for (StackEvent event :
        client.describeStackEventsPaginator(request -> request.stackName(stackId)).stackEvents()) {
      if (!token.equals(event.clientRequestToken()) || !seen.add(event.eventId())) {
        break;
      }
      fresh.add(0, event);
    }
    events.addAll(fresh);
    fresh.forEach(this::tell);
  }

  private void tell(StackEvent event) {
    if (isOfStack(event)) {
      return;
    }
    String status = event.resourceStatusAsString().toLowerCase(Locale.ROOT).replace('_', ' ');
    boolean failed = event.resourceStatusAsString().endsWith("FAILED");
    String reason =
        failed && event.resourceStatusReason() != null ? ": " + event.resourceStatusReason() : "";
    progress.say(addresses.address(event.logicalResourceId()) + ": " + status + reason);
  }

  private static boolean isOfStack(StackEvent event) {
    return event.stackId().equals(event.physicalResourceId());
  }

  /** The first that failed, where it failed by itself; those that it took along say nothing. */
  @Nullable StackEvent firstFailure() {
    return events.stream()
        .filter(event -> event.resourceStatusAsString().endsWith("FAILED") && !isOfStack(event))
        .filter(event -> !String.valueOf(event.resourceStatusReason()).contains("cancelled"))
        .findFirst()
        .orElse(null);
  }

  /** What is still there though it was to go: kept on purpose, or not to be removed. */
  List<String> left(String status) {
    return events.stream()
        .filter(event -> status.equals(event.resourceStatusAsString()) && !isOfStack(event))
        .map(
            event ->
                addresses.address(event.logicalResourceId())
                    + " ("
                    + event.physicalResourceId()
                    + ")")
        .distinct()
        .toList();
  }
}
