package io.plumbline.sandbox;

import io.plumbline.model.Site;
import org.jspecify.annotations.Nullable;

/**
 * Machines that a sandbox makes on this one.
 *
 * @param network by its number, 0 to 511, out of 198.18.0.0/15: 511 is 198.19.255.0/24
 * @param hosts how many
 * @param systemd how many of them, the first ones, run systemd
 * @param gpus how many GPUs each of them says that it has
 */
record Machines(int network, int hosts, int systemd, int gpus) {
  /** Of 512 networks the last one, which labs take only where it is named. */
  public static final int NETWORK = 511;

  /** Those of a site whose {@code lab} says some; null for a site that has none. */
  static @Nullable Machines of(Site site) {
    return site.setting("lab.hosts") == null
        ? null
        : new Machines(
            number(site, "network", NETWORK),
            number(site, "hosts", 0),
            number(site, "systemd", 0),
            number(site, "gpus", 0));
  }

  private static int number(Site site, String setting, int otherwise) {
    return Integer.parseInt(site.setting("lab." + setting, Integer.toString(otherwise)));
  }

  @Override
  public String toString() {
    return hosts
        + " machines in network "
        + network
        + ", "
        + systemd
        + " with systemd, of "
        + gpus
        + " GPUs each";
  }
}
