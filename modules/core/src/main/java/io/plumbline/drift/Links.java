package io.plumbline.drift;

import io.plumbline.graph.Resource;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import org.jspecify.annotations.Nullable;

/** Puts live ids in place of the references of the desired side, once all is read. */
final class Links {
  private final Observation observation;

  Links(Observation observation) {
    this.observation = observation;
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
