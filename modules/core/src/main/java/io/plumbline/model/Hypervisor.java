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
   * @param addresses where each host has them, in the order in which VMs get them: {@code
   *     "0000:c1:00.0"} on vSphere, {@code "PCIROOT(20)#PCI(0300)#PCI(0000)"} on Hyper-V
   */
  record PassedGpus(int count, DataSize memory, List<String> addresses) {
    public PassedGpus {
      addresses = List.copyOf(addresses);
    }

    /** GiB of addresses by which a GPU shows its memory: a power of two. */
    public long shownGibibytes() {
      long each = memory.mebibytes() / 1024;
      return Long.highestOneBit(each) == each ? each : 2 * Long.highestOneBit(each);
    }

    /** Those of the VM at this place on its host, from 0. */
    public List<String> of(int place) {
      return addresses.subList(place * count, (place + 1) * count);
    }

    /** How many VMs a host has GPUs for. */
    public int vmsPerHost() {
      return count < 1 ? 0 : addresses.size() / count;
    }
  }

  /**
   * Hosts of Microsoft Hyper-V, each by itself.
   *
   * @param hosts where each is reached by SSH; VMs fill them one after another
   * @param inRepair those of them that nobody asks for a while, and whose VMs rest
   * @param perHost how many VMs each has room for
   * @param mostDown how many VMs may be off at a time for a change; null for a tenth, at least one
   * @param folder of each host, which has a folder for each VM with its disks
   * @param template the disk that is copied, as each host has it: a VHDX that boots by UEFI
   * @param virtualSwitch the network that VMs are plugged into
   * @param vlan the VLAN there; null for what is not tagged
   * @param macAddresses of the VMs in their order; empty where Hyper-V gives them out
   * @param gpus whole ones, by Discrete Device Assignment: what each VM gets; null for none
   * @param gpuPartitions shares of GPUs that each VM gets; 0 for none
   */
  record HyperV(
      List<String> hosts,
      List<String> inRepair,
      int perHost,
      @Nullable Integer mostDown,
      String folder,
      String template,
      String virtualSwitch,
      @Nullable Integer vlan,
      List<String> macAddresses,
      SecureBoot secureBoot,
      StartAction startAction,
      @Nullable PassedGpus gpus,
      int gpuPartitions)
      implements Hypervisor {
    public HyperV {
      hosts = List.copyOf(hosts);
      inRepair = List.copyOf(inRepair);
      macAddresses = List.copyOf(macAddresses);
    }

    /** Where the VM of this number, from 1, stands. */
    public String hostOf(int number) {
      return hosts.get((number - 1) / perHost);
    }

    @Override
    public String product() {
      return "Microsoft Hyper-V";
    }
  }

  /** Whose signature a VM's firmware wants of what it starts, as Hyper-V calls the template. */
  enum SecureBoot {
    OFF("Off"),
    /** Windows alone. */
    MICROSOFT_WINDOWS("MicrosoftWindows"),
    /** Linux too, whose first stage Microsoft has signed. */
    MICROSOFT_UEFI("MicrosoftUEFICertificateAuthority"),
    /** Linux in shielded VMs. */
    OPEN_SOURCE_SHIELDED("OpenSourceShieldedVM");

    private final String template;

    SecureBoot(String template) {
      this.template = template;
    }

    public String template() {
      return template;
    }
  }

  /** What becomes of a VM when its host starts, as Hyper-V calls it. */
  enum StartAction {
    START("Start"),
    /** Only if it ran when the host stopped. */
    START_IF_RUNNING("StartIfRunning"),
    NOTHING("Nothing");

    private final String word;

    StartAction(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
