package io.plumbline.dsl;

import io.plumbline.model.Hypervisor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what virtual machines find on a cluster of Proxmox VE. */
public final class ProxmoxBuilder {
  private List<String> nodes = List.of();
  private int perNode = 1;
  private String storage = "";
  private int template;
  private String templateNode = "";
  private String bridge = "vmbr0";
  private @Nullable Integer vlan;
  private Hypervisor.@Nullable MappedGpus gpus;

  ProxmoxBuilder() {}

  /**
   * The nodes that run them: VMs fill one after another. One that is put in last moves no VM; in
   * another order, VMs that change their node are made anew.
   */
  public ProxmoxBuilder nodes(String... names) {
    nodes = List.of(names);
    return this;
  }

  /** How many each node has room, and GPUs, for; one if left out. */
  public ProxmoxBuilder perNode(int machines) {
    perNode = machines;
    return this;
  }

  /** What holds their disks, under one name on all nodes. */
  public ProxmoxBuilder storage(String name) {
    storage = name;
    return this;
  }

  /** The template that is cloned, by its number, and the node that has it. It boots by UEFI. */
  public ProxmoxBuilder template(int number, String node) {
    template = number;
    templateNode = node;
    return this;
  }

  /** The network that they are plugged into; {@code vmbr0} if left out. */
  public ProxmoxBuilder bridge(String name) {
    bridge = name;
    return this;
  }

  /** The VLAN on that bridge. */
  public ProxmoxBuilder vlan(int number) {
    vlan = number;
    return this;
  }

  /** Each gets so many whole GPUs, of those that a resource mapping of the cluster names. */
  public ProxmoxBuilder gpus(int each, String mapping) {
    gpus = new Hypervisor.MappedGpus(each, mapping, null);
    return this;
  }

  /**
   * Each gets so many shares of GPUs that a resource mapping of the cluster names.
   *
   * @param profile the type of the mediated device: {@code "nvidia-558"}
   */
  public ProxmoxBuilder vgpus(int each, String mapping, String profile) {
    gpus = new Hypervisor.MappedGpus(each, mapping, profile);
    return this;
  }

  Hypervisor.Proxmox build() {
    return new Hypervisor.Proxmox(
        nodes, perNode, storage, template, templateNode, bridge, vlan, gpus);
  }
}
