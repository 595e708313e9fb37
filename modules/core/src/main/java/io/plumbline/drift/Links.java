package io.plumbline.drift;

import io.plumbline.graph.Resource;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts live ids in place of the references of the desired side, once all is read. */
final class Links {
  private final Observation observation;
  private final Map<String, String> recorded;
  private @Nullable Set<String> seen;

  Links(Observation observation) {
    this(observation, Map.of());
  }

  /**
   * The same, where it is known what stood there.
   *
   * @param recorded live ids by address, as the last release recorded them
   */
  Links(Observation observation, Map<String, String> recorded) {
    this.observation = observation;
    this.recorded = recorded;
  }

  /**
   * A desired value as it should stand in the live environment.
   *
   * @param missing address of something it refers to that is not there; null where there is none
   * @param unclear why a reference is not known; null where all are
   */
  record Resolved(Value value, @Nullable String missing, @Nullable String unclear) {}

  Resolved resolve(Value desired) {
    @Nullable String[] trouble = new @Nullable String[2];
    Value value =
        References.replace(
            desired,
            ref -> {
              Observed target = observation.found().get(ref.resource());
              String output = target == null ? null : target.outputs().get(ref.output());
              if (output != null) {
                return Value.text(output);
              } else if (observation.missing().contains(ref.resource())) {
                trouble[0] = ref.resource();
              } else {
                trouble[1] = "refers to " + ref.resource() + ", of which " + unread(ref);
              }
              return ref;
            });
    return new Resolved(value, trouble[0], trouble[1]);
  }

  private String unread(Value.Ref ref) {
    String reason = observation.undetermined().get(ref.resource());
    return reason == null ? "no " + ref.output() + " could be read" : "nothing is known: " + reason;
  }

  /**
   * Whether a live value can be what is left of a reference to something missing: not if that was
   * called otherwise, nor if it is the id of something that is there.
   */
  boolean mayHaveBeen(Value.Ref ref, String live) {
    String id = recorded.get(ref.resource());
    return id == null ? !seen().contains(live) : live.contains(id);
  }

  private Set<String> seen() {
    if (seen == null) {
      seen = new HashSet<>();
      for (Observed each : observation.found().values()) {
        seen.addAll(each.outputs().values());
      }
      for (Stray each : observation.strays()) {
        seen.add(each.liveId());
      }
    }
    return seen;
  }

  /** Whether an output may change while the thing stays the same: the number of a version. */
  boolean mayMove(Value.Ref ref) {
    Observed target = observation.found().get(ref.resource());
    if (target == null) {
      return false;
    }
    ResourceKind kind = target.resource().kind();
    boolean first = !kind.outputs().isEmpty() && kind.outputs().get(0).equals(ref.output());
    String output = target.outputs().get(ref.output());
    return !first && output != null && !output.contains(target.liveId()) && !isName(target, output);
  }

  private static boolean isName(Observed target, String output) {
    Resource resource = target.resource();
    return output.equals(resource.kind().identity().liveName(resource.attributes()));
  }
}
