package io.plumbline.onprem.lower;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.HostInstall;
import io.plumbline.model.HostInstall.Way;
import io.plumbline.model.InventoryHost;
import java.util.List;
import java.util.Objects;

/**
 * How machines come to start Ubuntu's installer. All of these texts are held to a few characters by
 * rules of the inventory and of the installation, so that nothing here needs quotes.
 *
 * @param head the first line of each
 */
record Installer(BareMetalFleet fleet, HostInstall install, String head) {

  /**
   * A part of dnsmasq's configuration, for {@code conf-file=} (dnsmasq(8) 2.90): who asks by its
   * firmware gets iPXE from the TFTP folder that is there, and iPXE the script of the machine.
   * Client architectures 7 and 9 are UEFI on x86-64 (RFC 4578 with errata).
   */
  String dnsmasq(List<InventoryHost> hosts) {
    String tag = "plumbline-" + fleet.id();
    StringBuilder text = new StringBuilder(head);
    text.append("dhcp-match=set:ipxe,175\n");
    text.append("dhcp-match=set:efi,option:client-arch,7\n");
    text.append("dhcp-match=set:efi,option:client-arch,9\n");
    for (InventoryHost host : hosts) {
      text.append("dhcp-host=").append(host.mac()).append(",set:").append(tag);
      if (host.address().matches("[0-9.]+")) {
        text.append(',').append(host.address());
      }
      text.append(',').append(host.name()).append('\n');
    }
    if (!hosts.isEmpty()) {
      text.append("dhcp-boot=tag:").append(tag).append(",tag:ipxe,").append(base());
      text.append("/boot/${mac:hexhyp}.ipxe\n");
      text.append("dhcp-boot=tag:").append(tag).append(",tag:!ipxe,tag:efi,ipxe.efi\n");
      text.append("dhcp-boot=tag:").append(tag).append(",tag:!ipxe,tag:!efi,undionly.kpxe\n");
    }
    return text.toString();
  }

  /** What iPXE calls the script of a machine. */
  static String bootName(InventoryHost host) {
    return Objects.requireNonNull(host.mac()).replace(':', '-') + ".ipxe";
  }

  /** The name of the data source with {@code -net} is understood by Ubuntu 22.04 and 24.04. */
  String ipxe(InventoryHost host) {
    return "#!ipxe\n"
        + head
        + "kernel "
        + base()
        + "/casper/vmlinuz initrd=initrd ip=dhcp url="
        + base()
        + "/ubuntu.iso autoinstall ds=nocloud-net;s="
        + base()
        + "/nodes/"
        + host.serial()
        + "/ ---\ninitrd --name initrd "
        + base()
        + "/casper/initrd\nboot\n";
  }

  /** One image for all: cloud-init itself puts in the serial number, since 23.1. */
  String grub() {
    return head
        + "set timeout=5\nmenuentry 'Install "
        + fleet.id()
        + "' {\n  set gfxpayload=keep\n  linux /casper/vmlinuz autoinstall 'ds=nocloud-net;s="
        + base()
        + "/nodes/__dmi.system-serial-number__/' ---\n  initrd /casper/initrd\n}\n";
  }

  /** Makes of Ubuntu's image what the web server shows beside these files. */
  String prepare() {
    String what =
        install.way() == Way.NETWORK
            ? """
            mkdir -p casper
            xorriso -osirrox on -indev "$image" -extract /casper/vmlinuz casper/vmlinuz -extract /casper/initrd casper/initrd
            chmod 0644 casper/vmlinuz casper/initrd
            cp -- "$image" ubuntu.iso
            """
            : """
            rm -f install.iso
            xorriso -indev "$image" -outdev install.iso -boot_image any replay -map grub.cfg /boot/grub/grub.cfg
            """;
    return "#!/bin/sh\n"
        + head
        + """
        # Usage, in this folder: sh prepare ubuntu-live-server.iso
        set -eu
        image=$(realpath -- "${1:?the image of the live server}")
        cd -- "$(dirname -- "$0")"
        """
        + "echo \""
        + install.image()
        + "  $image\" | sha256sum -c -\n"
        + what;
  }

  private String base() {
    return install.server() + "/" + fleet.id();
  }
}
