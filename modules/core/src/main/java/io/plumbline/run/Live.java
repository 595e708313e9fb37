package io.plumbline.run;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.drift.Author;
import io.plumbline.drift.Authors;
import io.plumbline.drift.Baseline;
import io.plumbline.drift.DriftCheck;
import io.plumbline.drift.Expectation;
import io.plumbline.drift.Finding;
import io.plumbline.drift.Finding.Undetermined;
import io.plumbline.drift.Observation;
import io.plumbline.drift.Observer;
import io.plumbline.drift.TargetDrift;
import io.plumbline.graph.IdentityTags;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.Arrivals;
import io.plumbline.spi.AuditLog;
import io.plumbline.spi.Engine.Progress;
import io.plumbline.spi.LiveSource;
import io.plumbline.spi.Preflight;
import io.plumbline.spi.Provider;
import io.plumbline.synth.Plugins;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What runs ask of the live environment. A source is opened only where something is asked. */
public final class Live {
  private static final String CORRECT =
      "correct the id, name or tag, or the site's account and region; where several have the name,"
          + " say which by its id: withId(…)";

  private final Plugins plugins;
  private final Elsewhere elsewhere;
  private final List<Site> sites;

  /**
   * The environment with these sites.
   *
   * @param sites of which one may refer to what another one has
   */
  public Live(Plugins plugins, List<Site> sites) {
    this.plugins = plugins;
    this.sites = List.copyOf(sites);
    this.elsewhere = new Elsewhere(plugins, this::site);
  }

  /** By its name; null where the environment has none of this name. */
  @Nullable Site site(String name) {
    return sites.stream().filter(site -> site.name().equals(name)).findFirst().orElse(null);
  }

  /**
   * Compares one target with what is expected of it, and with what stood there before.
   *
   * @param keeps whether a new baseline is to be written from it
   */
  public TargetDrift check(Expectation expected, boolean strict, Baseline baseline, boolean keeps) {
    Site site = expected.target().site();
    Observation others = elsewhere.look(expected.target(), expected.graph());
    try (LiveSource source = open(site)) {
      return new DriftCheck(provider(site), source, strict, baseline, keeps).run(expected, others);
    }
  }

  /** Who made findings of these targets true, as far as the audit logs of their sites tell. */
  Map<Finding, Author> authors(
      List<Finding> findings, List<TargetDrift> checked, Progress progress) {
    Map<Finding, Author> all = new LinkedHashMap<>();
    Map<Site, List<TargetDrift>> sites = new LinkedHashMap<>();
    for (TargetDrift each : checked) {
      if (findings.stream().anyMatch(f -> !(f instanceof Undetermined) && each.hasMade(f))) {
        sites.computeIfAbsent(each.site(), site -> new ArrayList<>()).add(each);
      }
    }
    sites.forEach(
        (site, drifts) -> {
          progress.say("asking who changed " + site.name());
          try (AuditLog log = plugins.liveSource(site.provider(), site.source()).auditLog(site)) {
            Authors authors =
                new Authors(log, id -> plugins.kind(site.provider(), id), earliest(drifts));
            for (TargetDrift each : drifts) {
              all.putAll(authors.of(findings.stream().filter(each::hasMade).toList(), each));
            }
          }
        });
    return all;
  }

