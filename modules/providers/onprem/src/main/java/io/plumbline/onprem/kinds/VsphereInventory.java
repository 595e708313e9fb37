package io.plumbline.onprem.kinds;

import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.DATA_CENTRE;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.ResourceKind;

/**
 * What stands in vSphere already and has a name for people, and another one for its API: Terraform
 * looks it up by data sources. Nothing of it is ours, and nobody compares it.
 */
public final class VsphereInventory {
  private static final String LOOKED_UP = "Terraform looks it up by its name";

  public static final ResourceKind DATACENTER =
      lookup("vsphere-datacenter", "vsphere_datacenter").build();
  public static final ResourceKind CLUSTER =
      inDatacenter("vsphere-cluster", "vsphere_compute_cluster")
          .output("resourcePool", TERRAFORM, "resource_pool_id")
          .build();
  public static final ResourceKind DATASTORE =
      inDatacenter("vsphere-datastore", "vsphere_datastore").build();
  public static final ResourceKind HOST = inDatacenter("vsphere-host", "vsphere_host").build();
  public static final ResourceKind NETWORK =
      inDatacenter("vsphere-network", "vsphere_network").build();
  public static final ResourceKind TEMPLATE =
      inDatacenter("vsphere-template", "vsphere_virtual_machine")
          .output("guest", TERRAFORM, "guest_id")
          .output("scsi", TERRAFORM, "scsi_type")
          .output("adapter", TERRAFORM, "network_interface_types[0]")
          .output("thin", TERRAFORM, "disks/thin_provisioned")
          .output("scrubbed", TERRAFORM, "disks/eagerly_scrub")
          .build();

  private VsphereInventory() {}

  private static ResourceKind.Builder inDatacenter(String id, String type) {
    return lookup(id, type)
        .attributes(ref("datacenterId", "vsphere-datacenter", "id").notIn(DATA_CENTRE, LOOKED_UP));
  }

  private static ResourceKind.Builder lookup(String id, String type) {
    return kind(id)
        .type(TERRAFORM, "data." + type)
        .comparedAt("vsphere-vm")
        .keyedBy("name")
        .output("id", TERRAFORM, "id")
        .attributes(text("name").notIn(DATA_CENTRE, LOOKED_UP));
  }
}
