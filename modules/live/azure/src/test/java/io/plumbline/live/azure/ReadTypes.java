package io.plumbline.live.azure;

import com.azure.resourcemanager.appservice.fluent.models.AppServicePlanInner;
import com.azure.resourcemanager.appservice.fluent.models.FunctionEnvelopeInner;
import com.azure.resourcemanager.appservice.fluent.models.SiteConfigResourceInner;
import com.azure.resourcemanager.appservice.fluent.models.SiteInner;
import com.azure.resourcemanager.authorization.fluent.models.RoleAssignmentInner;
import com.azure.resourcemanager.compute.fluent.models.CapacityReservationGroupInner;
import com.azure.resourcemanager.compute.fluent.models.CapacityReservationInner;
import com.azure.resourcemanager.compute.fluent.models.ProximityPlacementGroupInner;
import com.azure.resourcemanager.compute.fluent.models.SshPublicKeyResourceInner;
import com.azure.resourcemanager.compute.fluent.models.VirtualMachineScaleSetInner;
import com.azure.resourcemanager.containerservice.fluent.models.AgentPoolInner;
import com.azure.resourcemanager.containerservice.fluent.models.ManagedClusterInner;
import com.azure.resourcemanager.dns.fluent.models.RecordSetInner;
import com.azure.resourcemanager.dns.fluent.models.ZoneInner;
import com.azure.resourcemanager.keyvault.fluent.models.KeyInner;
import com.azure.resourcemanager.keyvault.fluent.models.SecretInner;
import com.azure.resourcemanager.keyvault.fluent.models.VaultInner;
import com.azure.resourcemanager.monitor.fluent.models.AutoscaleSettingResourceInner;
import com.azure.resourcemanager.msi.fluent.models.FederatedIdentityCredentialInner;
import com.azure.resourcemanager.msi.fluent.models.IdentityInner;
import com.azure.resourcemanager.network.fluent.models.ApplicationSecurityGroupInner;
import com.azure.resourcemanager.network.fluent.models.LoadBalancerInner;
import com.azure.resourcemanager.network.fluent.models.LocalNetworkGatewayInner;
import com.azure.resourcemanager.network.fluent.models.NatGatewayInner;
import com.azure.resourcemanager.network.fluent.models.NetworkSecurityGroupInner;
import com.azure.resourcemanager.network.fluent.models.PublicIpAddressInner;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkGatewayConnectionInner;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkGatewayInner;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkInner;
import com.azure.resourcemanager.privatedns.fluent.models.PrivateZoneInner;
import com.azure.resourcemanager.resources.fluent.models.ResourceGroupInner;
import com.azure.resourcemanager.storage.fluent.models.BlobContainerInner;
import com.azure.resourcemanager.storage.fluent.models.BlobServicePropertiesInner;
import com.azure.resourcemanager.storage.fluent.models.FileShareInner;
import com.azure.resourcemanager.storage.fluent.models.ManagementPolicyInner;
import com.azure.resourcemanager.storage.fluent.models.StorageAccountInner;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The SDK's types for what Azure answers, by what Azure calls it. */
final class ReadTypes {
  private static final Map<String, Class<?>> BY_TYPE = new TreeMap<>();

  private ReadTypes() {}

  private static void models(String namespace, Object... namesAndModels) {
    for (int i = 0; i < namesAndModels.length; i += 2) {
      BY_TYPE.put(namespace + "/" + namesAndModels[i], (Class<?>) namesAndModels[i + 1]);
    }
  }

  static {
    models("Microsoft.Authorization", "roleAssignments", RoleAssignmentInner.class);
    models(
        "Microsoft.Compute",
        "capacityReservationGroups",
        CapacityReservationGroupInner.class,
        "capacityReservationGroups/capacityReservations",
        CapacityReservationInner.class,
        "proximityPlacementGroups",
        ProximityPlacementGroupInner.class,
        "sshPublicKeys",
        SshPublicKeyResourceInner.class,
        "virtualMachineScaleSets",
        VirtualMachineScaleSetInner.class);
    models(
        "Microsoft.ContainerService",
        "managedClusters",
        ManagedClusterInner.class,
        "managedClusters/agentPools",
        AgentPoolInner.class);
    models("Microsoft.Insights", "autoscaleSettings", AutoscaleSettingResourceInner.class);
    models(
        "Microsoft.KeyVault",
        "vaults",
        VaultInner.class,
        "vaults/keys",
        KeyInner.class,
        "vaults/secrets",
        SecretInner.class);
    models(
        "Microsoft.ManagedIdentity",
        "userAssignedIdentities",
        IdentityInner.class,
        "userAssignedIdentities/federatedIdentityCredentials",
        FederatedIdentityCredentialInner.class);
    models(
        "Microsoft.Network",
        "applicationSecurityGroups",
        ApplicationSecurityGroupInner.class,
        "connections",
        VirtualNetworkGatewayConnectionInner.class,
        "dnsZones",
        ZoneInner.class,
        "loadBalancers",
        LoadBalancerInner.class,
        "localNetworkGateways",
        LocalNetworkGatewayInner.class,
        "natGateways",
        NatGatewayInner.class,
        "networkSecurityGroups",
        NetworkSecurityGroupInner.class,
        "privateDnsZones",
        PrivateZoneInner.class,
        "publicIPAddresses",
        PublicIpAddressInner.class,
        "virtualNetworkGateways",
        VirtualNetworkGatewayInner.class,
        "virtualNetworks",
        VirtualNetworkInner.class);
    Stream.of("A", "AAAA", "CNAME", "TXT")
        .forEach(
            each -> {
              models("Microsoft.Network", "dnsZones/" + each, RecordSetInner.class);
              models(
                  "Microsoft.Network",
                  "privateDnsZones/" + each,
                  com.azure.resourcemanager.privatedns.fluent.models.RecordSetInner.class);
            });
    models("Microsoft.Resources", "resourceGroups", ResourceGroupInner.class);
    models(
        "Microsoft.Storage/storageAccounts",
        "blobServices",
        BlobServicePropertiesInner.class,
        "blobServices/containers",
        BlobContainerInner.class,
        "fileServices/shares",
        FileShareInner.class,
        "managementPolicies",
        ManagementPolicyInner.class);
    models("Microsoft.Storage", "storageAccounts", StorageAccountInner.class);
    models(
        "Microsoft.Web",
        "serverfarms",
        AppServicePlanInner.class,
        "sites",
        SiteInner.class,
        "sites/config",
        SiteConfigResourceInner.class,
        "sites/functions",
        FunctionEnvelopeInner.class);
  }

  /** Whether the SDK has one here. */
  static boolean has(String type) {
    return BY_TYPE.containsKey(type);
  }

  static Class<?> of(String type) {
    Class<?> model = BY_TYPE.get(type);
    if (model == null) {
      throw new IllegalStateException("name the SDK's type for " + type + " in ReadTypes");
    }
    return model;
  }
}
