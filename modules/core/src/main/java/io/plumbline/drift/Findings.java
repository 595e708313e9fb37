package io.plumbline.drift;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.graph.Raw;
import io.plumbline.graph.Resource;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns an observation into findings, and counts what they rest on. */
final class Findings {
  private final Expectation expected;
  private final Observation observation;
  private final Dialect api;
  private final boolean strict;
  private final Folding folding;
  private final Agreements agreements;
  private final Kept kept;
  private final List<Finding> all = new ArrayList<>();
  private final List<Coverage.Gap> unreadable = new ArrayList<>();
  private final List<Coverage.Gap> raw = new ArrayList<>();
  private int attributes;
  private int compared;

  Findings(
      Expectation expected,
      Observation observation,
      Dialect api,
      boolean strict,
      Baseline baseline,
      boolean keeps) {
    this.expected = expected;
    this.observation = observation;
    this.api = api;
    this.strict = strict;
    Links links = new Links(observation, expected.liveIds());
    this.folding = new Folding(expected.graph(), observation, links);
    this.agreements = new Agreements(expected.graph(), links);
    this.kept = new Kept(baseline, api, expected.engine(), links, keeps);
    Comparison comparison = new Comparison(api, expected.engine(), links, strict);
    expected.graph().resources().forEach(resource -> add(resource, comparison));
    folding.foldInto(all);
    observation.strays().forEach(this::add);
    addBlind();
    observation.strays().forEach(this::addUnclear);
  }

  List<Finding> all() {
    return all;
  }

  /** What follows from findings, by the address of these. */
  Map<String, List<Finding>> folded() {
    return folding.folded();
  }

  /** The target's part of the baseline, once all is held against it. */
  Kept kept() {
    return kept;
  }

  Coverage coverage() {
    int notOurs =
        (int)
            observation.strays().stream()
                .filter(stray -> stray.unclear() == null)
                .filter(stray -> stray.isSomebodyElses(expected.neighbours()))
                .count();
    return new Coverage(
        expected.graph().resources().size(),
        attributes,
        compared,
        attributes - compared,
        0,
        notOurs,
        observation.calls(),
        unreadable,
        raw,
        blindSpots());
  }

  private String own() {
    return expected.target().environment() + "/" + expected.target().stack();
  }

  private List<Coverage.Gap> blindSpots() {
    Map<String, ResourceKind> kinds = new TreeMap<>();
    expected.graph().resources().forEach(each -> kinds.put(each.kind().id(), each.kind()));
    List<Coverage.Gap> spots = new ArrayList<>();
    kinds.forEach(
        (id, kind) -> {
          boolean byName =
              kind.within() == null
                  && kind.reads().values().stream().limit(1).anyMatch(read -> read.key() != null);
          if (byName) {
            spots.add(new Coverage.Gap(id, "others with our tags", "looked up by name alone"));
          }
          kind.notRead().forEach(what -> spots.add(new Coverage.Gap(id, what, "not read")));
        });
    if (!observation.left().isEmpty()) {
      spots.add(
          new Coverage.Gap(
              "other kinds",
              "things with our tags",
              "the design has no " + String.join(", ", observation.left())));
    }
    return spots;
  }

  private void add(Resource resource, Comparison comparison) {
    addRaw(resource);
    Observed observed = observation.found().get(resource.address());
    String undetermined = observation.undetermined().get(resource.address());
    if (undetermined != null) {
      all.add(new Finding.Undetermined(subject(resource, null), null, undetermined));
    } else if (observed == null && resource.kind().comparedAt() == null) {
      folding.missing(subject(resource, null), all);
    } else if (observed != null && resource.isOurs()) {
      Comparison.Result result = comparison.compare(resource, observed);
      attributes += result.attributes();
      compared += result.compared();
      Subject subject = subject(resource, observed.liveId());
      Set<String> settled = addKept(resource, observed.liveId(), result.unsaid());
      result.differences().stream()
          .filter(difference -> !settled.contains(difference.path()))
          .forEach(difference -> add(subject, difference));
      List<Made> made = observation.made().getOrDefault(resource.address(), List.of());
      agreements.differences(resource, made).forEach(difference -> add(subject, difference));
    }
  }

