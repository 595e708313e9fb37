package io.plumbline.cloudformation;

import io.plumbline.spi.Engine.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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

  /** Nested stacks by id, and whether they are at work; a look after their end takes them out. */
  private final Map<String, Boolean> nested = new LinkedHashMap<>();

  private @Nullable Instant start;

  /** So many looks at a stack that seems at rest, until its not having begun yet is ruled out. */
  private static final int PATIENCE = 10;

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
    for (int look = 1; ; look++) {
      Stack stack = stacks.find(stackId);
      boolean ended = stack == null || !stack.stackStatusAsString().endsWith("_IN_PROGRESS");
      if (stack != null) {
        tellNew(stackId);
      }
      if (ended && (stack == null || start != null || look >= PATIENCE)) {
        return stack;
      }
      pause.take();
    }
  }

  /**
   * Events come newest first, and go back to the stack's beginning. Those of nested stacks need not
   * carry the token; they belong to the operation from its first event on.
   */
  private void tellNew(String stackId) {
    List<StackEvent> fresh = fresh(stackId, event -> token.equals(event.clientRequestToken()));
    if (start == null && !fresh.isEmpty()) {
      start = fresh.get(0).timestamp();
    }
    keep(fresh);
    Instant since = start;
    if (since != null) {
      for (String id : List.copyOf(nested.keySet())) {
        keep(fresh(id, event -> !event.timestamp().isBefore(since)));
      }
      nested.values().removeIf(atWork -> !atWork);
    }
  }

  private List<StackEvent> fresh(String stackId, Predicate<StackEvent> ofOperation) {
    List<StackEvent> fresh = new ArrayList<>();
    for (StackEvent event :
        client.describeStackEventsPaginator(request -> request.stackName(stackId)).stackEvents()) {
      if (!ofOperation.test(event) || !seen.add(event.eventId())) {
        break;
      }
      fresh.add(0, event);
    }
    return fresh;
  }

  private void keep(List<StackEvent> fresh) {
    events.addAll(fresh);
    for (StackEvent event : fresh) {
      String id = event.physicalResourceId();
      if (isOfNested(event) && id != null && !id.isEmpty()) {
        nested.put(id, event.resourceStatusAsString().endsWith("_IN_PROGRESS"));
      }
      tell(event);
    }
  }

  private void tell(StackEvent event) {
    if (!isOfResource(event)) {
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

  private static boolean isOfNested(StackEvent event) {
    return NestedStack.TYPE.equals(event.resourceType()) && !isOfStack(event);
  }

  /** Of something in a stack that is no stack itself. */
  private static boolean isOfResource(StackEvent event) {
    return !isOfStack(event) && !isOfNested(event);
  }

  /**
   * The first that failed, where it failed by itself; those that it took along say nothing. A
   * nested stack fails by itself where nothing in it was even begun.
   */
  @Nullable StackEvent firstFailure() {
    StackEvent first = firstFailure(Following::isOfResource);
    return first != null ? first : firstFailure(Following::isOfNested);
  }

  private @Nullable StackEvent firstFailure(Predicate<StackEvent> which) {
    return events.stream()
        .filter(event -> event.resourceStatusAsString().endsWith("FAILED") && which.test(event))
        .filter(event -> !String.valueOf(event.resourceStatusReason()).contains("cancelled"))
        .min(Comparator.comparing(StackEvent::timestamp))
        .orElse(null);
  }

  /** What is still there though it was to go: kept on purpose, or not to be removed. */
  List<String> left(String status) {
    return events.stream()
        .filter(event -> status.equals(event.resourceStatusAsString()) && isOfResource(event))
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
