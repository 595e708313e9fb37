package io.plumbline.onprem.kinds;

import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.map;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.ANSIBLE;
import static io.plumbline.kind.Dialect.DATA_CENTRE;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;

/**
 * A virtual machine of Microsoft Hyper-V, in the words of a script that a role and a check run on
 * its host; those are mostly of the PowerShell module Hyper-V. Sizes are in MiB. Whose it is stands
 * in its notes, a line for each tag, among which people may write others.
 */
public final class HyperVVm {
  private static final String COPIED = "Hyper-V does not keep what a disk was copied from";

  private HyperVVm() {}

  public static final ResourceKind KIND =
      kind("hyperv-vm")
          .type(ANSIBLE, "hyperv-vm")
          .read(Read.by("host", "hyperv:VirtualMachines").each("vms", "host"))
          .taggedBy("tags")
          .namedBy("name")
          .output("id", DATA_CENTRE, "{host}/{name}")
          .attributes(
              text("name"),
              text("host").replaces(),
              map("tags"),
              text("state"),
              whole("generation").replaces(),
              whole("cpus"),
              whole("memory"),
              flag("dynamicMemory"),
              text("secureBoot"),
              text("startAction"),
              text("stopAction"),
              whole("adapters"),
              text("virtualSwitch"),
              whole("vlan"),
              text("mac"),
              list("disks", record(whole("location"), text("path"), whole("size"))),
              set("gpus", Shape.Leaf.TEXT),
              whole("gpuPartitions"),
              whole("lowMmio"),
              whole("highMmio"),
              flag("guestControlledCacheTypes"),
              text("template").notIn(DATA_CENTRE, COPIED),
              one("seed", record(text("metaData"), text("userData")))
                  .notIn(DATA_CENTRE, "the disk is called by the digest of what is on it"),
              whole("mostDown").notIn(DATA_CENTRE, "it is about changes, and nothing there"))
          .notRead(
              "checkpoints; replicas and clusters; virtual TPM; integration services; weights and"
                  + " limits; boot order; sizes of GPU partitions; further settings of devices;"
                  + " what runs in the machine")
          .build();
}
