package io.plumbline.drift;

import io.plumbline.graph.Band;
import io.plumbline.graph.IdentityTags;
import io.plumbline.graph.Raw;
import io.plumbline.graph.Resource;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Lens;
import io.plumbline.kind.Shape;
import io.plumbline.kind.Spelling;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One resource as it should be against what stands at its address. */
final class Comparison {
  private static final Differences.Place ROOT = new Differences.Place("", false, false);

  private final Dialect api;
  private final Dialect engine;
  private final Links links;
  private final boolean strict;

  Comparison(Dialect api, Dialect engine, Links links, boolean strict) {
    this.api = api;
    this.engine = engine;
    this.links = links;
    this.strict = strict;
  }

  /**
   * What came of it.
   *
   * @param attributes attributes, of the topmost level, that are of interest
   * @param compared those of them of which it could be said whether they differ
   * @param unsaid what neither the design nor a known default speaks of
   */
  record Result(List<Difference> differences, int attributes, int compared, List<Unsaid> unsaid) {}

  Result compare(Resource desired, Observed observed) {
    List<Difference> all = new ArrayList<>();
    List<Unsaid> unsaid = new ArrayList<>();
    int attributes = 0;
    int compared = 0;
    for (Attribute attribute : desired.kind().shape().attributes()) {
      if (attribute.name().equals(desired.kind().expected())) {
        continue; // strays are held against it
      }
      Differences differences = compare(attribute, desired, observed);
      List<Difference> found = differences.found();
      unsaid.addAll(differences.unsaid());
      boolean declared = desired.attributes().has(attribute.name());
      if (declared || hasKnownDefault(attribute) || !found.isEmpty()) {
        attributes++;
        compared += found.stream().allMatch(d -> d instanceof Difference.Changed) ? 1 : 0;
      }
      all.addAll(found);
    }
    for (Raw raw : desired.raw()) {
      if (raw.dialect() == api) {
        List<Difference> found = compare(raw, observed);
        attributes++;
        compared += found.stream().allMatch(d -> d instanceof Difference.Changed) ? 1 : 0;
        all.addAll(found);
      }
    }
    int admitted = all.size();
    observed.documents().forEach((name, document) -> admit(name, document, desired, all));
    return new Result(all, attributes + all.size() - admitted, compared, unsaid);
  }

  private static boolean hasKnownDefault(Attribute attribute) {
    return attribute.byDefault() != null && !(attribute.byDefault() instanceof Value.Unknown);
  }

  /**
   * A read that failed is told of, even where the design says nothing about what it would answer.
   */
  private void admit(String name, Value document, Resource desired, List<Difference> differences) {
    if (!(document instanceof Value.Unknown unknown)) {
      return;
    }
    boolean told =
        differences.stream()
            .anyMatch(
                d -> d instanceof Difference.Unclear u && u.reason().equals(unknown.reason()));
    if (!told) {
      String first =
          desired.kind().shape().attributes().stream()
              .filter(a -> a.spelling(api) instanceof Spelling.At at && at.document().equals(name))
              .map(Attribute::name)
              .findFirst()
              .orElse(name);
      differences.add(new Difference.Unclear(first, unknown.reason()));
    }
  }

  private Differences compare(Attribute attribute, Resource desired, Observed observed) {
    String name = attribute.name();
    Value there = observed.resource().attributes().get(name);
    Differences differences = new Differences(api, engine, links, strict);
    Band band = desired.bands().get(name);
    if (band != null) {
      compare(band, name, there, differences);
      return differences;
    }
    Value wanted = desired.attributes().members().get(name);
    boolean tags = name.equals(desired.kind().tags());
    differences.attribute(
        attribute,
        ROOT,
        tags && wanted != null ? IdentityTags.withoutProviders(wanted) : wanted,
        tags ? IdentityTags.withoutProviders(there) : there);
    return differences;
  }

  /** Inside the band its owner may move it; mending what is outside never replaces anything. */
  private static void compare(Band band, String name, Value observed, Differences differences) {
    switch (observed) {
      case Value.Unknown unknown -> differences.add(new Difference.Unclear(name, unknown.reason()));
      case Value.Int whole when band.holds(whole.value()) -> {}
      default -> {
        Value wanted = Value.text(band.words());
        differences.changed(ROOT.at(name), wanted, wanted, observed);
      }
    }
  }

  private List<Difference> compare(Raw raw, Observed observed) {
    int colon = raw.path().indexOf(':');
    Value document = observed.documents().get(colon < 0 ? "" : raw.path().substring(0, colon));
    Differences differences = new Differences(api, engine, links, strict);
    differences.value(
        new Shape.Json(), ROOT.at(raw.path()), raw.value(), find(document, raw, colon));
    return differences.found();
  }

  private static Value find(@Nullable Value document, Raw raw, int colon) {
    if (document == null || document instanceof Value.Unknown) {
      return document == null ? Value.NULL : document;
    }
    return Lens.find(document, List.of(raw.path().substring(colon + 1).split("/", -1)));
  }
}
