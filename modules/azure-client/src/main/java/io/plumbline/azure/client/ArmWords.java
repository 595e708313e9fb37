package io.plumbline.azure.client;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How providers and types are written. Azure takes and answers them in any case, and not in the
 * same one everywhere: an id is one id all the same. What is not here stays as it is. Source:
 * Azure/bicep-types-az, index, read 2026-11-26.
 */
final class ArmWords {
  private static final Map<String, String> WRITTEN =
      Arrays.stream(
              """
              A AAAA actionGroups agentPools amlFilesystems
              applicationSecurityGroups autoscaleSettings bastionHosts blobServices
              capacityReservationGroups capacityReservations CNAME deploymentStacks
              diagnosticSettings dnsZones eventSubscriptions
              federatedIdentityCredentials fileServices flowLogs loadBalancers
              localNetworkGateways managedClusters managementPolicies metricAlerts
              Microsoft.Authorization Microsoft.Compute Microsoft.ContainerService
              Microsoft.EventGrid Microsoft.Insights Microsoft.KeyVault
              Microsoft.ManagedIdentity Microsoft.Network
              Microsoft.OperationalInsights Microsoft.Resources Microsoft.ServiceBus
              Microsoft.Storage Microsoft.StorageCache Microsoft.Web natGateways
              networkInterfaces networkSecurityGroups networkWatchers
              privateDnsZones privateEndpoints privateLinkServices
              proximityPlacementGroups publicIPAddresses publicIPPrefixes
              queueServices resourceGroups roleAssignments roleDefinitions
              routeTables securityRules sshPublicKeys storageAccounts systemTopics
              trafficManagerProfiles TXT userAssignedIdentities
              virtualMachineScaleSets virtualNetworkGateways virtualNetworkLinks
              virtualNetworkPeerings virtualNetworks
              """
                  .strip()
                  .split("\\s+"))
          .collect(Collectors.toMap(word -> word.toLowerCase(Locale.ROOT), word -> word));

  private ArmWords() {}

  static String written(String word) {
    return WRITTEN.getOrDefault(word.toLowerCase(Locale.ROOT), word);
  }
}
