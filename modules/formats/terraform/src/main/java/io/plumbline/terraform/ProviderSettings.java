package io.plumbline.terraform;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Read;
import io.plumbline.model.Site;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The {@code provider} block: whom to ask, and in whose name. Refers to credentials, and never
 * holds any.
 */
final class ProviderSettings {
  /**
   * Services that an endpoint answers for even where the graph has nothing in them: what was there
   * before may have.
   */
  private static final List<String> SERVICES =
      List.of(
          "autoscaling",
          "cloudwatch",
          "ec2",
          "elasticloadbalancingv2",
          "iam",
          "kms",
          "route53",
          "s3",
          "sns",
          "ssm",
          "sts");

  /** Services that the provider calls otherwise than their permissions do. */
  private static final Map<String, String> OTHERWISE =
      Map.of("elasticfilesystem", "efs", "elasticloadbalancing", "elasticloadbalancingv2");

  private final Site site;
  private final Map<String, Value> members = new LinkedHashMap<>();

  private ProviderSettings(Site site) {
    this.site = site;
  }

  static Value.Obj of(Site site, ResourceGraph graph) {
    ProviderSettings provider = new ProviderSettings(site);
    provider.setting("region", "region");
    provider.setting("profile", "credentials.profile");
    provider.account();
    provider.role();
    if ("fake".equals(site.setting("credentials"))) {
      provider.fakeCredentials();
    }
    String endpoint = site.setting("endpoint");
    if (endpoint != null) {
      provider.endpoint(endpoint, graph);
    }
    return new Value.Obj(provider.members);
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

  /** An endpoint that asks for no credentials still gets requests that are signed with some. */
  private void fakeCredentials() {
    members.put("access_key", text("fake"));
    members.put("secret_key", text("fake"));
  }

  private void endpoint(String url, ResourceGraph graph) {
    members.put("s3_use_path_style", Value.flag(true));
    members.put("skip_credentials_validation", Value.flag(true));
    members.put("skip_metadata_api_check", Value.flag(true));
    members.put("skip_region_validation", Value.flag(true));
    Map<String, Value> endpoints = new TreeMap<>();
    services(graph).forEach(service -> endpoints.put(service, text(url)));
    members.put("endpoints", new Value.Obj(endpoints));
  }

  /**
   * Operations are named {@code service:Operation}, so that kinds say themselves where they live.
   */
  private static Iterable<String> services(ResourceGraph graph) {
    TreeSet<String> services = new TreeSet<>(SERVICES);
    for (Resource resource : graph.resources()) {
      for (Read read : resource.kind().reads().values()) {
        int colon = read.operation().indexOf(':');
        if (colon > 0) {
          String service = read.operation().substring(0, colon);
          services.add(OTHERWISE.getOrDefault(service, service));
        }
      }
    }
    return services;
  }

  private static Value text(String value) {
    return Value.text(Template.literal(value));
  }
}
