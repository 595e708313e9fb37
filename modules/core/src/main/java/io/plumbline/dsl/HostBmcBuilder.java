package io.plumbline.dsl;

import io.plumbline.model.BmcProtocol;
import io.plumbline.model.BootTarget;
import io.plumbline.model.HostBmc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what is wanted of management controllers; what is not said is not compared. */
public final class HostBmcBuilder {
  private final BmcProtocol protocol;
  private @Nullable String system;
  private boolean poweredOn;
  private List<BootTarget> bootOrder = List.of();
  private @Nullable String bootOverride;
  private @Nullable String firmware;
  private @Nullable String bios;

  HostBmcBuilder(BmcProtocol protocol) {
    this.protocol = protocol;
  }

  /**
   * Which of the systems of a controller the machine is, where it has several: the last part of its
   * address below {@code /redfish/v1/Systems}.
   */
  public HostBmcBuilder system(String id) {
    system = id;
    return this;
  }

  /** Each machine is on. */
  public HostBmcBuilder poweredOn() {
    poweredOn = true;
    return this;
  }

  /**
   * What a machine tries first, second and so on, with nothing that comes before. Several disks, or
   * several interfaces, in a row count as one; what comes after is left open.
   */
  public HostBmcBuilder bootOrder(BootTarget... targets) {
    bootOrder = List.of(targets);
    return this;
  }

  /** At each start comes this first, whatever the order says. */
  public HostBmcBuilder alwaysBoots(BootTarget target) {
    bootOverride = target.word();
    return this;
  }

  /** Nothing comes before the boot order, neither always nor once. */
  public HostBmcBuilder noBootOverride() {
    bootOverride = HostBmc.NO_OVERRIDE;
    return this;
  }

  /** The version of the controller's own firmware, as it says it: {@code "1.74.00"}. */
  public HostBmcBuilder firmware(String version) {
    firmware = version;
    return this;
  }

  /** The version of BIOS or UEFI, as the controller says it. */
  public HostBmcBuilder bios(String version) {
    bios = version;
    return this;
  }

  HostBmc build() {
    String override =
        bootOverride == null && !bootOrder.isEmpty() ? HostBmc.NO_OVERRIDE : bootOverride;
    return new HostBmc(protocol, system, poweredOn, bootOrder, override, firmware, bios);
  }
}
