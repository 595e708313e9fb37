package io.plumbline.onprem.kinds;

import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.map;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.DATA_CENTRE;
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

  private static final String OF_TEMPLATE = "the template says it, which only Terraform reads";

  private VsphereVm() {}

  public static final ResourceKind KIND =
      kind("vsphere-vm")
          .type(TERRAFORM, "vsphere_virtual_machine")
          .read(Read.by("name", "vsphere:VirtualMachines"))
          .namedBy("name")
          .output("id", TERRAFORM, "id")
          .output("id", DATA_CENTRE, "id")
          .attributes(
              text("name"),
              text("annotation"),
              text("power").notIn(TERRAFORM, "the provider starts what it makes, and no more"),
              ref("resourcePoolId", VsphereInventory.CLUSTER.id(), "resourcePool"),
              ref("hostSystemId", VsphereInventory.HOST.id(), "id"),
              ref("datastoreId", VsphereInventory.DATASTORE.id(), "id"),
              whole("numCpus"),
              whole("memory"),
              whole("memoryReservation"),
              text("firmware"),
              ref("guestId", TEMPLATE, "guest").notIn(DATA_CENTRE, OF_TEMPLATE),
              ref("scsiType", TEMPLATE, "scsi").notIn(DATA_CENTRE, OF_TEMPLATE),
              set("pciDeviceId", Shape.Leaf.TEXT),
              map("extraConfig"),
              list(
                  "networkInterface",
                  record(
                      ref("networkId", VsphereInventory.NETWORK.id(), "id"),
                      ref("adapterType", TEMPLATE, "adapter").notIn(DATA_CENTRE, OF_TEMPLATE))),
              list(
                  "disk",
                  record(
                      text("label").notIn(DATA_CENTRE, "Terraform's own name for the disk"),
                      whole("unitNumber"),
                      whole("size"),
                      ref("thinProvisioned", TEMPLATE, "thin").notIn(DATA_CENTRE, OF_TEMPLATE),
                      ref("eagerlyScrub", TEMPLATE, "scrubbed").notIn(DATA_CENTRE, OF_TEMPLATE))),
              one("clone", record(ref("templateUuid", TEMPLATE, "id")))
                  .replaces()
                  .notIn(DATA_CENTRE, "vSphere does not keep what a VM was cloned from"))
          .notRead(
              "snapshots; folders, tags and permissions; rules of DRS; shares and limits; cores for"
                  + " each socket; further settings of devices; what runs in the machine")
          .build();
}
