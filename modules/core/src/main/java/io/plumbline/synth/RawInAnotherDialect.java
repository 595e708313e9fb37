package io.plumbline.synth;

import io.plumbline.kind.Dialect;
import io.plumbline.model.Component;
import io.plumbline.model.Design;
import io.plumbline.model.RawSetting;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import io.plumbline.spi.Engine;
import io.plumbline.spi.Format;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A component has raw settings for artefacts, but none for those that its site's engine runs.
 * Stands here, and not with the other rules, since only the plugins know what an engine runs.
 */
final class RawInAnotherDialect {
  static final Rule RULE =
      Rule.warning(
          "PLB-RAW-003",
          "raw setting for another engine",
          "What is said in another engine's words stands nowhere in this one's artefacts, and"
              + " nobody would notice.",
          "Plumbline, escape hatch",
          "say it in the missing dialect too, or leave it out");

  private final Plugins plugins;

  RawInAnotherDialect(Plugins plugins) {
    this.plugins = plugins;
  }

  /** Engines are asked for only where there is a raw setting: loading them takes long. */
  void check(Design design, Target target, Problems problems) {
    for (Component component : design.on(target.site())) {
      if (!component.identity().raw().isEmpty()) {
        check(component, target.site(), problems);
      }
    }
  }

  private void check(Component component, Site site, Problems problems) {
    Set<Dialect> said =
        component.identity().raw().stream().map(RawSetting::dialect).collect(Collectors.toSet());
    said.retainAll(artefacts(site));
    for (Dialect heard : said.isEmpty() ? Set.<Dialect>of() : heard(site)) {
      if (!said.contains(heard)) {
        problems.report(
            RULE,
            component,
            "got raw settings for "
                + said.stream().map(Dialect::id).sorted().collect(Collectors.joining(", "))
                + " alone; the engine of site \""
                + site.name()
                + "\", "
                + site.engine()
                + ", takes "
                + heard.id());
      }
    }
  }

  /** The dialects of which one at least is written for this site. */
  private Set<Dialect> artefacts(Site site) {
    return plugins.formats().stream()
        .filter(format -> format.serves(site))
        .map(Format::dialect)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What the site's engine runs; whatever one might, where the engine is found out later. */
  private Set<Dialect> heard(Site site) {
    List<Engine> named =
        plugins.engines().stream().filter(engine -> engine.id().equals(site.engine())).toList();
    return named.isEmpty()
        ? artefacts(site)
        : Set.of(plugins.format(named.get(0).format(), site.source()).dialect());
  }
}
