package io.plumbline.azure.standin;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.json.JsonSerializable;
import com.azure.json.JsonWriter;
import com.azure.resourcemanager.appservice.fluent.models.AppServicePlanInner;
import com.azure.resourcemanager.appservice.fluent.models.SiteInner;
import com.azure.resourcemanager.authorization.fluent.models.RoleDefinitionInner;
import com.azure.resourcemanager.authorization.models.RoleAssignmentCreateParameters;
import com.azure.resourcemanager.compute.fluent.models.CapacityReservationGroupInner;
import com.azure.resourcemanager.compute.fluent.models.CapacityReservationInner;
import com.azure.resourcemanager.compute.fluent.models.DiskInner;
import com.azure.resourcemanager.compute.fluent.models.ProximityPlacementGroupInner;
import com.azure.resourcemanager.compute.fluent.models.SshPublicKeyResourceInner;
import com.azure.resourcemanager.compute.fluent.models.VirtualMachineScaleSetInner;
import com.azure.resourcemanager.containerservice.fluent.models.AgentPoolInner;
import com.azure.resourcemanager.containerservice.fluent.models.ManagedClusterInner;
import com.azure.resourcemanager.dns.fluent.models.RecordSetInner;
import com.azure.resourcemanager.dns.fluent.models.ZoneInner;
import com.azure.resourcemanager.keyvault.models.KeyCreateParameters;
import com.azure.resourcemanager.keyvault.models.SecretCreateOrUpdateParameters;
import com.azure.resourcemanager.keyvault.models.VaultCreateOrUpdateParameters;
import com.azure.resourcemanager.monitor.fluent.models.AutoscaleSettingResourceInner;
import com.azure.resourcemanager.monitor.fluent.models.MetricAlertResourceInner;
import com.azure.resourcemanager.msi.fluent.models.FederatedIdentityCredentialInner;
import com.azure.resourcemanager.msi.fluent.models.IdentityInner;
import com.azure.resourcemanager.network.fluent.models.ApplicationSecurityGroupInner;
import com.azure.resourcemanager.network.fluent.models.FlowLogInner;
import com.azure.resourcemanager.network.fluent.models.LoadBalancerInner;
import com.azure.resourcemanager.network.fluent.models.LocalNetworkGatewayInner;
import com.azure.resourcemanager.network.fluent.models.NatGatewayInner;
import com.azure.resourcemanager.network.fluent.models.NetworkSecurityGroupInner;
import com.azure.resourcemanager.network.fluent.models.PrivateEndpointInner;
import com.azure.resourcemanager.network.fluent.models.PublicIpAddressInner;
import com.azure.resourcemanager.network.fluent.models.PublicIpPrefixInner;
import com.azure.resourcemanager.network.fluent.models.RouteInner;
import com.azure.resourcemanager.network.fluent.models.RouteTableInner;
import com.azure.resourcemanager.network.fluent.models.SecurityRuleInner;
import com.azure.resourcemanager.network.fluent.models.SubnetInner;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkGatewayConnectionInner;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkGatewayInner;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkInner;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkPeeringInner;
import com.azure.resourcemanager.privatedns.fluent.models.PrivateZoneInner;
import com.azure.resourcemanager.resources.fluent.models.ManagementLockObjectInner;
import com.azure.resourcemanager.resources.fluent.models.ResourceGroupInner;
import com.azure.resourcemanager.storage.fluent.models.BlobContainerInner;
import com.azure.resourcemanager.storage.fluent.models.BlobServicePropertiesInner;
import com.azure.resourcemanager.storage.fluent.models.FileShareInner;
import com.azure.resourcemanager.storage.fluent.models.ManagementPolicyInner;
import com.azure.resourcemanager.storage.models.StorageAccountCreateParameters;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds the body of a resource against the SDK's type for it: what the type does not hold again
 * after reading it, the service does not know, does not take there, or gives another form. Types
 * that this SDK has no model of are not held.
 */
final class Models {
  private static final Map<String, Model> BY_TYPE = new TreeMap<>();

