package io.plumbline.azure.kinds;

import io.plumbline.kind.ResourceKind;
import java.util.List;

/**
 * The kinds that the Azure provider knows, in alphabetical order of their ids: a new kind is one
 * line here.
 */
public final class AzureKinds {
  private AzureKinds() {}

  public static final List<ResourceKind> ALL =
      List.of(
          AgentPool.KIND,
          AppServicePlan.KIND,
          ApplicationSecurityGroup.KIND,
          AutoscaleSetting.KIND,
          BackendAddressPool.KIND,
          BlobContainer.KIND,
          CapacityReservation.KIND,
          CapacityReservationGroup.KIND,
          DnsRecordSet.A,
          DnsRecordSet.AAAA,
          DnsRecordSet.CNAME,
          DnsRecordSet.TXT,
          DnsZone.KIND,
          EventGridSubscription.KIND,
          EventGridTopic.KIND,
          ExistingKey.KIND,
          FederatedCredential.KIND,
          FileShare.KIND,
          FlexibleScaleSet.KIND,
          FunctionApp.KIND,
          FunctionAppFunction.KIND,
          KeyVault.KIND,
          KeyVaultKey.KIND,
          KeyVaultSecret.KIND,
          LoadBalancer.KIND,
          LoadBalancerProbe.KIND,
          LoadBalancerRule.KIND,
          LocalNetworkGateway.KIND,
          ManagedCluster.KIND,
          ManagedLustre.KIND,
          NatGateway.KIND,
          NetworkSecurityGroup.KIND,
          DnsRecordSet.PRIVATE_A,
          DnsRecordSet.PRIVATE_AAAA,
          DnsRecordSet.PRIVATE_CNAME,
          DnsRecordSet.PRIVATE_TXT,
          DnsZone.PRIVATE,
          ProximityPlacementGroup.KIND,
          PublicIp.KIND,
          ResourceGroup.KIND,
          RoleAssignment.KIND,
          SecurityRule.KIND,
          SshPublicKey.KIND,
          StorageAccount.KIND,
          Subnet.KIND,
          UniformScaleSet.KIND,
          UserAssignedIdentity.KIND,
          VirtualNetwork.KIND,
          VpnConnection.KIND,
          VpnGateway.KIND);
}
