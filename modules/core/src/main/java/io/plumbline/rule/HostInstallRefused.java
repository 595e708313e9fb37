package io.plumbline.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.HostAccount;
import io.plumbline.model.HostInstall;
import io.plumbline.model.HostInstall.Way;
import io.plumbline.model.HostMount;
import io.plumbline.model.HostVolume;
import io.plumbline.model.InventoryHost;
import io.plumbline.model.RaidLevel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** An installation that ends half-way, or with a machine that nobody gets into. */
final class HostInstallRefused extends FleetCheck {
  HostInstallRefused() {
    super(
        Rule.error(
            "PLB-FLEET-022",
            "installation of machines not possible",
            "The installer asks nobody: what it does not understand it ends at, with the disks"
                + " emptied already.",
            "Ubuntu, autoinstall reference; curtin, storage; Plumbline, inventories",
            "correct it as said"));
  }

  @Override
  void check(BareMetalFleet fleet, Consumer<String> breach) {
    HostInstall install = fleet.install();
    if (install == null) {
      return;
    }
    match(
        "server",
        install.server(),
        "https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*",
        "a URL without a slash at its end, such as http://10.1.0.2/install",
        breach);
    match("image", install.image(), "[0-9a-f]{64}", "a SHA-256 digest in small letters", breach);
    administrator(install, fleet, breach);
    volumes(install.volumes(), fleet, breach);
    if (fleet.inventory() != null) {
      fleet.inventory().toInstall().forEach(host -> host(host, install.way(), breach));
    }
  }

  private static void administrator(
      HostInstall install, BareMetalFleet fleet, Consumer<String> breach) {
    String name = install.administrator();
    match(
        "administrator",
        name,
        "(?!root$)[a-z_][a-z0-9_-]{0,30}",
        "a name of small letters, digits, - and _ that is not root",
        breach);
    if (fleet.accounts().stream().map(HostAccount::name).anyMatch(name::equals)) {
      breach.accept(
          "administrator: got "
              + quoted(name)
              + ", which is an account of the fleet as well; allowed is one that account(…) does"
              + " not say");
    }
    if (install.keys().isEmpty() || !install.keys().stream().allMatch(HostKeyRefused::isPublic)) {
      breach.accept(
          "keys of administrator: got "
              + (install.keys().isEmpty() ? "none" : "text that is none")
              + "; allowed are public keys, one line each");
    }
  }

  private static void volumes(
      List<HostVolume> volumes, BareMetalFleet fleet, Consumer<String> breach) {
    once(
        "mount",
        Stream.concat(
                volumes.stream().map(HostVolume::path),
                fleet.mounts().stream().map(HostMount::path))
            .toList(),
        breach);
    if (volumes.stream().noneMatch(volume -> volume.path().equals("/"))) {
      breach.accept("volumes: got none at \"/\"; allowed is one");
    }
    Set<String> full = new HashSet<>();
    for (HostVolume volume : volumes) {
      volume(volume, breach);
      for (String disk : volume.disks()) {
        if (full.contains(disk)) {
          breach.accept(
              "volume "
                  + quoted(volume.path())
                  + ": got a part of "
                  + quoted(disk)
                  + ", of which nothing is left; allowed is to leave out the size of a disk's last"
                  + " volume alone");
        }
        if (volume.size() == null) {
          full.add(disk);
        }
      }
    }
  }

  private static void volume(HostVolume volume, Consumer<String> breach) {
    String of = " of volume " + quoted(volume.path());
    match(
        "path" + of,
        volume.path(),
        "/|(?!/(proc|sys|dev|etc|usr|boot)(/|$))" + HostFileRefused.PATH,
        "/ or an absolute path that the system itself does not need",
        breach);
    match("file system" + of, volume.fileSystem(), "ext4|xfs", "ext4 or xfs", breach);
    once("disk" + of, volume.disks(), breach);
    for (String disk : volume.disks()) {
      match(
          "disk" + of,
          disk,
          "/dev(/(?!\\.)[A-Za-z0-9._:+-]+)+",
          "the device file of a whole disk, such as /dev/nvme0n1",
          breach);
    }
    int disks = volume.disks().size();
    RaidLevel raid = volume.raid();
    if (disks < raid.fewest() || (raid == RaidLevel.NONE && disks > 1)) {
      breach.accept(
          "disks"
              + of
              + ": got "
              + disks
              + "; allowed "
              + (raid == RaidLevel.NONE ? "is 1" : "are " + raid.fewest() + " or more"));
    }
    if (volume.path().equals("/") && raid != RaidLevel.NONE && raid != RaidLevel.RAID1) {
      breach.accept(
          "RAID" + of + ": got " + raid.word() + "; allowed, so that it starts, is none or raid1");
    }
    if (volume.size() != null && volume.size().mebibytes() < 1024) {
      breach.accept("size" + of + ": got " + volume.size() + "; allowed is 1GiB or more");
    }
  }

  private static void host(InventoryHost host, Way way, Consumer<String> breach) {
    String machine = "machine " + quoted(host.name()) + " (" + host.source() + "): ";
    boolean found =
        switch (way) {
          case NETWORK -> host.mac() != null;
          case VIRTUAL_MEDIA -> host.bmc() != null;
        };
    if (!found) {
      breach.accept(
          machine
              + switch (way) {
                case NETWORK -> "got no mac; allowed is that of the interface that it starts from";
                case VIRTUAL_MEDIA -> "got no bmc; allowed is the address of its controller";
              });
    }
    match(
        machine + "serial",
        host.serial(),
        "[A-Za-z0-9][A-Za-z0-9._+-]*",
        "one without slashes, which is part of an address",
        breach);
  }
}
