package io.plumbline.aws.capacity;

import io.plumbline.aws.nodes.NodeGroup;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Lens;
import io.plumbline.spi.LiveSource;
import io.plumbline.spi.LiveSource.Answer;
import io.plumbline.spi.LiveSource.Failure;
import io.plumbline.spi.Preflight;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the capacity reservation that a group's nodes are started into is there, is open now, and
 * is for as many nodes of the group's type in one of its zones.
 */
final class Reservations {
  private static final String RESERVATIONS = "ec2:DescribeCapacityReservations(present)";
  private static final List<String> TARGET =
      List.of(
          "capacityReservationSpecification", "capacityReservationTarget", "capacityReservationId");
  private static final String FIX =
      "name a reservation that is open, or wait until it is: nodes that are to start in it will"
          + " not";

  private final LiveSource source;

  Reservations(LiveSource source) {
    this.source = source;
  }

  List<Preflight> look(ResourceGraph graph) {
    List<Preflight> found = new ArrayList<>();
    Answer answer = null;
    for (NodeGroup group : NodeGroup.of(graph)) {
      Value said =
          group.template() == null ? Value.NULL : Lens.find(group.template().attributes(), TARGET);
      String id = id(said, graph);
      if (id != null) {
        answer = answer == null ? source.call(RESERVATIONS, List.of()) : answer;
        found.add(look(group, id, answer));
      } else if (!(said instanceof Value.Null) && !isMadeHere(said, graph)) {
        found.add(
            Preflight.unreadable(
                "reservation of " + group.group().address(),
                "which one it is, is not known before the deploy",
                group.group().source()));
      }
    }
    return found;
  }

  /** What this deploy itself reserves is not there to be asked for. */
  private static boolean isMadeHere(Value said, ResourceGraph graph) {
    Resource resource = said instanceof Value.Ref ref ? graph.find(ref.resource()) : null;
    return resource != null && resource.isOurs();
  }

  private static @Nullable String id(Value said, ResourceGraph graph) {
    return switch (said) {
      case Value.Text text -> text.value();
      case Value.Ref ref -> {
        Resource resource = graph.find(ref.resource());
        yield resource != null && resource.existing() instanceof Lookup.ById byId
            ? byId.id()
            : null;
      }
      default -> null;
    };
  }

  private static Preflight look(NodeGroup group, String id, Answer answer) {
    String subject = "reservation " + id + " of " + group.group().address();
    for (Obj reservation : answer.items()) {
      if (reservation.get("CapacityReservationId").equals(Value.text(id))) {
        String wrong = wrong(group, reservation);
        return wrong == null
            ? Preflight.enough(subject, window(reservation), group.group().source())
            : Preflight.lacking(subject, wrong, FIX, group.group().source());
      }
    }
    Failure failure = answer.failure("");
    return failure == null
        ? Preflight.lacking(
            subject, "it is not in this account and region", FIX, group.group().source())
        : Preflight.unreadable(subject, failure.toString(), group.group().source());
  }

  private static @Nullable String wrong(NodeGroup group, Obj reservation) {
    String state = text(reservation, "State");
    String type = text(reservation, "InstanceType");
    String zone = text(reservation, "AvailabilityZone");
    long nodes = group.onDemand() + group.spot();
    if (!state.equals("active")) {
      return "it is " + state + window(reservation);
    } else if (!group.types().contains(type)) {
      return "it is for " + type + ", the group for " + String.join(", ", group.types());
    } else if (!group.zones().isEmpty() && !group.zones().contains(zone)) {
      return "it is in " + zone + ", the group in " + String.join(", ", group.zones());
    } else if (reservation.get("TotalInstanceCount") instanceof Value.Int total
        && total.value() < nodes) {
      return "it is for " + total.value() + " nodes, the group may come to " + nodes;
    }
    return null;
  }

  private static String window(Obj reservation) {
    String from = text(reservation, "StartDate");
    String until = text(reservation, "EndDate");
    return (from.isEmpty() ? "" : ", open from " + from)
        + (until.isEmpty() ? "" : ", until " + until);
  }

  private static String text(Obj reservation, String member) {
    return reservation.get(member) instanceof Value.Text text ? text.value() : "";
  }
}
