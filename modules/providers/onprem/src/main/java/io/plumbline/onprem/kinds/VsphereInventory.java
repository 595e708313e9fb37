package io.plumbline.onprem.kinds;

import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.DATA_CENTRE;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.KindBuilder;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;

/**
 * What stands in vSphere already and has a name for people, and another one for its API: Terraform
 * looks it up by data sources, and a check by the API, to know what machines refer to. Nothing of
 * it is ours, and nobody compares it.
 */
public final class VsphereInventory {
  private static final String LOOKED_UP = "Terraform looks it up by its name";

  public static final ResourceKind DATACENTER =
      found("vsphere-datacenter", "vsphere_datacenter", "Datacenters").build();
  public static final ResourceKind CLUSTER =
      inDatacenter(found("vsphere-cluster", "vsphere_compute_cluster", "Clusters"))
          .output("resourcePool", TERRAFORM, "resource_pool_id")
          .output("resourcePool", DATA_CENTRE, "resourcePool")
          .build();
  public static final ResourceKind DATASTORE =
      inDatacenter(found("vsphere-datastore", "vsphere_datastore", "Datastores")).build();
  public static final ResourceKind HOST =
      inDatacenter(found("vsphere-host", "vsphere_host", "Hosts")).build();
  public static final ResourceKind NETWORK =
      inDatacenter(found("vsphere-network", "vsphere_network", "Networks")).build();
  public static final ResourceKind TEMPLATE =
      inDatacenter(lookup("vsphere-template", "vsphere_virtual_machine"))
          .output("id", TERRAFORM, "id")
          .output("guest", TERRAFORM, "guest_id")
          .output("scsi", TERRAFORM, "scsi_type")
          .output("adapter", TERRAFORM, "network_interface_types[0]")
          .output("thin", TERRAFORM, "disks/thin_provisioned")
          .output("scrubbed", TERRAFORM, "disks/eagerly_scrub")
          .build();

  private VsphereInventory() {}

  private static KindBuilder inDatacenter(KindBuilder lookup) {
    return lookup.attributes(
        ref("datacenterId", "vsphere-datacenter", "id").notIn(DATA_CENTRE, LOOKED_UP));
  }

  /** What the API finds by its name. */
  private static KindBuilder found(String id, String type, String operation) {
    return lookup(id, type)
        .read(Read.by("name", "vsphere:" + operation))
        .output("id", TERRAFORM, "id")
        .output("id", DATA_CENTRE, "id");
  }

  private static KindBuilder lookup(String id, String type) {
    return kind(id)
        .type(TERRAFORM, "data." + type)
        .comparedAt("vsphere-vm")
        .keyedBy("name")
        .attributes(text("name"));
  }
}
