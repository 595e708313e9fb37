package io.plumbline.onprem.kinds;

import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.DATA_CENTRE;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;

/**
 * A virtual machine of Proxmox VE, in the words of the provider bpg/proxmox (0.111), which are
 * those of its API taken apart. The firmware's own disk comes with the clone: said again, the
 * provider would make a second one.
 */
public final class ProxmoxVm {
  private ProxmoxVm() {}

  public static final ResourceKind KIND =
      kind("proxmox-vm")
          .type(TERRAFORM, "proxmox_virtual_environment_vm")
          .read(Read.by("name", "proxmox:VirtualMachines"))
          .namedBy("name")
          .output("id", TERRAFORM, "vm_id")
          .output("id", DATA_CENTRE, "id")
          .attributes(
              text("name"),
              text("nodeName").replaces(),
              flag("started"),
              text("description"),
              list("tags", Shape.Leaf.TEXT),
              text("machine"),
              text("bios"),
              text("scsiHardware"),
              flag("onBoot"),
              one("agent", record(flag("enabled"))),
              one(
                      "clone",
                      record(whole("vmId"), text("nodeName"), text("datastoreId"), flag("full")))
                  .replaces()
                  .notIn(DATA_CENTRE, "Proxmox does not keep what a VM was cloned from"),
              one("cpu", record(whole("cores"), whole("sockets"), text("type"))),
              one("memory", record(whole("dedicated"))),
              list(
                  "disk",
                  record(
                      text("interface"),
                      text("datastoreId"),
                      whole("size"),
                      flag("iothread"),
                      text("discard"))),
              list("networkDevice", record(text("bridge"), text("model"), whole("vlanId"))),
              list(
                  "hostpci",
                  record(text("device"), text("mapping"), text("id"), text("mdev"), flag("pcie"))),
              one("operatingSystem", record(text("type"))),
              one(
                  "initialization",
                  record(
                      text("datastoreId"),
                      one("ipConfig", record(one("ipv4", record(text("address"))))),
                      one("userAccount", record(text("username"), list("keys", Shape.Leaf.TEXT))))))
          .notRead(
              "snapshots; pools and high availability; boot order; firewall; further settings of"
                  + " devices; what runs in the machine")
          .build();
}
