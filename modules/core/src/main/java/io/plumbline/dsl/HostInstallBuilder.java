package io.plumbline.dsl;

import io.plumbline.model.HostInstall;
import io.plumbline.model.HostVolume;
import io.plumbline.model.RaidLevel;
import io.plumbline.unit.DataSize;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says how machines are installed; what is left out is told of. */
public final class HostInstallBuilder {
  private final List<HostVolume> volumes = new ArrayList<>();
  private String server = "";
  private String image = "";
  private HostInstall.Way way = HostInstall.Way.NETWORK;
  private String administrator = "";
  private List<String> keys = List.of();

  HostInstallBuilder() {}

  /**
   * Where machines fetch what they are installed with: a web server that shows the site's folder
   * {@code install}, such as {@code "http://10.1.0.2/install"}. Keep it where machines in question
   * alone can ask it.
   */
  public HostInstallBuilder server(String url) {
    server = url;
    return this;
  }

  /** The image of Ubuntu's live server, by its SHA-256 digest, so that it is the tested one. */
  public HostInstallBuilder image(String sha256) {
    image = sha256;
    return this;
  }

  /** The installer is started over the network; unless said otherwise. */
  public HostInstallBuilder overTheNetwork() {
    way = HostInstall.Way.NETWORK;
    return this;
  }

  /** Management controllers show the image to the machine, by Redfish. */
  public HostInstallBuilder byVirtualMedia() {
    way = HostInstall.Way.VIRTUAL_MEDIA;
    return this;
  }

  /** The account that may do everything, by these keys alone: the site's {@code ssh.user}. */
  public HostInstallBuilder administrator(String name, String... publicKeys) {
    administrator = name;
    keys = List.of(publicKeys);
    return this;
  }

  /** A file system that takes all that is left of one disk. */
  public HostInstallBuilder volume(String path, String fileSystem, String disk) {
    return add(path, fileSystem, RaidLevel.NONE, null, disk);
  }

  /** A file system that takes all that is left of several disks. */
  public HostInstallBuilder volume(
      String path, String fileSystem, RaidLevel raid, String... disks) {
    return add(path, fileSystem, raid, null, disks);
  }

  /**
   * A file system that takes so much of each disk: {@code volume("/", "ext4", gib(200), RAID1,
   * "/dev/nvme0n1", "/dev/nvme1n1")}.
   */
  public HostInstallBuilder volume(
      String path, String fileSystem, DataSize ofEach, RaidLevel raid, String... disks) {
    return add(path, fileSystem, raid, ofEach, disks);
  }

  private HostInstallBuilder add(
      String path, String fileSystem, RaidLevel raid, @Nullable DataSize size, String... disks) {
    volumes.add(new HostVolume(path, fileSystem, raid, List.of(disks), size));
    return this;
  }

  HostInstall build() {
    return new HostInstall(server, image, way, administrator, keys, volumes);
  }
}
