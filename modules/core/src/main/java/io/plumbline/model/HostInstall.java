package io.plumbline.model;

import java.util.List;

/**
 * How machines get their operating system: Ubuntu Server, by its own installer, without anybody
 * there. Only those that the inventory marks for it are installed.
 *
 * @param server the URL of a web server that shows the site's folder {@code install}, without a
 *     slash at its end: {@code "http://10.1.0.2/install"}
 * @param image the SHA-256 digest of the installer's image, 64 small hexadecimal digits
 * @param way how the installer is started
 * @param administrator the account by which Plumbline comes in afterwards
 * @param keys that let it in; it has no password
 * @param volumes file systems on the machine's disks; all that is on these disks goes
 */
public record HostInstall(
    String server,
    String image,
    Way way,
    String administrator,
    List<String> keys,
    List<HostVolume> volumes) {
  public HostInstall {
    keys = List.copyOf(keys);
    volumes = List.copyOf(volumes);
  }

  /** How a machine that has nothing on it comes to start the installer. */
  public enum Way {
    /** By PXE: dnsmasq tells it iPXE, and that the kernel. */
    NETWORK,
    /** Its management controller shows it an image as if it were a disc, by Redfish. */
    VIRTUAL_MEDIA
  }
}
