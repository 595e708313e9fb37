package io.plumbline.live.onprem;

import io.plumbline.model.Site;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the hypervisor of a site is asked, from its settings. Who asks is told to Terraform by
 * variables of the environment, and here too unless the settings name a file.
 *
 * @param base of all addresses, without a slash at the end
 * @param user where one logs in; null where the secret says it
 * @param variable in which the user's name is where {@code user} is null; null where none needs one
 */
record HypervisorAccess(
    String base,
    @Nullable String user,
    @Nullable String variable,
    Credential secret,
    Https.Reach reach) {
  static final int PARALLEL = 16;

  /** A list of all VMs of a cluster has some hundred bytes for each. */
  private static final int LARGEST_ANSWER = 16 << 20;

  /** Of Proxmox VE; null where the site names none. */
  static @Nullable HypervisorAccess proxmox(Site site) {
    String endpoint = site.setting("proxmox.endpoint");
    return endpoint == null
        ? null
        : new HypervisorAccess(
            endpoint.replaceFirst("/+$", ""),
            null,
            null,
            credential(site, "proxmox", "token"),
            reach(site, "proxmox"));
  }

  /** Of vSphere; null where the site names none. */
  static @Nullable HypervisorAccess vsphere(Site site) {
    String server = site.setting("vsphere.server");
    return server == null
        ? null
        : new HypervisorAccess(
            "https://" + server,
            site.setting("vsphere.user"),
            "VSPHERE_USER",
            credential(site, "vsphere", "password"),
            reach(site, "vsphere"));
  }

  /** Who logs in. */
  String who() throws UnheardException {
    String name = user == null && variable != null ? System.getenv(variable) : user;
    if (name == null || name.isEmpty()) {
      throw new UnheardException("NoCredentials: variable " + variable + " is not set");
    }
    return name;
  }

  private static Credential credential(Site site, String product, String what) {
    String setting = product + "." + what + "-file";
    String file = Settings.inHome(site.setting(setting));
    String variable = site.setting(product + "." + what + "-variable");
    boolean asTerraform = file == null && variable == null;
    return new Credential(setting, file, asTerraform ? terraforms(product, what) : variable);
  }

  private static String terraforms(String product, String what) {
    return product.equals("proxmox")
        ? "PROXMOX_VE_API_TOKEN"
        : (product + "_" + what).toUpperCase(Locale.ROOT);
  }

  private static Https.Reach reach(Site site, String product) {
    Duration connect = Settings.seconds(site, "timeout.connect", 10);
    Duration total = Settings.seconds(site, "timeout.call", 60);
    String ca = product + ".ca";
    return new Https.Reach(ca, Settings.inHome(site.setting(ca)), connect, total, LARGEST_ANSWER);
  }
}
