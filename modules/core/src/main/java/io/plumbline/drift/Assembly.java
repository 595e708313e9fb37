package io.plumbline.drift;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Lens;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Target;
import io.plumbline.spi.LiveSource.Failure;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Puts an observation together once it is settled which live thing is which resource. */
final class Assembly {
  private final LiveThings things;
  private final Target target;
  private final ResourceGraph desired;
  private final Map<String, String> recorded;
  private final Matches matches;

  Assembly(
      LiveThings things,
      Target target,
      ResourceGraph desired,
      Map<String, String> recorded,
      Matches matches) {
    this.things = things;
    this.target = target;
    this.desired = desired;
    this.recorded = recorded;
    this.matches = matches;
  }

  /**
   * The observation.
   *
   * @param counting strays that matter to whoever asks, so that it is made sure that they are there
   */
  Observation observation(Predicate<Stray> counting) {
    Map<String, Observed> found = found();
    Absence absence = new Absence(things, new Doubts(things, recorded), desired, matches);
    Set<String> missing = new LinkedHashSet<>();
    Map<String, String> undetermined = new LinkedHashMap<>();
    for (Resource resource : desired.resources()) {
      String address = resource.address();
      if (!found.containsKey(address) && resource.kind().comparedAt() == null) {
        String reason = absence.reason(address);
        if (reason == null) {
          missing.add(address);
        } else {
          undetermined.put(address, reason);
        }
      }
    }
    List<Stray> strays = new Strays(things, target, desired, matches, undetermined.keySet()).all();
    return new Observation(
        found,
        missing,
        undetermined,
        new Confirmation(things).of(strays, counting),
        new MadeThings(things, desired, matches).byMaker(),
        blind(),
        things.left(),
        things.readings().failures(),
        things.readings().calls());
  }

  private Map<String, Observed> found() {
    Satellites satellites = new Satellites(things, desired, matches);
    Map<String, Observed> found = new LinkedHashMap<>();
    for (Resource resource : desired.resources()) {
      LiveRow row = matches.at(resource.address());
      if (row != null) {
        found.put(resource.address(), observed(resource, row, satellites));
      }
    }
    return found;
  }

  private Observed observed(Resource resource, LiveRow row, Satellites satellites) {
    if (!resource.isOurs()) {
      return new Observed(resource, row.liveId(), row.outputs(), Map.of("", row.document()));
    }
    Map<String, Value> documents = satellites.documents(row);
    Obj attributes = Lens.decode(resource.kind().shape(), documents, things.api());
    return new Observed(
        resource.withAttributes(attributes), row.liveId(), row.outputs(), documents);
  }

  /**
   * Kinds of which a list is not whole: what is not in the design may have gone unseen. What was
   * seen and has a name, but says not whose it is, is a stray of which that is not clear. Of what
   * is only referred to, whatever refers to it tells.
   */
  private Map<String, Blindness> blind() {
    Map<String, Blindness> blind = new LinkedHashMap<>();
    for (ResourceKind kind : things.kinds()) {
      if (kind.comparedAt() != null) {
        continue;
      }
      String operation = LiveThings.main(kind).operation();
      Failure list = things.readings().failure(operation, Readings.ALL);
      if (list != null) {
        blind.put(kind.id(), new Blindness(list.toString(), true));
      }
      things
          .readings()
          .failures(operation)
          .forEach(each -> blind.putIfAbsent(kind.id(), new Blindness(each.toString(), false)));
      things.rows(kind).stream()
          .filter(row -> row.liveId().isEmpty())
          .map(LiveRow::unclear)
          .filter(reason -> reason != null)
          .findFirst()
          .ifPresent(
              reason -> blind.putIfAbsent(kind.id(), new Blindness(unrecognised(reason), false)));
    }
    return blind;
  }

  static String unrecognised(String reason) {
    return "what this kind's list holds cannot be recognised: " + reason;
  }
}