  static {
    model("Microsoft.Authorization/locks", ManagementLockObjectInner::fromJson);
    model("Microsoft.Authorization/roleAssignments", RoleAssignmentCreateParameters::fromJson);
    model("Microsoft.Authorization/roleDefinitions", RoleDefinitionInner::fromJson);
    model("Microsoft.Compute/capacityReservationGroups", CapacityReservationGroupInner::fromJson);
    model(
        "Microsoft.Compute/capacityReservationGroups/capacityReservations",
        CapacityReservationInner::fromJson);
    model("Microsoft.Compute/disks", DiskInner::fromJson);
    model("Microsoft.Compute/proximityPlacementGroups", ProximityPlacementGroupInner::fromJson);
    model("Microsoft.Compute/sshPublicKeys", SshPublicKeyResourceInner::fromJson);
    model("Microsoft.Compute/virtualMachineScaleSets", VirtualMachineScaleSetInner::fromJson);
    model("Microsoft.ContainerService/managedClusters", ManagedClusterInner::fromJson);
    model("Microsoft.ContainerService/managedClusters/agentPools", AgentPoolInner::fromJson);
    model("Microsoft.Insights/autoscaleSettings", AutoscaleSettingResourceInner::fromJson);
    model("Microsoft.Insights/metricAlerts", MetricAlertResourceInner::fromJson);
    model("Microsoft.KeyVault/vaults", VaultCreateOrUpdateParameters::fromJson);
    model("Microsoft.KeyVault/vaults/keys", KeyCreateParameters::fromJson);
    model("Microsoft.KeyVault/vaults/secrets", SecretCreateOrUpdateParameters::fromJson);
    model("Microsoft.ManagedIdentity/userAssignedIdentities", IdentityInner::fromJson);
    model(
        "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials",
        FederatedIdentityCredentialInner::fromJson);
    model("Microsoft.Network/applicationSecurityGroups", ApplicationSecurityGroupInner::fromJson);
    model("Microsoft.Network/connections", VirtualNetworkGatewayConnectionInner::fromJson);
    model("Microsoft.Network/dnsZones", ZoneInner::fromJson);
    model("Microsoft.Network/privateDnsZones", PrivateZoneInner::fromJson);
    for (String sort : List.of("A", "AAAA", "CNAME", "TXT")) {
      model("Microsoft.Network/dnsZones/" + sort, RecordSetInner::fromJson);
      model(
          "Microsoft.Network/privateDnsZones/" + sort,
          com.azure.resourcemanager.privatedns.fluent.models.RecordSetInner::fromJson);
    }
    model("Microsoft.Network/loadBalancers", LoadBalancerInner::fromJson);
    model("Microsoft.Network/localNetworkGateways", LocalNetworkGatewayInner::fromJson);
    model("Microsoft.Network/natGateways", NatGatewayInner::fromJson);
    model("Microsoft.Network/networkSecurityGroups", NetworkSecurityGroupInner::fromJson);
    model("Microsoft.Network/networkSecurityGroups/securityRules", SecurityRuleInner::fromJson);
    model("Microsoft.Network/networkWatchers/flowLogs", FlowLogInner::fromJson);
    model("Microsoft.Network/privateEndpoints", PrivateEndpointInner::fromJson);
    model("Microsoft.Network/publicIPAddresses", PublicIpAddressInner::fromJson);
    model("Microsoft.Network/publicIPPrefixes", PublicIpPrefixInner::fromJson);
    model("Microsoft.Network/routeTables", RouteTableInner::fromJson);
    model("Microsoft.Network/routeTables/routes", RouteInner::fromJson);
    model("Microsoft.Network/virtualNetworkGateways", VirtualNetworkGatewayInner::fromJson);
    model("Microsoft.Network/virtualNetworks", VirtualNetworkInner::fromJson);
    model("Microsoft.Network/virtualNetworks/subnets", SubnetInner::fromJson);
    model(
        "Microsoft.Network/virtualNetworks/virtualNetworkPeerings",
        VirtualNetworkPeeringInner::fromJson);
    model(ResourceId.GROUP, ResourceGroupInner::fromJson);
    model("Microsoft.Storage/storageAccounts", StorageAccountCreateParameters::fromJson);
    model("Microsoft.Storage/storageAccounts/blobServices", BlobServicePropertiesInner::fromJson);
    model(
        "Microsoft.Storage/storageAccounts/blobServices/containers", BlobContainerInner::fromJson);
    model("Microsoft.Storage/storageAccounts/fileServices/shares", FileShareInner::fromJson);
    model("Microsoft.Storage/storageAccounts/managementPolicies", ManagementPolicyInner::fromJson);
    model("Microsoft.Web/serverfarms", AppServicePlanInner::fromJson);
    model("Microsoft.Web/sites", SiteInner::fromJson);
  }

