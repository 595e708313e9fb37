package io.plumbline.terraform;

import io.plumbline.model.Site;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The providers of hypervisors, at their addresses; certificates are always verified. Credentials
 * stand in the environment: {@code PROXMOX_VE_API_TOKEN} its provider reads by itself; {@code
 * VSPHERE_USER} and {@code VSPHERE_PASSWORD} come in by variables, since that provider's schema
 * demands both, and ephemeral ones, which no plan or state keeps.
 */
final class HypervisorSettings {
  private static final String USER = "vsphere_user";
  private static final String PASSWORD = "vsphere_password";

  private HypervisorSettings() {}

  static List<ProviderBlock> of(Site site) {
    List<ProviderBlock> blocks = new ArrayList<>();
    String proxmox = site.setting("proxmox.endpoint");
    if (proxmox != null) {
      Value.Obj settings = Value.object("endpoint", text(proxmox));
      blocks.add(new ProviderBlock("proxmox", "bpg/proxmox", "~> 0.111.1", settings, Map.of()));
    }
    String vsphere = site.setting("vsphere.server");
    if (vsphere != null) {
      Value.Obj settings =
          Value.object(
              "vsphere_server", text(vsphere),
              "user", Value.text("${var." + USER + "}"),
              "password", Value.text("${var." + PASSWORD + "}"));
      Map<String, Value> variables = new LinkedHashMap<>();
      variables.put(USER, secret("VSPHERE_USER"));
      variables.put(PASSWORD, secret("VSPHERE_PASSWORD"));
      blocks.add(new ProviderBlock("vsphere", "vmware/vsphere", "~> 2.15.0", settings, variables));
    }
    return blocks;
  }

  /** Variables of a run that hands the user's credentials on. */
  static Map<String, String> environment(Map<String, String> user) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String name : List.of(USER, PASSWORD)) {
      String value = user.get(name.toUpperCase(Locale.ROOT));
      if (value != null) {
        variables.put("TF_VAR_" + name, value);
      }
    }
    return variables;
  }

  private static Value secret(String variable) {
    return Value.object(
        "type", Value.text("string"),
        "description", Value.text("From the environment: " + variable),
        "sensitive", Value.flag(true),
        "ephemeral", Value.flag(true));
  }

  private static Value text(String value) {
    return Value.text(Template.literal(value));
  }
}
