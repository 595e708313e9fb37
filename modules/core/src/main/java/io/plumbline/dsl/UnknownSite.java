package io.plumbline.dsl;

import io.plumbline.rule.Rule;

/** A stack asks for a site that the environment file does not have. */
final class UnknownSite {
  static final Rule RULE =
      Rule.error(
          "PLB-DSL-001",
          "no such site",
          "A component needs an account and a region to live in; the environment file lists them by"
              + " name.",
          "Plumbline, environment files",
          "add the site to the environment file, or ask for one that is there");

  private UnknownSite() {}
}
