package io.plumbline.onprem.kinds;

import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.map;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;

/**
 * A virtual machine of VMware vSphere, in the words of the provider vmware/vsphere (2.15). What it
 * must have in common with its template, it takes from there.
 */
public final class VsphereVm {
  private static final String TEMPLATE = VsphereInventory.TEMPLATE.id();

  private VsphereVm() {}

  public static final ResourceKind KIND =
      kind("vsphere-vm")
          .type(TERRAFORM, "vsphere_virtual_machine")
          .read(Read.by("name", "vsphere:VirtualMachines"))
          .namedBy("name")
          .output("id", TERRAFORM, "id")
          .attributes(
              text("name"),
              text("annotation"),
              ref("resourcePoolId", VsphereInventory.CLUSTER.id(), "resourcePool"),
              ref("hostSystemId", VsphereInventory.HOST.id(), "id"),
              ref("datastoreId", VsphereInventory.DATASTORE.id(), "id"),
              whole("numCpus"),
              whole("memory"),
              whole("memoryReservation"),
              text("firmware"),
              ref("guestId", TEMPLATE, "guest"),
              ref("scsiType", TEMPLATE, "scsi"),
              set("pciDeviceId", Shape.Leaf.TEXT),
              map("extraConfig"),
              list(
                  "networkInterface",
                  record(
                      ref("networkId", VsphereInventory.NETWORK.id(), "id"),
                      ref("adapterType", TEMPLATE, "adapter"))),
              list(
                  "disk",
                  record(
                      text("label"),
                      whole("unitNumber"),
                      whole("size"),
                      ref("thinProvisioned", TEMPLATE, "thin"),
                      ref("eagerlyScrub", TEMPLATE, "scrubbed"))),
              one("clone", record(ref("templateUuid", TEMPLATE, "id"))).replaces())
          .build();
}