  /**
   * What differs from the baseline leads to its line there: the design says nothing of it.
   *
   * @return paths of which the baseline says what should stand there
   */
  private Set<String> addKept(Resource resource, String liveId, List<Unsaid> unsaid) {
    Set<String> settled = new LinkedHashSet<>();
    for (Kept.Result each : kept.compare(resource, unsaid)) {
      settled.add(each.entry().path());
      attributes++;
      compared +=
          each.differences().stream().allMatch(Difference.Changed.class::isInstance) ? 1 : 0;
      Subject subject = subject(resource, liveId);
      Subject there =
          new Subject(
              subject.stack(),
              subject.site(),
              subject.address(),
              subject.kind(),
              liveId,
              each.entry().source());
      each.differences().forEach(difference -> add(there, difference));
    }
    return settled;
  }

  private void add(Subject subject, Difference difference) {
    switch (difference) {
      case Difference.Changed changed -> folding.changed(subject, changed, all);
      case Difference.Follows follows -> folding.follows(subject, follows);
      case Difference.Unclear unclear ->
          all.add(new Finding.Undetermined(subject, unclear.path(), unclear.reason()));
      case Difference.Unreadable gap -> {
        String address = String.valueOf(subject.address());
        unreadable.add(new Coverage.Gap(address, gap.path(), gap.reason()));
        if (strict) {
          all.add(new Finding.Undetermined(subject, gap.path(), gap.reason()));
        }
      }
    }
  }

  /**
   * Values in a dialect's own words are listed wherever they are; the API's are compared as well,
   * and the engine's where an attribute covers their place.
   */
  private void addRaw(Resource resource) {
    for (Raw value : resource.raw()) {
      String place = value.dialect().id() + ":" + value.path();
      boolean read = value.dialect() == api;
      boolean covered =
          value.dialect() == expected.engine()
              && RawOverlay.covers(resource, value, expected.engine());
      String compared = read || covered ? "" : "not compared; ";
      raw.add(new Coverage.Gap(resource.address(), place, compared + value.because()));
    }
  }

  private void add(Stray stray) {
    if (stray.address() != null) {
      Resource resource = expected.graph().get(stray.address());
      Observed original = observation.found().get(stray.address());
      String id = original == null ? "" : original.liveId();
      all.add(new Finding.Duplicate(subject(resource, stray.liveId()), id, stray.removal()));
    } else if (stray.unmanaged() != null && !stray.isSomebodyElses(expected.neighbours())) {
      String claimant = stray.claimant();
      boolean foreign = claimant != null && !claimant.equals(own());
      String more =
          foreign ? ", and says that it is of " + claimant + ", which has no such thing" : "";
      all.add(
          new Finding.Unmanaged(
              subject(stray), stray.unmanaged() + more, stray.observed(), stray.removal()));
    }
  }

  /**
   * A list that is not whole may hide what is unmanaged, even where all of the design was found,
   * and where a rule or a tolerance covers what was not. What was asked for by its own key, and not
   * answered, hides nothing else where the resource's own finding says so.
   */
  private void addBlind() {
    Set<String> said = new LinkedHashSet<>();
    Stream.concat(all.stream(), folding.folded().values().stream().flatMap(List::stream))
        .filter(finding -> finding instanceof Finding.Undetermined open && open.attribute() == null)
        .forEach(finding -> said.add(finding.subject().kind()));
    observation
        .blind()
        .forEach(
            (kind, why) -> {
              if (why.list() || !said.contains(kind)) {
                all.add(new Finding.Undetermined(subject(kind, null, null), null, why.reason()));
              }
            });
  }

  /** Named, so that a rule can say that it is not ours; until then nobody knows that it is not. */
  private void addUnclear(Stray stray) {
    if (stray.unclear() != null && !stray.liveId().isEmpty()) {
      String reason = "it cannot be told whether it is ours: " + stray.unclear();
      all.add(new Finding.Undetermined(subject(stray), null, reason));
    }
  }

  private Subject subject(Resource resource, @Nullable String liveId) {
    return new Subject(
        expected.target().stack(),
        expected.target().site().name(),
        resource.address(),
        resource.kind().id(),
        liveId,
        resource.source());
  }

  /** What is in no design has no line of its own: the one that made room for it leads there. */
  private Subject subject(Stray stray) {
    Resource near = stray.near() == null ? null : expected.graph().find(stray.near());
    return subject(stray.kind(), stray.liveId(), near == null ? null : near.source());
  }

  private Subject subject(String kind, @Nullable String liveId, @Nullable SourceLine source) {
    return new Subject(
        expected.target().stack(), expected.target().site().name(), null, kind, liveId, source);
  }
}
