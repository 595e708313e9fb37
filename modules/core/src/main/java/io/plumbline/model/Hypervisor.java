package io.plumbline.model;

import io.plumbline.unit.DataSize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What runs virtual machines of ours, and what they find there: all of it stands there already. */
public sealed interface Hypervisor {

  /** As people call it. */
  String product();

  /**
   * A cluster of Proxmox VE.
   *
   * @param nodes names of its machines, which VMs fill one after another
   * @param perNode how many VMs each has room for
   * @param storage what holds disks, as every node calls it
   * @param template number of the VM that is cloned; one that boots by UEFI
   * @param templateNode the node that it is kept on
   * @param bridge the network that VMs are plugged into: {@code "vmbr0"}
   * @param vlan the VLAN there; null for what the bridge gives
   * @param gpus what each VM gets; null for none
   */
  record Proxmox(
      List<String> nodes,
      int perNode,
      String storage,
      int template,
      String templateNode,
      String bridge,
      @Nullable Integer vlan,
      @Nullable MappedGpus gpus)
      implements Hypervisor {
    public Proxmox {
      nodes = List.copyOf(nodes);
    }

    @Override
    public String product() {
      return "Proxmox VE";
    }
  }

  /**
   * GPUs by a resource mapping of the cluster, which says where each node has them.
   *
   * @param count for each VM
   * @param mapping its name
   * @param profile the type of the mediated devices, {@code "nvidia-558"}: a share of a GPU; null
   *     for whole ones
   */
  record MappedGpus(int count, String mapping, @Nullable String profile) {}

  /**
   * A cluster of VMware vSphere.
   *
   * @param hosts its ESXi hosts whose GPUs are given away; empty where VMs have none and vSphere
   *     places them
   * @param datastore what holds disks
   * @param template path or name of the VM that is cloned; one that boots by UEFI
   * @param network the port group that VMs are plugged into; it knows the VLAN
   * @param gpus what each VM gets; null for none
   */
  record Vsphere(
      String datacenter,
      String cluster,
      List<String> hosts,
      String datastore,
      String template,
      String network,
      @Nullable PassedGpus gpus)
      implements Hypervisor {
    public Vsphere {
      hosts = List.copyOf(hosts);
    }

    @Override
    public String product() {
      return "VMware vSphere";
    }
  }

  /**
   * Whole GPUs of a host.
   *
   * @param count for each VM
   * @param memory of each GPU
   * @param addresses where each host has them, {@code "0000:c1:00.0"}, in the order in which VMs
   *     get them
   */
  record PassedGpus(int count, DataSize memory, List<String> addresses) {
    public PassedGpus {
      addresses = List.copyOf(addresses);
    }

    /** How many VMs a host has GPUs for. */
    public int vmsPerHost() {
      return count < 1 ? 0 : addresses.size() / count;
    }
  }
}
