package io.plumbline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of the management controllers of a fleet, and of what they say of its machines.
 * What is null or empty nobody minds.
 *
 * @param system id of the machine among the systems of a controller: {@code "System.Embedded.1"};
 *     null where it has one
 * @param poweredOn whether each machine is on
 * @param bootOrder what a machine tries first, second and so on; what comes after is left open
 * @param bootOverride what comes before that order at each start: the word of a {@link BootTarget},
 *     or {@code "none"}
 * @param firmware version of the controller's own firmware
 * @param bios version of BIOS or UEFI
 */
public record HostBmc(
    BmcProtocol protocol,
    @Nullable String system,
    boolean poweredOn,
    List<BootTarget> bootOrder,
    @Nullable String bootOverride,
    @Nullable String firmware,
    @Nullable String bios) {
  /** Nothing comes before the boot order. */
  public static final String NO_OVERRIDE = "none";

  public HostBmc {
    bootOrder = List.copyOf(bootOrder);
  }
}
