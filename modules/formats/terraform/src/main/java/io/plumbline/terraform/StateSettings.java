package io.plumbline.terraform;

import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where Terraform keeps its state: in a locked bucket where the site names one, else in the work
 * folder, beside the configuration.
 *
 * <p>Settings: {@code state.bucket}, {@code state.region} (default: the site's), {@code
 * state.kms-key}, {@code state.endpoint} (default: the site's).
 */
final class StateSettings {
  private StateSettings() {}

  /** Whether it is in a bucket: of the site's own, or of the one that keeps its state. */
  static boolean isRemote(Site site) {
    return site.keeper().setting("state.bucket") != null;
  }

  /** The {@code backend} block; empty for state in the work folder, which needs none. */
  static Value.Obj of(Target target) {
    Site site = target.site().keeper();
    if (!site.provider().equals("aws")) {
      return OwnWords.of(site).backend(key(target));
    }
    if (!isRemote(site)) {
      return Value.Obj.EMPTY;
    }
    Map<String, Value> backend = new LinkedHashMap<>();
    put(backend, "bucket", site.setting("state.bucket", ""));
    put(backend, "key", key(target));
    put(backend, "region", site.setting("state.region", site.setting("region", "")));
    backend.put("encrypt", Value.flag(true));
    backend.put("use_lockfile", Value.flag(true));
    optional(backend, "kms_key_id", site, "state.kms-key");
    optional(backend, "profile", site, "credentials.profile");
    String role = site.setting("credentials.role");
    if (role != null) {
      backend.put("assume_role", Value.object("role_arn", Value.text(role)));
    }
    endpoint(backend, site);
    return Value.object("s3", new Value.Obj(backend));
  }

  private static String key(Target target) {
    return target.path() + "/terraform.tfstate";
  }

  private static void endpoint(Map<String, Value> backend, Site site) {
    String endpoint = site.setting("state.endpoint", site.setting("endpoint", ""));
    if (endpoint.isEmpty()) {
      return;
    }
    Map<String, Value> endpoints = new LinkedHashMap<>();
    endpoints.put("s3", Value.text(endpoint));
    String own = site.setting("endpoint");
    if (own != null && site.setting("credentials.role") != null) {
      endpoints.put("sts", Value.text(own)); // whom to ask for the role
    }
    backend.put("endpoints", new Value.Obj(endpoints));
    backend.put("use_path_style", Value.flag(true));
    backend.put("skip_credentials_validation", Value.flag(true));
    backend.put("skip_metadata_api_check", Value.flag(true));
    backend.put("skip_region_validation", Value.flag(true));
    backend.put("skip_requesting_account_id", Value.flag(true));
    if ("fake".equals(site.setting("credentials"))) {
      put(backend, "access_key", "fake");
      put(backend, "secret_key", "fake");
    }
  }

  private static void put(Map<String, Value> backend, String member, String text) {
    backend.put(member, Value.text(Template.literal(text)));
  }

  private static void optional(
      Map<String, Value> backend, String member, Site site, String setting) {
    String value = site.setting(setting);
    if (value != null) {
      put(backend, member, value);
    }
  }
}
