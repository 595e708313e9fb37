package io.plumbline.config;

import io.plumbline.model.Site;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sites that keep what is known of them where another site does: how to come there is that one's to
 * say, and stands with this one as well, so that each site says all by itself.
 */
final class SharedState {
  private static final List<String> ELSEWHERE = List.of("state.bucket", "state.container");

  private SharedState() {}

  /** The same sites, each with what it needs of another. */
  static List<Site> in(List<Site> sites) {
    return sites.stream().map(site -> with(site, keeper(site, sites))).toList();
  }

  private static Site with(Site site, @Nullable Site keeper) {
    if (keeper == null) {
      return site;
    }
    Map<String, String> settings = new TreeMap<>(site.settings());
    settings.put(Site.KEEPER + "provider", keeper.provider());
    keeper.settings().forEach((name, value) -> settings.put(Site.KEEPER + name, value));
    return new Site(site.name(), site.provider(), site.engine(), settings, site.source());
  }

  private static @Nullable Site keeper(Site site, List<Site> sites) {
    String name = site.setting(Site.KEPT_BY);
    return sites.stream()
        .filter(other -> other.name().equals(name) && isElsewhere(other))
        .findFirst()
        .orElse(null);
  }

  private static boolean isElsewhere(Site site) {
    return ELSEWHERE.stream().map(site::setting).anyMatch(Objects::nonNull);
  }

  static void check(Site site, List<Site> sites, Problems problems) {
    String name = site.setting(Site.KEPT_BY);
    if (name != null && keeper(site, sites) == null) {
      List<String> allowed =
          sites.stream().filter(SharedState::isElsewhere).map(Site::name).toList();
      ProviderSettings.refuse(
          problems,
          site,
          "state.site: got \""
              + name
              + "\"; allowed are sites with a bucket or a container for state: "
              + (allowed.isEmpty() ? "there are none" : Problems.listed(allowed)),
          "name one of them; or give that site state: {bucket: NAME}, or on Azure state:"
              + " {storage-account: NAME, container: NAME}");
    }
  }
}
