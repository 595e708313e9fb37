package io.plumbline.aws.capacity;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.spi.LiveSource;
import io.plumbline.spi.LiveSource.Answer;
import io.plumbline.spi.LiveSource.Failure;
import io.plumbline.spi.Preflight;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether the caller may make what the design asks for, as IAM's own simulation says. It knows
 * identity policies and boundaries, and not what depends on the single resource.
 */
final class Rights {
  private static final String SIMULATED = "iam:SimulatePrincipalPolicy";
  private static final String SUBJECT = "rights to make what is asked for";

  private final LiveSource source;

  Rights(LiveSource source) {
    this.source = source;
  }

  List<Preflight> look(ResourceGraph graph) {
    Set<String> actions = new TreeSet<>();
    Set<String> unknown = new TreeSet<>();
    for (Resource resource : graph.resources()) {
      if (resource.isOurs()) {
        List<String> takes = resource.kind().makingTakes();
        actions.addAll(takes);
        if (takes.isEmpty()) {
          unknown.add(resource.kind().id());
        }
      }
    }
    List<Preflight> found = new ArrayList<>();
    if (!actions.isEmpty()) {
      found.add(compare(actions));
    }
    if (!unknown.isEmpty()) {
      found.add(
          Preflight.unreadable(
              "rights to make " + String.join(", ", unknown),
              "which actions that takes is not known here",
              null));
    }
    return found;
  }

  private Preflight compare(Set<String> actions) {
    Answer answer = source.call(SIMULATED, List.copyOf(actions));
    if (!answer.failures().isEmpty()) {
      Failure failure = answer.failures().values().iterator().next();
      return Preflight.unreadable(SUBJECT, failure.toString(), null);
    }
    Set<String> refused = new TreeSet<>();
    Set<String> unanswered = new TreeSet<>(actions);
    for (Obj result : answer.items()) {
      if (result.get("EvalActionName") instanceof Value.Text action) {
        unanswered.remove(action.value());
        if (!result.get("EvalDecision").equals(Value.text("allowed"))) {
          refused.add(action.value());
        }
      }
    }
    if (refused.isEmpty() && !unanswered.isEmpty()) {
      String silent = "nothing was answered of " + String.join(", ", unanswered);
      return Preflight.unreadable(SUBJECT, silent, null);
    }
    return refused.isEmpty()
        ? Preflight.enough(SUBJECT, actions.size() + " actions are allowed", null)
        : Preflight.lacking(
            SUBJECT,
            "not allowed are " + String.join(", ", refused),
            "let the credentials of this site do that, or deploy with others",
            null);
  }
}