  private static Instant earliest(List<TargetDrift> drifts) {
    return drifts.stream()
        .map(each -> Objects.requireNonNullElse(each.expectation().since(), Instant.EPOCH))
        .min(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /** By which a plan knows whether the live environment has moved since. */
  public String fingerprint(Target target, ResourceGraph graph, Map<String, String> recorded) {
    try (LiveSource source = open(target.site())) {
      return new Observer(provider(target.site()), source)
          .observe(target, graph, recorded)
          .fingerprint();
    }
  }

  /**
   * Live ids of the existing resources of a graph, by address, and their other outputs, by {@code
   * address.output}.
   *
   * @throws InvalidInputException if one is not there, or cannot be looked up
   */
  Map<String, String> lookUp(Target target, ResourceGraph graph) {
    if (graph.resources().stream().allMatch(Resource::isOurs)) {
      return Map.of();
    }
    try (LiveSource source = open(target.site())) {
      Observation seen =
          new Observer(provider(target.site()), source)
              .lookUp(target, graph)
              .and(elsewhere.look(target, graph));
      List<Diagnostic> problems = new ArrayList<>();
      for (Resource resource : graph.resources()) {
        if (!resource.isOurs() && !seen.found().containsKey(resource.address())) {
          problems.add(notThere(resource, target, seen.undetermined().get(resource.address())));
        }
      }
      Protection.refuse(problems);
      return outputs(seen);
    }
  }

  /**
   * What is there of a graph and carries its tags, by address: what engines import it by. A name or
   * a place alone is no reason to take something over.
   */
  Map<String, String> importable(Target target, ResourceGraph graph) {
    try (LiveSource source = open(target.site())) {
      Observation seen =
          new Observer(provider(target.site()), source).observe(target, graph, Map.of());
      Map<String, String> ids = new LinkedHashMap<>();
      seen.found()
          .forEach(
              (address, found) -> {
                String id =
                    found.outputs().get(String.valueOf(found.resource().kind().importedBy()));
                if (id != null && isTagged(found.resource(), target)) {
                  ids.put(address, id);
                }
              });
      return ids;
    }
  }

  private static boolean isTagged(Resource found, Target target) {
    String attribute = found.kind().tags();
    Map<String, String> tags =
        attribute == null ? Map.of() : IdentityTags.read(found.attributes().get(attribute));
    return found.isOurs()
        && found.address().equals(tags.get(IdentityTags.ID))
        && target.stack().equals(tags.get(IdentityTags.STACK))
        && target.environment().equals(tags.get(IdentityTags.ENVIRONMENT));
  }

  /** What the provider says of a plan before it is carried out. */
  public List<Preflight> preflight(TargetPlan plan) {
    Target target = plan.target();
    try (LiveSource source = open(target.site())) {
      return provider(target.site()).preflight(plan.workspace().graph(), target, source);
    }
  }

  /** Whether the nodes have come. */
  Arrivals arrivals(Target target, ResourceGraph deployed) {
    try (LiveSource source = open(target.site())) {
      return provider(target.site()).arrivals(deployed, source);
    }
  }

  private static Map<String, String> outputs(Observation seen) {
    Map<String, String> known = new LinkedHashMap<>(seen.liveIds());
    seen.found()
        .forEach(
            (address, found) ->
                found
                    .outputs()
                    .forEach((output, value) -> known.put(address + "." + output, value)));
    return known;
  }

  private static Diagnostic notThere(Resource resource, Target target, @Nullable String reason) {
    Lookup lookup = Objects.requireNonNull(resource.existing(), "asked of existing ones alone");
    String what = resource.kind() + " " + resource.address() + ": " + lookup.inWords();
    String site = lookup instanceof Lookup.OfSite of ? of.site() : target.site().name();
    return new Diagnostic(
        "PLB-RUN-016",
        Diagnostic.Severity.ERROR,
        "existing resource was not found",
        what + (reason == null ? " is not at site " + site : ": " + reason),
        resource.source(),
        fix(lookup));
  }

  private static String fix(Lookup lookup) {
    return switch (lookup) {
      case Lookup.OfStack of -> "deploy stack " + of.stack() + " first";
      case Lookup.OfSite of -> fix(of.there());
      case Lookup.ById by -> CORRECT;
      case Lookup.ByName by -> CORRECT;
      case Lookup.ByTag by -> CORRECT;
    };
  }

  private LiveSource open(Site site) {
    return plugins.liveSource(site.provider(), site.source()).open(site);
  }

  private Provider provider(Site site) {
    return plugins.provider(site.provider(), site.source());
  }
}
