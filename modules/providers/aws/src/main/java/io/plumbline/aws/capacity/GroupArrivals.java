package io.plumbline.aws.capacity;

import io.plumbline.aws.kinds.AutoScalingGroup;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.spi.Arrivals;
import io.plumbline.spi.Arrivals.Awaited;
import io.plumbline.spi.LiveSource;
import io.plumbline.spi.LiveSource.Answer;
import io.plumbline.spi.LiveSource.Failure;
import io.plumbline.spi.Shortage;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether scaling groups have the nodes that they are to have. A group that lacks some says why in
 * its activities, the newest first: no capacity, a quota, an image that is not there. A node that
 * is pending has been given, and may fail to start all the same: it is awaited, as long as the
 * group itself does before it looks at a node's health.
 */
final class GroupArrivals {
  private static final String GROUPS = "autoscaling:DescribeAutoScalingGroups";
  private static final String ACTIVITIES = "autoscaling:DescribeScalingActivities";

  /** Up to so many activities are looked at, and none that began earlier: of another time. */
  private static final int RECENT = 20;

  private static final Duration TODAY = Duration.ofMinutes(30);

  private final LiveSource source;
  private final List<Shortage> shortages = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private final List<Awaited> awaited = new ArrayList<>();

  GroupArrivals(LiveSource source) {
    this.source = source;
  }

  Arrivals look(ResourceGraph deployed) {
    List<Resource> groups =
        deployed.resources().stream()
            .filter(r -> r.isOurs() && r.kind() == AutoScalingGroup.KIND)
            .toList();
    if (!groups.isEmpty()) {
      Answer live = source.call(GROUPS, List.of());
      Failure failure = live.failure("");
      if (failure == null) {
        groups.forEach(group -> look(group, live.items()));
      } else {
        unreadable.add(failure.toString());
      }
    }
    return new Arrivals(shortages, awaited, unreadable);
  }

  private void look(Resource group, List<Obj> live) {
    Value name = group.attributes().get("name");
    Obj there =
        live.stream()
            .filter(each -> each.get("AutoScalingGroupName").equals(name))
            .findFirst()
            .orElse(null);
    if (there == null) {
      unreadable.add(group.address() + ": " + GROUPS + " does not list it");
      return;
    }
    long wanted = whole(there.get("DesiredCapacity"));
    long inService = count(there, state -> state.equals("InService"));
    // Pending, Pending:Wait for a hook, Pending:Proceed after it.
    long starting = count(there, state -> state.startsWith("Pending"));
    boolean told = tells(group, ((Value.Text) name).value(), wanted, inService + starting);
    if (inService < wanted && (starting > 0 || !told)) {
      Duration within = Duration.ofSeconds(whole(group.attributes().get("healthCheckGracePeriod")));
      awaited.add(new Awaited(group.address(), wanted, inService, starting, within));
    }
  }

  /** Whether it is known why a group lacks nodes, or that this cannot be known. */
  private boolean tells(Resource group, String name, long wanted, long got) {
    if (got >= wanted) {
      return false;
    }
    Answer answer = source.call(ACTIVITIES, List.of(name));
    Failure failure = answer.failure(name);
    String message = failure == null ? newestFailure(answer.items()) : null;
    if (failure != null) {
      unreadable.add(group.address() + " has " + got + " of " + wanted + " nodes; " + failure);
    } else if (message != null) {
      shortages.add(new Shortage(group.address(), wanted, got, message, group.source()));
    }
    return failure != null || message != null;
  }

  /** Why the group's last try to start a node failed; null where it has not failed. */
  private static @Nullable String newestFailure(List<Obj> activities) {
    for (Obj activity : activities.subList(0, Math.min(RECENT, activities.size()))) {
      String status = text(activity.get("StatusCode"));
      if (status.equals("Failed") && isRecent(activity)) {
        String message = text(activity.get("StatusMessage"));
        return message.isEmpty() ? text(activity.get("Description")) : message;
      }
    }
    return null;
  }

  /** A time that cannot be read is taken for today's: a failure too many is better than too few. */
  private static boolean isRecent(Obj activity) {
    try {
      Instant began = Instant.parse(text(activity.get("StartTime")));
      return began.isAfter(Instant.now().minus(TODAY));
    } catch (DateTimeParseException e) {
      return true;
    }
  }

  private static long count(Obj group, Predicate<String> state) {
    return group.get("Instances") instanceof Value.Sequence instances
        ? instances.items().stream()
            .map(instance -> text(((Obj) instance).get("LifecycleState")))
            .filter(state)
            .count()
        : 0;
  }

  private static long whole(Value value) {
    return value instanceof Value.Int whole ? whole.value() : 0;
  }

  private static String text(Value value) {
    return value instanceof Value.Text text ? text.value() : "";
  }
}
