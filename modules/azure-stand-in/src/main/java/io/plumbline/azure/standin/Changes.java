package io.plumbline.azure.standin;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Azure does not let anybody change in place. Source: REST reference of each type, and
 * learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-property-change-not-allowed
 * where it is told there; read 2026-11. Only what is known to be refused stands here.
 */
final class Changes {
  private static final Map<String, List<String>> FIXED =
      Map.of(
          "microsoft.compute/virtualmachinescalesets",
              List.of(
                  "zones",
                  "properties.orchestrationMode",
                  "properties.platformFaultDomainCount",
                  "properties.virtualMachineProfile.priority",
                  "properties.virtualMachineProfile.osProfile.adminUsername"),
          "microsoft.compute/capacityreservationgroups/capacityreservations",
              List.of("sku.name", "zones"),
          "microsoft.compute/capacityreservationgroups", List.of("zones"),
          "microsoft.network/publicipaddresses",
              List.of("zones", "sku.name", "properties.publicIPAddressVersion"),
          "microsoft.network/natgateways", List.of("zones", "sku.name"),
          "microsoft.network/loadbalancers", List.of("sku.name"),
          "microsoft.authorization/roleassignments",
              List.of("properties.principalId", "properties.roleDefinitionId"),
          "microsoft.storagecache/amlfilesystems",
              List.of("sku.name", "zones", "properties.storageCapacityTiB"),
          "microsoft.containerservice/managedclusters/agentpools",
              List.of("properties.vmSize", "properties.osDiskSizeGB"));

  private Changes() {}

  static void check(ResourceId id, @Nullable Obj before, Obj sent) {
    if (before == null) {
      return;
    }
    String was = Docs.text(before, "location");
    String is = Docs.text(sent, "location");
    if (was != null && is != null && !was.equalsIgnoreCase(is)) {
      throw new Refusal(
          409,
          "InvalidResourceLocation",
          "The resource '"
              + id.name()
              + "' already exists in location '"
              + was
              + "'. A resource with the same name cannot be created in location '"
              + is
              + "'.");
    }
    for (String path : FIXED.getOrDefault(id.type().toLowerCase(Locale.ROOT), List.of())) {
      Value old = Docs.at(before, path);
      Value now = Docs.at(sent, path);
      if (!(old instanceof Value.Null) && !(now instanceof Value.Null) && !old.equals(now)) {
        throw new Refusal(
            409,
            "PropertyChangeNotAllowed",
            "Changing property '" + path + "' of '" + id + "' is not allowed.");
      }
    }
  }
}
