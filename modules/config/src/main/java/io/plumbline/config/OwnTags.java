package io.plumbline.config;

import io.plumbline.config.ParameterType.MapOf;
import io.plumbline.config.ParameterType.Text;
import io.plumbline.model.Site;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tags that an organisation wants on its resources: of a site, and of single stacks. They travel
 * among the settings of sites.
 *
 * <p>AWS, Tag naming limits and requirements: 128 and 256 characters that all services take, the
 * prefix {@code aws:} kept, at most 50 for a resource.
 */
final class OwnTags {
  static final String SETTING = "tags";

  /** Of a resource, less those by which Plumbline recognises it. */
  private static final int MOST = 50 - 4;

  private static final String CHARACTERS = "a-zA-Z0-9_.:/=+@-";

  static final MapOf TYPE =
      new MapOf(
          "(?![aA][wW][sS]:|plumbline:|Name$)[" + CHARACTERS + "][ " + CHARACTERS + "]{0,127}",
          "1 to 128 letters, digits, spaces and _.:/=+@-, and neither Name nor begin with aws: or"
              + " plumbline:, which are kept",
          new Text(
              "[ " + CHARACTERS + "]{0,256}", "text of up to 256 letters, digits and _.:/=+@-"));

  private OwnTags() {}

  /** The site, with the tags of stacks among its settings. */
  static Site with(Map<String, Map<String, String>> ofStacks, Site site) {
    Map<String, String> settings = new TreeMap<>(site.settings());
    ofStacks.forEach(
        (stack, tags) ->
            tags.forEach((key, value) -> settings.put(Site.tagsOf(stack) + key, value)));
    return new Site(site.name(), site.provider(), site.engine(), settings, site.source());
  }

  /** Too many of them for a resource of one stack. */
  static void check(Site site, Iterable<String> stacks, Problems problems) {
    for (String stack : stacks) {
      int number = site.tags(stack).size();
      if (number > MOST) {
        problems.refused(
            "sites." + site.name() + "." + SETTING,
            number + " tags with those of stack " + stack,
            "AWS takes 50 of a resource, and Plumbline needs four",
            site.source() == null ? 1 : site.source().line());
      }
    }
  }
}
