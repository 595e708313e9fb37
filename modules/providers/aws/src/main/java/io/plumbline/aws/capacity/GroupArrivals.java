package io.plumbline.aws.capacity;

import io.plumbline.aws.kinds.AutoScalingGroup;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.spi.Arrivals;
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
import org.jspecify.annotations.Nullable;

/**
 * Whether scaling groups have the nodes that they are to have. A group that lacks some says why in
 * its activities, the newest first: no capacity, a quota, an image that is not there.
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
  private boolean awaited;

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
    long got = arrived(there);
    if (got < wanted) {
      lacking(group, ((Value.Text) name).value(), wanted, got);
    }
  }

  private void lacking(Resource group, String name, long wanted, long got) {
    Answer answer = source.call(ACTIVITIES, List.of(name));
    Failure failure = answer.failure(name);
    if (failure != null) {
      unreadable.add(group.address() + " has " + got + " of " + wanted + " nodes; " + failure);
      return;
    }
    String message = newestFailure(answer.items());
    if (message == null) {
      awaited = true;
    } else {
      shortages.add(new Shortage(group.address(), wanted, got, message, group.source()));
    }
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

  private static long arrived(Obj group) {
    return group.get("Instances") instanceof Value.Sequence instances
        ? instances.items().stream()
            .map(instance -> text(((Obj) instance).get("LifecycleState")))
            .filter(state -> state.equals("InService") || state.startsWith("Pending"))
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
