package io.plumbline.run;

import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.drift.Observation;
import io.plumbline.drift.Observer;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.EngineException;
import io.plumbline.spi.LiveSource;
import io.plumbline.synth.Plugins;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks up what a graph refers to at other sites, each asked in its own provider's words. */
final class Elsewhere {
  private final Plugins plugins;
  private final Function<String, @Nullable Site> sites;

  Elsewhere(Plugins plugins, Function<String, @Nullable Site> sites) {
    this.plugins = plugins;
    this.sites = sites;
  }

  /** What was found; what no site of the environment answers for is undetermined. */
  Observation look(Target target, ResourceGraph graph) {
    Map<String, List<Resource>> bySite = new LinkedHashMap<>();
    for (Resource resource : graph.resources()) {
      if (resource.existing() instanceof Lookup.OfSite of) {
        Resource there =
            Resource.existing(resource.address(), resource.kind(), of.there(), resource.source());
        bySite.computeIfAbsent(of.site(), name -> new ArrayList<>()).add(there);
      }
    }
    Observation seen = Observation.NONE;
    for (Map.Entry<String, List<Resource>> each : bySite.entrySet()) {
      ResourceGraph asked = new ResourceGraph(each.getValue());
      Site site = sites.apply(each.getKey());
      seen =
          seen.and(
              site == null
                  ? Observation.unknown(asked, "the environment has no site " + each.getKey())
                  : at(new Target(target.environment(), target.stack(), site), asked));
    }
    return seen;
  }

  /** A site that cannot even be asked leaves open what is there, and no more than that. */
  private Observation at(Target there, ResourceGraph asked) {
    Site site = there.site();
    try (LiveSource source = plugins.liveSource(site.provider(), site.source()).open(site)) {
      return new Observer(plugins.provider(site.provider(), site.source()), source)
          .lookUp(there, asked);
    } catch (EngineException | InvalidInputException e) {
      return Observation.unknown(
          asked, "site " + site.name() + ": " + String.valueOf(e.getMessage()).replace('\n', ' '));
    }
  }
}
