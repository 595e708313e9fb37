package io.plumbline.terraform;

import io.plumbline.model.Site;
import io.plumbline.spi.Format.Artefact;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code provider} block: whom to ask, and in whose name. Refers to credentials, and never
 * holds any.
 */
final class ProviderSettings {
  /**
   * Services that an endpoint answers for, as the provider calls them: all that kinds live in,
   * whatever the graph has, since what is to go is in Terraform's state and no longer in the graph.
   */
  private static final List<String> SERVICES =
      List.of(
          "autoscaling",
          "cloudwatch",
          "ec2",
          "efs",
          "eks",
          "elasticloadbalancingv2",
          "events",
          "fsx",
          "iam",
          "kms",
          "lambda",
          "logs",
          "route53",
          "s3",
          "secretsmanager",
          "sns",
          "sqs",
          "ssm",
          "sts");

  /** Of made-up credentials; the file beside the configuration says where its calls go. */
  private static final String PROFILE = "plumbline";

  private static final String PROFILES = "aws-profile.ini";

  private final Site site;
  private final Map<String, Value> members = new LinkedHashMap<>();

  private ProviderSettings(Site site) {
    this.site = site;
  }

  static Value.Obj of(Site site) {
    ProviderSettings provider = new ProviderSettings(site);
    provider.setting("region", "region");
    provider.setting("profile", "credentials.profile");
    provider.account();
    provider.role();
    String endpoint = site.setting("endpoint");
    if (endpoint != null) {
      provider.endpoint(endpoint);
    }
    return new Value.Obj(provider.members);
  }

  /** The file that the block names, if it names one. */
  static Map<String, Artefact> files(Site site) {
    String endpoint = site.setting("endpoint");
    if (endpoint == null || !isFake(site)) {
      return Map.of();
    }
    String section = "[profile %s]\nendpoint_url = %s\n".formatted(PROFILE, endpoint);
    return Map.of(PROFILES, out -> out.append(section));
  }

  private static boolean isFake(Site site) {
    return "fake".equals(site.setting("credentials"));
  }

  private void setting(String member, String setting) {
    String value = site.setting(setting);
    if (value != null) {
      members.put(member, text(value));
    }
  }

  private void account() {
    String account = site.setting("account");
    if (account != null) {
      members.put("allowed_account_ids", Value.list(text(account)));
    }
  }

  private void role() {
    String role = site.setting("credentials.role");
    if (role != null) {
      members.put(
          "assume_role", Value.object("role_arn", text(role), "session_name", text("plumbline")));
    }
  }

  private void endpoint(String url) {
    members.put("s3_use_path_style", Value.flag(true));
    members.put("skip_credentials_validation", Value.flag(true));
    members.put("skip_metadata_api_check", Value.flag(true));
    members.put("skip_region_validation", Value.flag(true));
    if (isFake(site)) {
      fakeCredentials();
    } else {
      endpoints(url);
    }
  }

  /**
   * An endpoint that asks for no credentials still gets requests that are signed with some. Where
   * they go stands in a file: each run of the provider spends five seconds of processor time on a
   * block of endpoints (5.100, 2026-11-26), and a profile of the user's must not be in between.
   */
  private void fakeCredentials() {
    members.put("access_key", text("fake"));
    members.put("secret_key", text("fake"));
    members.put("profile", text(PROFILE));
    members.put("shared_config_files", Value.list(text(PROFILES)));
  }

  private void endpoints(String url) {
    Map<String, Value> endpoints = new LinkedHashMap<>();
    SERVICES.forEach(service -> endpoints.put(service, text(url)));
    members.put("endpoints", new Value.Obj(endpoints));
  }

  private static Value text(String value) {
    return Value.text(Template.literal(value));
  }
}
