package io.plumbline.drift;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Symptom;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which findings only tell of another one, as their kinds say. What they tell of is drift by
 * itself, or a whole thing that cannot be reached. What could not be read never hides behind
 * something else that could not.
 */
final class Symptoms {
  private final ResourceGraph desired;
  private final Map<String, List<Finding.Changed>> changed = new HashMap<>();
  private final Map<String, Finding.Undetermined> unheard = new HashMap<>();
  private final Map<Finding, Finding> causes = new HashMap<>();

  Symptoms(ResourceGraph desired, List<Finding> findings) {
    this.desired = desired;
    for (Finding finding : findings) {
      if (finding instanceof Finding.Changed each) {
        String address = String.valueOf(each.subject().address());
        changed.computeIfAbsent(address, a -> new ArrayList<>()).add(each);
      } else if (finding instanceof Finding.Undetermined open && open.attribute() == null) {
        unheard.put(String.valueOf(open.subject().address()), open);
      }
    }
    for (Finding finding : findings) {
      Finding cause = cause(finding);
      if (cause != null) {
        causes.put(finding, cause);
      }
    }
  }

  /** What the finding tells of in the end; null where it stands for itself. */
  @Nullable Finding of(Finding finding) {
    Finding cause = causes.get(finding);
    Set<Finding> way = new LinkedHashSet<>();
    while (cause != null && way.add(cause) && causes.containsKey(cause)) {
      cause = causes.get(cause);
    }
    return finding.equals(cause) ? null : cause;
  }

  private @Nullable Finding cause(Finding finding) {
    String address = finding.subject().address();
    Resource resource = address == null ? null : desired.find(address);
    if (resource == null) {
      return null;
    }
    String path = path(finding);
    for (Symptom symptom : resource.kind().symptoms()) {
      if (symptom.isAt(path)) {
        for (String place : places(resource, symptom.via())) {
          Finding cause = causeAt(place, symptom, finding);
          if (cause != null) {
            return cause;
          }
        }
      }
    }
    return null;
  }

  private @Nullable Finding causeAt(String place, Symptom symptom, Finding finding) {
    for (Finding.Changed each : changed.getOrDefault(place, List.of())) {
      if (!each.equals(finding) && symptom.follows().test(said(finding), each.attribute())) {
        return each;
      }
    }
    Finding.Undetermined open = unheard.get(place);
    return open != null
            && finding instanceof Finding.Changed
            && symptom.outOfReach().test(said(finding), open.reason())
        ? open
        : null;
  }

  private static Set<String> places(Resource resource, @Nullable String via) {
    if (via == null) {
      return Set.of(resource.address());
    }
    Set<String> places = new LinkedHashSet<>();
    References.forEach(
        resource.attributes().get(via), reference -> places.add(reference.resource()));
    return places;
  }

  private static @Nullable String path(Finding finding) {
    return switch (finding) {
      case Finding.Changed f -> f.attribute();
      case Finding.Undetermined f -> f.attribute();
      case Finding.Missing f -> null;
      case Finding.Unmanaged f -> null;
      case Finding.Duplicate f -> null;
    };
  }

  /** What was observed, or why nothing was; empty where nothing stands there. */
  static String said(Finding finding) {
    return switch (finding) {
      case Finding.Changed f -> f.observed() instanceof Value.Text text ? text.value() : "";
      case Finding.Undetermined f -> f.reason();
      case Finding.Missing f -> "";
      case Finding.Unmanaged f -> f.reason();
      case Finding.Duplicate f -> "";
    };
  }
}
