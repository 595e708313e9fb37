package io.plumbline.config;

import io.plumbline.config.ParameterType.Section;
import io.plumbline.config.ParameterType.Variants;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.model.Site;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What can be said of a site: its provider says the rest. */
final class SiteSettings {
  static final String SOURCE = "source";
  private static final String PROVIDER = "provider";

  /** A new provider is one line here. */
  private static final List<ProviderSettings> PROVIDERS =
      List.of(new AwsSettings(), new AzureSettings(), new OnPremSettings());

  static final Variants TYPE = new Variants(PROVIDER, sections());

  private SiteSettings() {}

  private static Map<String, Section> sections() {
    Map<String, Section> sections = new LinkedHashMap<>();
    PROVIDERS.forEach(each -> sections.put(each.provider(), each.type()));
    return sections;
  }

  /** Reports what its provider's settings do not allow in this environment. */
  static void check(Site site, String environment, Problems problems) {
    PROVIDERS.stream()
        .filter(each -> each.provider().equals(site.provider()))
        .forEach(each -> each.check(site, environment, problems));
  }

  /** The site that the values read say. */
  static Site site(String name, Map<String, Object> values) {
    Map<String, Object> rest = new LinkedHashMap<>(values);
    Object provider = rest.remove(PROVIDER);
    Object engine = rest.remove("engine");
    SourceLine source = (SourceLine) rest.remove(SOURCE);
    Map<String, String> settings = new TreeMap<>();
    flatten("", rest, settings);
    return new Site(name, String.valueOf(provider), String.valueOf(engine), settings, source);
  }

  private static void flatten(String path, Map<?, ?> values, Map<String, String> settings) {
    values.forEach(
        (key, value) -> {
          String name = Binder.inside(path, String.valueOf(key));
          if (value instanceof Map<?, ?> section) {
            flatten(name, section, settings);
          } else {
            settings.put(name, String.valueOf(value));
          }
        });
  }
}
