package io.plumbline.config;

import static io.plumbline.config.ProviderSettings.word;

import io.plumbline.config.ParameterType.Field;
import io.plumbline.config.ParameterType.Place;
import io.plumbline.config.ParameterType.Section;
import io.plumbline.config.ParameterType.Text;
import io.plumbline.config.ParameterType.Whole;
import io.plumbline.config.ParameterType.WordOr;
import io.plumbline.model.Site;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What can be said of a site of AWS. Credentials stand here by reference alone, never by value. */
final class AwsSettings implements ProviderSettings {
  static final String AUTO = "auto";
  static final String FAKE = "fake";

  @Override
  public String provider() {
    return "aws";
  }

  @Override
  public void check(Site site, String environment, Problems problems) {
    AwsSiteRules.check(site, environment, problems);
  }

  @Override
  public Section type() {
    return new Section(
        List.of(
            Field.required("provider", word(provider()), "Who runs the machines."),
            Field.required(
                "engine",
                word("terraform", "opentofu", "cloudformation", AUTO),
                "What provisions here; auto, for environment sandbox alone, is terraform where it"
                    + " is installed, else cloudformation."),
            Field.required(
                "region", text("[a-z]{2,}(-[a-z]+)+-[0-9]+", "a region, such as us-east-1"), ""),
            Field.optional(
                "account",
                text("[0-9]{12}", "twelve digits in quotes"),
                "The account that credentials must be for."),
            Field.optional(
                "endpoint",
                text(
                    "https?://[^\\s/]+(/\\S*)?", "an address that begins with http:// or https://"),
                "Where the provider's API is; its public one if left out."),
            Field.optional(
                "credentials",
                credentials(),
                "Which credentials are used; the default chain if left out."),
            Field.optional(
                "state",
                state(),
                "Where the engine keeps what it knows; local is for environment sandbox."),
            Field.optional(
                "artefacts",
                artefacts(),
                "Where templates are put that are too long for a request to CloudFormation."),
            Field.optional(
                "timeout", timeout(), "How many seconds to wait for the provider's API."),
            Field.optional(
                OwnTags.SETTING, OwnTags.TYPE, "Tags of all resources here, beside Plumbline's."),
            Field.optional(SiteSettings.SOURCE, new Place(), "")),
        Collections::unmodifiableMap);
  }

  private static WordOr credentials() {
    return new WordOr(
        word(FAKE, "default"),
        new Section(
            List.of(
                Field.optional("profile", Text.ANY, "A profile of the shared configuration files."),
                Field.optional(
                    "role", role(), "A role to assume, from the profile or the default chain."),
                Field.optional(
                    "read-role",
                    role(),
                    "The role that drift checks assume in its place, which may read alone.")),
            AwsSettings::notEmpty));
  }

  private static Text role() {
    return text("arn:[a-z-]+:iam::[0-9]{12}:role/\\S+", "a role's ARN");
  }

  private static Object notEmpty(Map<String, Object> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("credentials name a profile, a role, or both");
    }
    return values;
  }

  private static WordOr state() {
    return new WordOr(
        word("local"),
        new Section(
            List.of(
                Field.required("bucket", Text.ANY, "A bucket, which is there already."),
                Field.optional("region", Text.ANY, "The bucket's region, if it is another one."),
                Field.optional("kms-key", Text.ANY, "The key that state is encrypted with."),
                Field.optional("endpoint", Text.ANY, "Where the bucket's API is, if elsewhere.")),
            Collections::unmodifiableMap));
  }

  private static Section artefacts() {
    return new Section(
        List.of(
            Field.required(
                "bucket", Text.ANY, "A bucket in the site's region, which is there already.")),
        Collections::unmodifiableMap);
  }

  private static Section timeout() {
    Whole seconds = new Whole(1, 3600);
    return new Section(
        List.of(
            Field.optional("connect", seconds, ""),
            Field.optional("read", seconds, ""),
            Field.optional("call", seconds, "One call with all its retries.")),
        Collections::unmodifiableMap);
  }

  private static Text text(String pattern, String form) {
    return new Text(pattern, form);
  }
}
