package io.plumbline.rule;

import io.plumbline.model.Hypervisor.HyperV;
import io.plumbline.model.Hypervisor.Proxmox;
import io.plumbline.model.Hypervisor.Vsphere;
import io.plumbline.model.VmFleet;
import java.util.List;
import java.util.function.Consumer;

/** Something of a hypervisor that cannot be called so. */
final class HypervisorNameRefused extends VmFleetCheck {
  private static final String NODE = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

  /**
   * vSphere keeps {@code %}, {@code /} and the backslash escaped in names; a template has a path.
   */
  private static final String NAME = "[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}%\\\\/]{1,80}";

  private static final String ADDRESS = "[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?";

  /** Windows takes more; these are neither wildcards nor anything to a shell. */
  private static final String FOLDERS =
      "[A-Za-z]:(\\\\[\\p{L}\\p{N}_]([\\p{L}\\p{N} ._()-]{0,98}[\\p{L}\\p{N}_)-])?){1,20}";

  private static final String MAC = "[0-9a-f][02468ace](:[0-9a-f]{2}){5}";

  HypervisorNameRefused() {
    super(
        Rule.error(
            "PLB-VM-002",
            "name at a hypervisor not possible",
            "Nothing there can be called so: the first VM would fail, or be plugged in elsewhere.",
            "Proxmox VE 8 API: pve-node, pve-storage-id, pve-bridge-id, pve-vmid; IEEE 802.1Q;"
                + " vSphere API 8.0, ManagedEntity.name; Microsoft, Naming Files, Paths, and"
                + " Namespaces",
            "give the name that the hypervisor shows"));
  }

  @Override
  void check(VmFleet fleet, Consumer<String> breach) {
    switch (fleet.hypervisor()) {
      case Proxmox proxmox -> check(proxmox, breach);
      case Vsphere vsphere -> check(vsphere, breach);
      case HyperV hyperV -> check(hyperV, fleet.count(), breach);
      case null -> {}
    }
  }

  private static void check(Proxmox proxmox, Consumer<String> breach) {
    if (proxmox.nodes().isEmpty()) {
      breach.accept("nodes: got none; allowed are one or more");
    }
    FleetCheck.once("node", proxmox.nodes(), breach);
    proxmox.nodes().forEach(node -> match("node", node, NODE, "a host name", breach));
    match("node of the template", proxmox.templateNode(), NODE, "a host name", breach);
    within("number of the template", proxmox.template(), 100, 999_999_999, breach);
    match(
        "storage",
        proxmox.storage(),
        "[A-Za-z][A-Za-z0-9._-]*[A-Za-z0-9]",
        "letters, digits and ._- after a letter",
        breach);
    match(
        "bridge",
        proxmox.bridge(),
        "[A-Za-z][A-Za-z0-9_.-]{0,14}",
        "the name of an interface, 15 characters at most",
        breach);
    if (proxmox.vlan() != null) {
      within("VLAN", proxmox.vlan(), 1, 4094, breach);
    }
  }

  private static void check(Vsphere vsphere, Consumer<String> breach) {
    String allowed = "1 to 80 characters without % and \\ and /";
    match("data centre", vsphere.datacenter(), NAME, allowed, breach);
    match("cluster", vsphere.cluster(), NAME, allowed, breach);
    match("datastore", vsphere.datastore(), NAME, allowed, breach);
    match("network", vsphere.network(), NAME, allowed, breach);
    String path = NAME + "(/" + NAME + ")*";
    match("template", vsphere.template(), path, "such names with / between them", breach);
    FleetCheck.once("host", vsphere.hosts(), breach);
    List<String> hosts = vsphere.hosts();
    hosts.forEach(host -> match("host", host, "[A-Za-z0-9.:-]{1,253}", "as added", breach));
  }

  private static void check(HyperV hyperV, int count, Consumer<String> breach) {
    if (hyperV.hosts().isEmpty()) {
      breach.accept("hosts: got none; allowed are one or more");
    }
    FleetCheck.once("host", hyperV.hosts(), breach);
    hyperV.inRepair().stream()
        .filter(host -> !hyperV.hosts().contains(host))
        .forEach(
            host ->
                breach.accept(
                    "host in repair: got \"" + host + "\"; allowed are those of hosts(…)"));
    hyperV
        .hosts()
        .forEach(host -> match("host", host, ADDRESS, "a host name or an IPv4 address", breach));
    String allowed = "a drive and folders without * ? [ ] ' \" $ and the like: D:\\VMs";
    match("folder", hyperV.folder(), FOLDERS, allowed, breach);
    match("template", hyperV.template(), FOLDERS, allowed, breach);
    match("template", hyperV.template(), "(?is).*\\.vhdx", "a VHDX", breach);
    match("virtual switch", hyperV.virtualSwitch(), NAME, "1 to 80 characters", breach);
    if (hyperV.vlan() != null) {
      within("VLAN", hyperV.vlan(), 1, 4094, breach);
    }
    List<String> macs = hyperV.macAddresses();
    FleetCheck.once("MAC address", macs, breach);
    macs.forEach(mac -> match("MAC address", mac, MAC, "one like 00:15:5d:0a:00:01", breach));
    if (!macs.isEmpty()) {
      within("MAC addresses", macs.size(), count, count, breach);
    }
  }

  private static void match(
      String what, String got, String pattern, String allowed, Consumer<String> breach) {
    FleetCheck.match(what, got, pattern, allowed, breach);
  }
}
