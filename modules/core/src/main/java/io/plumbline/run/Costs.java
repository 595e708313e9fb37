package io.plumbline.run;

import io.plumbline.cost.Cost;
import io.plumbline.cost.TargetCost;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.synth.Plugins;
import io.plumbline.synth.TargetGraph;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Asks each target's provider what its resources cost. */
public final class Costs {
  private final Plugins plugins;

  public Costs(Plugins plugins) {
    this.plugins = plugins;
  }

  /** What is wanted, whatever is deployed. */
  public List<TargetCost> of(List<TargetGraph> wanted) {
    return wanted.stream().map(each -> of(each.target(), null, each.graph())).toList();
  }

  /** What is deployed, and what would be. */
  public List<TargetCost> ofPlans(List<TargetPlan> plans) {
    return plans.stream()
        .map(each -> of(each.target(), each.workspace().released(), each.workspace().graph()))
        .toList();
  }

  TargetCost of(Target target, @Nullable ResourceGraph before, ResourceGraph after) {
    Site site = target.site();
    return new TargetCost(
        target.stack(),
        site.name(),
        region(site),
        before == null ? null : price(before, site),
        price(after, site));
  }

  /** Azure calls it the location, and takes {@code East US} for {@code eastus}. */
  private static String region(Site site) {
    String location = site.setting("location", "");
    return site.setting("region", location.toLowerCase(Locale.ROOT).replace(" ", ""));
  }

  private Cost price(ResourceGraph graph, Site site) {
    return plugins.provider(site.provider(), site.source()).price(graph);
  }
}
