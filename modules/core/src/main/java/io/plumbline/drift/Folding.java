package io.plumbline.drift;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts what only follows from a finding into that finding, so that one cause is one finding:
 *
 * <ul>
 *   <li>what stood in something missing is missing with it;
 *   <li>an attribute that refers to something missing will change when that is there again;
 *   <li>an attribute that refers to a version of something changed has changed with it;
 *   <li>what a kind declares to be a symptom follows from what it tells of.
 * </ul>
 */
final class Folding {
  private final ResourceGraph desired;
  private final Observation observation;
  private final Links links;
  private final Map<String, List<Finding>> byAddress = new HashMap<>();
  private final Map<Finding, List<Finding>> byCause = new HashMap<>();
  private final Set<Finding> symptoms = new HashSet<>();
  private final Set<String> told = new HashSet<>();
  private final Map<String, List<Finding>> folded = new LinkedHashMap<>();
  private final List<Pinned> pinned = new ArrayList<>();

  Folding(ResourceGraph desired, Observation observation, Links links) {
    this.desired = desired;
    this.observation = observation;
    this.links = links;
  }

  /** A change at an attribute that refers to a version of something else. */
  private record Pinned(Finding.Changed finding, Set<String> targets) {}

  /** Adds a finding, unless it stood in something that is missing too. */
  void missing(Subject subject, List<Finding> findings) {
    String address = String.valueOf(subject.address());
    String root = root(address);
    Finding missing = new Finding.Missing(subject, List.of());
    if (root.equals(address)) {
      findings.add(missing);
    } else {
      fold(missing, root);
    }
  }

  /** The outermost missing thing in which {@code address} stood; itself where there is none. */
  private String root(String address) {
    Set<String> way = new LinkedHashSet<>();
    String at = address;
    while (way.add(at)) {
      String parent = missingParent(desired.get(at));
      if (parent == null) {
        return at;
      }
      at = parent;
    }
    return address;
  }

  private @Nullable String missingParent(Resource resource) {
    Set<String> names = new LinkedHashSet<>(Absence.recognisedBy(resource.kind()));
    if (resource.kind().within() != null) {
      names.add(resource.kind().within());
    }
    Set<String> parents = new LinkedHashSet<>();
    for (String name : names) {
      References.forEach(
          resource.attributes().get(name), reference -> parents.add(reference.resource()));
    }
    return parents.stream().filter(observation.missing()::contains).findFirst().orElse(null);
  }

  /** Adds a finding; {@link #foldInto} may take it away again. */
  void changed(Subject subject, Difference.Changed difference, List<Finding> findings) {
    Finding.Changed finding =
        new Finding.Changed(
            subject,
            difference.path(),
            difference.desired(),
            difference.observed(),
            difference.replaces(),
            difference.byHand(),
            List.of());
    findings.add(finding);
    Value wanted = difference.wanted();
    Set<String> targets = new LinkedHashSet<>();
    if (wanted != null) {
      References.forEach(
          wanted,
          reference -> {
            if (links.mayMove(reference)) {
              targets.add(reference.resource());
            }
          });
    }
    if (!targets.isEmpty()) {
      pinned.add(new Pinned(finding, targets));
    }
  }

  /** Notes that an attribute refers to something missing. */
  void follows(Subject subject, Difference.Follows difference) {
    String reason = "refers to " + difference.missing() + ", which is missing";
    fold(new Finding.Undetermined(subject, difference.path(), reason), root(difference.missing()));
  }

  private void fold(Finding finding, String cause) {
    byAddress.computeIfAbsent(cause, address -> new ArrayList<>()).add(finding);
  }

  /** What follows from each finding that has such, by {@link #place}, as findings of their own. */
  Map<String, List<Finding>> folded() {
    return folded;
  }

  /** Completes the findings, once all are there. */
  void foldInto(List<Finding> findings) {
    Set<Finding> pins = Collections.newSetFromMap(new IdentityHashMap<>());
    pinned.forEach(pin -> pins.add(pin.finding));
    Set<String> causes = new LinkedHashSet<>();
    for (Finding finding : findings) {
      if (finding instanceof Finding.Changed changed && !pins.contains(finding)) {
        Resource resource = desired.get(String.valueOf(changed.subject().address()));
        if (!isOfTags(changed, resource)) {
          causes.add(resource.address());
        }
      }
    }
    for (Pinned pin : pinned) {
      String cause = pin.targets.stream().filter(causes::contains).findFirst().orElse(null);
      if (cause == null) {
        pins.remove(pin.finding);
      } else {
        fold(pin.finding, cause);
      }
    }
    findings.removeIf(pins::contains);
    foldSymptoms(findings);
    findings.replaceAll(this::withFollows);
  }

  private void foldSymptoms(List<Finding> findings) {
    Symptoms symptoms = new Symptoms(desired, findings);
    findings.removeIf(
        finding -> {
          Finding cause = symptoms.of(finding);
          if (cause != null) {
            byCause.computeIfAbsent(cause, c -> new ArrayList<>()).add(finding);
            this.symptoms.add(finding);
          }
          return cause != null;
        });
  }

  /** Tags stand beside versions: no other tag makes a new one. */
  private static boolean isOfTags(Finding.Changed changed, Resource resource) {
    return changed.attribute().split("/", 2)[0].equals(resource.kind().tags());
  }

  private Finding withFollows(Finding finding) {
    List<Finding> taken = taken(finding);
    if (!taken.isEmpty()) {
      folded.put(place(finding), taken);
    }
    List<String> follows = taken.stream().map(this::told).toList();
    return switch (finding) {
      case Finding.Missing missing -> new Finding.Missing(missing.subject(), follows);
      case Finding.Changed changed ->
          new Finding.Changed(
              changed.subject(),
              changed.attribute(),
              changed.desired(),
              changed.observed(),
              changed.replaces(),
              changed.byHand(),
              follows);
      case Finding.Unmanaged other -> other;
      case Finding.Duplicate other -> other;
      case Finding.Undetermined open ->
          new Finding.Undetermined(open.subject(), open.attribute(), open.reason(), follows);
    };
  }

  /** The first finding of an address takes what follows from that as a whole. */
  private List<Finding> taken(Finding finding) {
    String address = String.valueOf(finding.subject().address());
    boolean takes = finding instanceof Finding.Missing || finding instanceof Finding.Changed;
    List<Finding> taken = new ArrayList<>(byCause.getOrDefault(finding, List.of()));
    if (takes && told.add(address)) {
      taken.addAll(byAddress.getOrDefault(address, List.of()));
    }
    return taken;
  }

  /** What a symptom says is a part of the story: why Slurm takes a node for broken. */
  private String told(Finding finding) {
    String said = symptoms.contains(finding) ? Symptoms.said(finding) : "";
    return place(finding) + (said.isEmpty() ? "" : ": " + said);
  }

  /** Where a finding is: its address, and the attribute where it is about one. */
  static String place(Finding finding) {
    String address = String.valueOf(finding.subject().address());
    return switch (finding) {
      case Finding.Changed changed -> address + " " + changed.attribute();
      case Finding.Undetermined open when open.attribute() != null ->
          address + " " + open.attribute();
      case Finding.Undetermined whole -> address;
      case Finding.Missing whole -> address;
      case Finding.Unmanaged whole -> address;
      case Finding.Duplicate whole -> address;
    };
  }
}
