package io.plumbline.config;

import io.plumbline.config.ParameterType.Choice;
import io.plumbline.config.ParameterType.Section;
import io.plumbline.model.Site;
import java.util.List;

/** What can be said of the sites of one provider, and what must not: a class for each provider. */
interface ProviderSettings {
  /** Id of the provider. */
  String provider();

  /** What a site says; with the fields {@code provider}, {@code engine} and {@code source}. */
  Section type();

  /** Reports what must not be said here, though each word by itself is allowed. */
  void check(Site site, String environment, Problems problems);

  /** One of some words. */
  static Choice word(String... words) {
    return new Choice(List.of(words), word -> word);
  }

  /** A setting that an environment must not have. */
  static void refuse(Problems problems, Site site, String detail, String fix) {
    problems.add(
        "PLB-ENV-008",
        "setting not safe here",
        "sites." + site.name() + "." + detail,
        site.source() == null ? null : site.source().line(),
        fix);
  }
}
