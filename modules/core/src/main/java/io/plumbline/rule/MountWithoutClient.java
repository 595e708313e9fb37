package io.plumbline.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.HostMount;
import io.plumbline.model.HostTool.Storage;
import io.plumbline.model.HostTool.StorageClient;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Storage that machines mount by programs that nobody says they have. */
final class MountWithoutClient extends FleetCheck {
  /** One package of each by which a stack may bring a client itself. */
  private static final Map<Storage, Set<String>> PACKAGES =
      Map.of(
          Storage.NFS, Set.of("nfs-common", "nfs-utils"),
          Storage.LUSTRE, Set.of("lustre-client-utils", "lustre-client"),
          Storage.BEEGFS, Set.of("beegfs-client"));

  MountWithoutClient() {
    super(
        Rule.warning(
            "PLB-FLEET-023",
            "storage without what mounts it",
            "mount(8) hands such a file system to a program of its own; where it is not there by"
                + " chance, nothing is mounted, and any version may be there.",
            "mount(8), external helpers",
            "say its client in the release: nfsClient(…), lustreClient(…), beegfsClient(…); or pin"
                + " its package"));
  }

  @Override
  void check(BareMetalFleet fleet, Consumer<String> breach) {
    if (fleet.software() == null) {
      return;
    }
    Set<String> pinned = fleet.software().packages().keySet();
    for (HostMount mount : fleet.mounts()) {
      Arrays.stream(Storage.values())
          .filter(storage -> storage.types().contains(mount.type()))
          .filter(
              storage ->
                  PACKAGES.getOrDefault(storage, Set.of()).stream().noneMatch(pinned::contains))
          .filter(
              storage ->
                  fleet.software().tools().stream()
                      .noneMatch(
                          tool ->
                              tool instanceof StorageClient client && client.storage() == storage))
          .forEach(
              storage ->
                  breach.accept(
                      "mount "
                          + quoted(mount.path())
                          + ": got type "
                          + mount.type()
                          + " and no client of "
                          + storage
                          + "; allowed with its client"));
    }
  }
}
