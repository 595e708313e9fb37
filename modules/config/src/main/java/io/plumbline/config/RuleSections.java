package io.plumbline.config;

import io.plumbline.config.ParameterType.Field;
import io.plumbline.config.ParameterType.ListOf;
import io.plumbline.config.ParameterType.Place;
import io.plumbline.config.ParameterType.Quantity;
import io.plumbline.config.ParameterType.Section;
import io.plumbline.config.ParameterType.Text;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.drift.IgnoreRule;
import io.plumbline.drift.OutOfService;
import io.plumbline.drift.Tolerance;
import io.plumbline.model.Site;
import io.plumbline.policy.Waiver;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of an environment file: what the checks leave alone, until when, and why. */
final class RuleSections {
  private static final Field REASON = Field.required("reason", Text.ANY, "Why it may be so.");
  private static final Field UNTIL =
      Field.required(
          "until", new Quantity("date", Dates::parse), "The last day on which it holds.");

  static final ListOf IGNORE =
      new ListOf(
          new Section(
              List.of(
                  Field.optional("stack", Text.ANY, "Every stack if left out."),
                  Field.required("address", Text.ANY, "Whose findings; * stands for any text."),
                  Field.optional(
                      "attribute", Text.ANY, "\"*\"", "Which attribute; * stands for any text."),
                  REASON,
                  UNTIL,
                  Field.optional("source", new Place(), "")),
              RuleSections::ignore));

  static final ListOf TOLERANCES =
      new ListOf(
          new Section(
              List.of(
                  Field.required("kind", Text.ANY, "The kind of resource."),
                  Field.required(
                      "undetermined",
                      new Quantity("share in percent, such as 2%", RuleSections::percent),
                      "How many of these may stay undetermined."),
                  REASON),
              RuleSections::tolerance));

  static final ListOf WAIVERS =
      new ListOf(
          new Section(
              List.of(
                  Field.required("policy", Text.ANY, "The policy's id."),
                  Field.required(
                      "subject", Text.ANY, "Component or address; a last * stands for any rest."),
                  Field.required("owner", Text.ANY, "Who answers for it."),
                  REASON,
                  UNTIL),
              RuleSections::waiver));

  static final String OUT_OF_SERVICE = "out-of-service";

  static final ListOf NODES =
      new ListOf(
          new Section(
              List.of(
                  Field.required(
                      "node", Text.ANY, "What the provider calls it, or a host's own name."),
                  Field.optional("site", Text.ANY, "Whichever has it if left out."),
                  Field.optional("stack", Text.ANY, "Whichever has it if left out."),
                  Field.optional(
                      "pool",
                      Text.ANY,
                      "Component or address of what counts it, where that does not list it any"
                          + " more."),
                  REASON,
                  UNTIL,
                  Field.optional("source", new Place(), "")),
              RuleSections::node));

  private RuleSections() {}

  private static OutOfService node(Map<String, Object> values) {
    return new OutOfService(
        text(values, "node"),
        (@Nullable String) values.get("site"),
        (@Nullable String) values.get("stack"),
        (@Nullable String) values.get("pool"),
        text(values, "reason"),
        until(values),
        (@Nullable SourceLine) values.get("source"));
  }

  /** A node has one reason and one day to be back, and is at a site that there is. */
  static void check(Environment environment, Problems problems) {
    Map<String, OutOfService> first = new LinkedHashMap<>();
    List<String> sites = environment.sites().stream().map(Site::name).toList();
    for (OutOfService each : environment.outOfService()) {
      Integer line = each.source() == null ? null : each.source().line();
      OutOfService before = first.putIfAbsent(each.node(), each);
      if (before != null) {
        problems.add(
            "PLB-ENV-012",
            "node is out of service twice",
            OUT_OF_SERVICE
                + ": got \""
                + each.node()
                + "\" again; it stands at "
                + before.source()
                + " already; allowed: each node once",
            line,
            "leave one of them, with the reason and the day that hold");
      }
      if (each.site() != null && !sites.contains(each.site())) {
        problems.add(
            "PLB-ENV-013",
            "node is at no site of this environment",
            OUT_OF_SERVICE + ": got \"" + each.site() + "\"; allowed: " + Problems.listed(sites),
            line,
            "take one of these, or leave the site out");
      }
    }
  }

  private static IgnoreRule ignore(Map<String, Object> values) {
    return new IgnoreRule(
        (@Nullable String) values.get("stack"),
        text(values, "address"),
        text(values, "attribute"),
        text(values, "reason"),
        until(values),
        (@Nullable SourceLine) values.get("source"));
  }

  private static Tolerance tolerance(Map<String, Object> values) {
    BigDecimal percent = (BigDecimal) Objects.requireNonNull(values.get("undetermined"));
    return new Tolerance(text(values, "kind"), percent, text(values, "reason"));
  }

  private static Waiver waiver(Map<String, Object> values) {
    return new Waiver(
        text(values, "policy"),
        text(values, "subject"),
        text(values, "owner"),
        text(values, "reason"),
        until(values));
  }

  private static String text(Map<String, Object> values, String field) {
    return (String) Objects.requireNonNull(values.get(field));
  }

  private static LocalDate until(Map<String, Object> values) {
    return (LocalDate) Objects.requireNonNull(values.get("until"));
  }

  private static BigDecimal percent(String text) {
    if (!text.matches("(100|[0-9]{1,2}(\\.[0-9]{1,6})?)%")) {
      throw new IllegalArgumentException("a share is from 0% to 100%, with its sign: 2%");
    }
    return new BigDecimal(text.substring(0, text.length() - 1));
  }
}
