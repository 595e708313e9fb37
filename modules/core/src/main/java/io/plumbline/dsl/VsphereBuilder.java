package io.plumbline.dsl;

import io.plumbline.model.Hypervisor;
import io.plumbline.unit.DataSize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what virtual machines find on a cluster of VMware vSphere. */
public final class VsphereBuilder {
  private String datacenter = "";
  private String cluster = "";
  private List<String> hosts = List.of();
  private String datastore = "";
  private String template = "";
  private String network = "";
  private Hypervisor.@Nullable PassedGpus gpus;

  VsphereBuilder() {}

  public VsphereBuilder datacenter(String name) {
    datacenter = name;
    return this;
  }

  public VsphereBuilder cluster(String name) {
    cluster = name;
    return this;
  }

  /** What holds their disks. */
  public VsphereBuilder datastore(String name) {
    datastore = name;
    return this;
  }

  /** The template that is cloned, by its name or its path below the data centre. UEFI boots it. */
  public VsphereBuilder template(String name) {
    template = name;
    return this;
  }

  /** The port group that they are plugged into; it knows the VLAN. */
  public VsphereBuilder network(String portGroup) {
    network = portGroup;
    return this;
  }

  /**
   * The ESXi hosts whose GPUs are given away, all fitted alike. VMs fill them one after another.
   */
  public VsphereBuilder hosts(String... names) {
    hosts = List.of(names);
    return this;
  }

  /**
   * Each gets so many whole GPUs of its host.
   *
   * @param memory of one GPU: what the VM's firmware must leave room for
   * @param addresses where each host has its GPUs: {@code "0000:c1:00.0"}
   */
  public VsphereBuilder gpus(int each, DataSize memory, String... addresses) {
    gpus = new Hypervisor.PassedGpus(each, memory, List.of(addresses));
    return this;
  }

  Hypervisor.Vsphere build() {
    return new Hypervisor.Vsphere(datacenter, cluster, hosts, datastore, template, network, gpus);
  }
}
