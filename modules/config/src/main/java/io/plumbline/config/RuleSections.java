package io.plumbline.config;

import io.plumbline.config.ParameterType.Field;
import io.plumbline.config.ParameterType.ListOf;
import io.plumbline.config.ParameterType.Place;
import io.plumbline.config.ParameterType.Quantity;
import io.plumbline.config.ParameterType.Section;
import io.plumbline.config.ParameterType.Text;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.drift.IgnoreRule;
import io.plumbline.drift.Tolerance;
import io.plumbline.policy.Waiver;
import java.math.BigDecimal;
import java.time.LocalDate;
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

  private RuleSections() {}

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
