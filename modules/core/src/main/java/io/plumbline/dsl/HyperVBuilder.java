package io.plumbline.dsl;

import io.plumbline.model.Hypervisor;
import io.plumbline.unit.DataSize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what virtual machines find on hosts of Microsoft Hyper-V. They are of generation 2. */
public final class HyperVBuilder {
  private List<String> hosts = List.of();
  private List<String> inRepair = List.of();
  private int perHost = 1;
  private @Nullable Integer mostDown;
  private String folder = "";
  private String template = "";
  private String virtualSwitch = "";
  private @Nullable Integer vlan;
  private List<String> macAddresses = List.of();
  private Hypervisor.SecureBoot secureBoot = Hypervisor.SecureBoot.MICROSOFT_UEFI;
  private Hypervisor.StartAction startAction = Hypervisor.StartAction.START;
  private Hypervisor.@Nullable PassedGpus gpus;
  private int gpuPartitions;

  HyperVBuilder() {}

  /**
   * The hosts, by the names or IPv4 addresses at which their SSH servers are: VMs fill one after
   * another. One that is put in last moves no VM; one that is taken out gives its place to the
   * next, so that a plan is refused while VMs stand on it. For one that is broken there is {@link
   * #inRepair}.
   */
  public HyperVBuilder hosts(String... names) {
    hosts = List.of(names);
    return this;
  }

  /**
   * Which of the hosts nobody asks for a while: their VMs are neither planned nor compared, and all
   * others keep their places. Each fleet on such a host says so.
   */
  public HyperVBuilder inRepair(String... names) {
    inRepair = List.of(names);
    return this;
  }

  /** How many each host has room, and GPUs, for; one if left out. */
  public HyperVBuilder perHost(int machines) {
    perHost = machines;
    return this;
  }

  /** How many may be off at a time for a change; a tenth, and at least one, if left out. */
  public HyperVBuilder mostDown(int machines) {
    mostDown = machines;
    return this;
  }

  /** Where each host keeps them: {@code "D:\\VMs"}. Each VM has a folder of its name there. */
  public HyperVBuilder folder(String path) {
    folder = path;
    return this;
  }

  /**
   * The disk that is copied, in the same place on each host: a VHDX that boots by UEFI, {@code
   * "D:\\Templates\\ubuntu.vhdx"}.
   */
  public HyperVBuilder template(String path) {
    template = path;
    return this;
  }

  /** The virtual switch that they are plugged into, under one name on all hosts. */
  public HyperVBuilder virtualSwitch(String name) {
    virtualSwitch = name;
    return this;
  }

  /** The VLAN on that switch. */
  public HyperVBuilder vlan(int number) {
    vlan = number;
    return this;
  }

  /**
   * One for each VM, in their order: {@code "00:15:5d:0a:00:01"}. Hyper-V gives them out if left
   * out.
   */
  public HyperVBuilder macAddresses(String... addresses) {
    macAddresses = List.of(addresses);
    return this;
  }

  /** Whose signature their firmware wants; Microsoft's for Linux too if left out. */
  public HyperVBuilder secureBoot(Hypervisor.SecureBoot template) {
    secureBoot = template;
    return this;
  }

  /** What becomes of them when their host starts; they start if left out. */
  public HyperVBuilder startAction(Hypervisor.StartAction action) {
    startAction = action;
    return this;
  }

  /**
   * Each gets so many whole GPUs of its host, by Discrete Device Assignment.
   *
   * @param memory of one GPU: what the VM must leave room for
   * @param locationPaths where each host has its GPUs: {@code "PCIROOT(20)#PCI(0300)#PCI(0000)"}
   */
  public HyperVBuilder gpus(int each, DataSize memory, String... locationPaths) {
    gpus = new Hypervisor.PassedGpus(each, memory, List.of(locationPaths));
    return this;
  }

  /** Each gets so many shares of GPUs that its host has partitioned. */
  public HyperVBuilder gpuPartitions(int each) {
    gpuPartitions = each;
    return this;
  }

  Hypervisor.HyperV build() {
    return new Hypervisor.HyperV(
        hosts,
        inRepair,
        perHost,
        mostDown,
        folder,
        template,
        virtualSwitch,
        vlan,
        macAddresses,
        secureBoot,
        startAction,
        gpus,
        gpuPartitions);
  }
}
