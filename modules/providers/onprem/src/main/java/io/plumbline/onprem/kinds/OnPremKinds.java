package io.plumbline.onprem.kinds;

import io.plumbline.kind.ResourceKind;
import java.util.List;

/** All kinds of a data centre, in alphabetical order of their ids: a new one is one line here. */
public final class OnPremKinds {
  public static final List<ResourceKind> ALL =
      List.of(
          Bmc.KIND,
          Host.KIND,
          HyperVVm.KIND,
          ManagedFile.KIND,
          ProxmoxVm.KIND,
          SiteFile.KIND,
          SlurmNode.KIND,
          SlurmNodeInRepair.KIND,
          VsphereInventory.CLUSTER,
          VsphereInventory.DATACENTER,
          VsphereInventory.DATASTORE,
          VsphereInventory.HOST,
          VsphereInventory.NETWORK,
          VsphereInventory.TEMPLATE,
          VsphereVm.KIND);

  private OnPremKinds() {}
}