  private Models() {}

  /** Reads the SDK's type. */
  private interface Model {
    JsonSerializable<?> read(JsonReader reader) throws IOException;
  }

  private static void model(String type, Model model) {
    BY_TYPE.put(type.toLowerCase(Locale.ROOT), model);
  }

  /** Whether the SDK has a type for it here. */
  static boolean has(String type) {
    return BY_TYPE.containsKey(type.toLowerCase(Locale.ROOT));
  }

  /** Refuses a body that the SDK's type for it does not hold. */
  static void check(String type, Obj body) {
    Model model = BY_TYPE.get(type.toLowerCase(Locale.ROOT));
    if (model == null) {
      return;
    }
    List<String> lost = lost(type, body);
    if (!lost.isEmpty()) {
      throw new Refusal(
          400,
          "InvalidRequestContent",
          "The request content of " + type + " was invalid: " + String.join("; ", lost));
    }
  }

  /** What of a document the SDK's type for it does not hold, place by place, and why. */
  static List<String> lost(String type, Obj body) {
    Model model = BY_TYPE.get(type.toLowerCase(Locale.ROOT));
    List<String> lost = new ArrayList<>();
    if (model != null) {
      compare("", body, again(model, type, body), lost);
    }
    return lost;
  }

  private static Value again(Model model, String type, Obj body) {
    StringWriter text = new StringWriter();
    try (JsonReader reader =
            JsonProviders.createReader(io.plumbline.value.JsonWriter.compact(body));
        JsonWriter writer = JsonProviders.createWriter(text)) {
      model.read(reader).toJson(writer);
      writer.flush();
    } catch (IOException | RuntimeException e) {
      throw new Refusal(
          400, "InvalidRequestContent", "The request content of " + type + " was invalid: " + e);
    }
    return io.plumbline.value.JsonReader.read(text.toString());
  }

  private static void compare(String path, Value sent, @Nullable Value held, List<String> lost) {
    switch (sent) {
      case Obj object -> {
        Obj other = held instanceof Obj known ? known : Obj.EMPTY;
        object
            .members()
            .forEach((name, value) -> compare(path + "/" + name, value, other.get(name), lost));
      }
      case Sequence list -> {
        List<Value> others = held instanceof Sequence known ? known.items() : List.of();
        if (others.size() != list.items().size()) {
          lost.add(path + " is not known there, or is read only");
        } else {
          for (int i = 0; i < others.size(); i++) {
            compare(path + "/" + i, list.items().get(i), others.get(i), lost);
          }
        }
      }
      case Value.Null none -> {}
      case Value.Bool plain -> same(path, plain, held, lost);
      case Value.Int plain -> same(path, plain, held, lost);
      case Value.Decimal plain -> same(path, plain, held, lost);
      case Value.Text plain -> same(path, plain, held, lost);
      case Value.Ref other -> throw notPlain(other);
      case Value.Join other -> throw notPlain(other);
      case Value.Base64 other -> throw notPlain(other);
      case Value.Digest other -> throw notPlain(other);
      case Value.Unknown other -> throw notPlain(other);
    }
  }

  private static void same(String path, Value sent, @Nullable Value held, List<String> lost) {
    if (held == null || held instanceof Value.Null) {
      lost.add(path + " is not known there, or is read only");
    } else if (!sent.equals(held) && !number(sent).equals(number(held))) {
      lost.add(path + " is " + sent + ", which is no value for it: " + held);
    }
  }

  /** A number by its amount: {@code -1} and {@code -1.0} are one. */
  private static Object number(Value value) {
    return switch (value) {
      case Value.Int whole -> BigDecimal.valueOf(whole.value()).stripTrailingZeros();
      case Value.Decimal decimal -> decimal.value();
      default -> value;
    };
  }

  private static IllegalStateException notPlain(Value value) {
    return new IllegalStateException("a body is JSON, and holds no " + value);
  }
}
