package io.plumbline.aws.capacity;

import io.plumbline.aws.nodes.NodeGroup;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.spi.LiveSource;
import io.plumbline.spi.LiveSource.Answer;
import io.plumbline.spi.LiveSource.Failure;
import io.plumbline.spi.Preflight;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether the types of a group's nodes are offered where the group stands. */
final class Offerings {
  private static final String OFFERED = "ec2:DescribeInstanceTypeOfferings(availability-zone)";

  private final LiveSource source;

  Offerings(LiveSource source) {
    this.source = source;
  }

  List<Preflight> look(ResourceGraph graph) {
    List<NodeGroup> groups = NodeGroup.of(graph);
    Set<String> types = new LinkedHashSet<>();
    groups.forEach(group -> types.addAll(group.types()));
    if (types.isEmpty()) {
      return List.of();
    }
    Answer answer = source.call(OFFERED, List.copyOf(types));
    List<Preflight> found = new ArrayList<>();
    for (NodeGroup group : groups) {
      for (String type : group.types()) {
        found.add(look(group, type, answer));
      }
    }
    return found;
  }

  private static Preflight look(NodeGroup group, String type, Answer answer) {
    String subject = "offering of " + type + " to " + group.group().address();
    SourceLine line = group.group().source();
    Failure failure = answer.failure(type);
    if (failure != null) {
      return Preflight.unreadable(subject, failure.toString(), line);
    }
    Set<String> offered = zones(type, answer.items());
    Set<String> missing = new LinkedHashSet<>(group.zones());
    missing.removeAll(offered);
    boolean nowhere = offered.isEmpty() || (!missing.isEmpty() && missing.equals(group.zones()));
    String detail =
        "offered in "
            + (offered.isEmpty() ? "no zone of the region" : String.join(", ", offered))
            + (group.zones().isEmpty()
                ? ""
                : "; the group is in " + String.join(", ", group.zones()));
    if (missing.isEmpty() && !offered.isEmpty()) {
      return Preflight.enough(subject, detail, line);
    }
    return Preflight.lacking(
        subject,
        detail,
        nowhere
            ? "choose another type, zone or region: none of these nodes will start"
            : "leave the other zones out: nodes meant for those will not start there",
        line);
  }

  private static Set<String> zones(String type, List<Obj> offerings) {
    Set<String> zones = new LinkedHashSet<>();
    for (Obj offering : offerings) {
      if (offering.get("InstanceType").equals(Value.text(type))
          && offering.get("Location") instanceof Value.Text zone) {
        zones.add(zone.value());
      }
    }
    return zones;
  }
}
