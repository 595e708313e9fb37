package io.plumbline.dsl;

import io.plumbline.model.Hypervisor;
import io.plumbline.model.VmFleet;
import io.plumbline.model.VmUser;
import io.plumbline.unit.DataSize;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sets up virtual machines on a hypervisor of ours, all alike. */
public final class VmFleetBuilder extends ComponentBuilder<VmFleet, VmFleetBuilder> {
  private final List<DataSize> dataDisks = new ArrayList<>();
  private @Nullable Hypervisor hypervisor;
  private int count = 1;
  private int cpus = 4;
  private @Nullable DataSize memory;
  private DataSize bootDisk = DataSize.gib(100);
  private @Nullable VmUser user;

  VmFleetBuilder(Order order) {
    super("VM fleet", order);
  }

  /** They run on Proxmox VE. */
  public VmFleetBuilder proxmox(Consumer<ProxmoxBuilder> setUp) {
    ProxmoxBuilder builder = new ProxmoxBuilder();
    setUp.accept(builder);
    hypervisor = builder.build();
    return this;
  }

  /** They run on VMware vSphere. */
  public VmFleetBuilder vsphere(Consumer<VsphereBuilder> setUp) {
    VsphereBuilder builder = new VsphereBuilder();
    setUp.accept(builder);
    hypervisor = builder.build();
    return this;
  }

  /** They run on hosts of Microsoft Hyper-V. */
  public VmFleetBuilder hyperV(Consumer<HyperVBuilder> setUp) {
    HyperVBuilder builder = new HyperVBuilder();
    setUp.accept(builder);
    hypervisor = builder.build();
    return this;
  }

  /** How many; one if left out. */
  public VmFleetBuilder count(int machines) {
    count = machines;
    return this;
  }

  /** Virtual processors of each; 4 if left out. */
  public VmFleetBuilder cpus(int each) {
    cpus = each;
    return this;
  }

  /** Memory of each. With GPUs that are passed through, all of it is taken at once. */
  public VmFleetBuilder memory(DataSize each) {
    memory = each;
    return this;
  }

  /** The disk that each boots from, no smaller than the template's; 100 GiB if left out. */
  public VmFleetBuilder bootDisk(DataSize each) {
    bootDisk = each;
    return this;
  }

  /** A further disk of each. Called again, it adds another one. */
  public VmFleetBuilder dataDisk(DataSize each) {
    dataDisks.add(each);
    return this;
  }

  /** Who may log in, by these public SSH keys alone. */
  public VmFleetBuilder user(String name, String... publicKeys) {
    user = new VmUser(name, List.of(publicKeys));
    return this;
  }

  @Override
  VmFleetBuilder self() {
    return this;
  }

  @Override
  VmFleet build() {
    if (hypervisor == null) {
      report(
          Incomplete.RULE,
          "nothing is said to run it; say proxmox(p -> p…), vsphere(v -> v…) or hyperV(h -> h…)");
    }
    if (memory == null) {
      report(Incomplete.RULE, "its memory is not said; say memory(gib(64))");
    }
    return new VmFleet(identity(), hypervisor, count, cpus, memory, bootDisk, dataDisks, user);
  }
}
