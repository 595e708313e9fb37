package io.plumbline.azure.kinds;

import io.plumbline.kind.KindBuilder;

/**
 * What Azure lets people set on Kubernetes clusters and their nodes and no design says: each field
 * with the reason why it is not compared.
 */
final class ClusterUnsaid {
  private ClusterUnsaid() {}

  /**
   * Of the nodes of a cluster.
   *
   * @param place where they stand: {@code properties/}
   */
  static KindBuilder ofNodes(KindBuilder kind, String place) {
    return kind.notOurs(
            "always virtual machines with Linux, in scale sets",
            Unsaid.at(
                place, "", "gatewayProfile", "virtualMachinesProfile", "virtualMachineNodesStatus"))
        .notOurs(Unsaid.WINDOWS, Unsaid.at(place, "", "windowsProfile"))
        .notOurs("how it is right now", Unsaid.at(place, "", "status"))
        .notOurs(
            "of snapshots, and of hosts that nobody else has",
            Unsaid.at(place, "", "creationData", "hostGroupID"))
        .notOurs(
            "left as Kubernetes has it",
            Unsaid.at(
                place,
                "",
                "kubeletConfig",
                "kubeletDiskType",
                "linuxOSConfig",
                "localDNSProfile",
                "maxPods",
                "messageOfTheDay",
                "scaleDownMode",
                "workloadRuntime"))
        .notOurs(
            "pods have addresses of their own network",
            Unsaid.at(place, "", "podIPAllocationMode", "podSubnetID"))
        .notOurs(
            "parts of a GPU are the device plugin's", Unsaid.at(place, "", "gpuInstanceProfile"))
        .notOurs(
            Unsaid.NOBODY,
            Unsaid.at(
                place,
                "",
                "enableFIPS",
                "enableUltraSSD",
                "networkProfile",
                "nodePublicIPPrefixID",
                "securityProfile"));
  }

  /** Of a cluster itself. */
  static KindBuilder of(KindBuilder kind) {
    return kind.notOurs(Unsaid.EDGE, "extendedLocation")
        .notOurs("always Base", "kind", "sku/name")
        .notOurs("how it is right now", "properties/status")
        .notOurs(Unsaid.WINDOWS, "properties/windowsProfile")
        .notOurs(
            "who enters is managed by the directory",
            Unsaid.at(
                "properties/aadProfile/",
                "",
                "managed",
                "adminGroupObjectIDs",
                "clientAppID",
                "serverAppID",
                "serverAppSecret"))
        .notOurs(
            "the cluster's own identity does all",
            Unsaid.at(
                "properties/",
                "",
                "identityProfile",
                "podIdentityProfile",
                "servicePrincipalProfile"))
        .notOurs(
            "what runs inside is its users'",
            Unsaid.at(
                "properties/",
                "",
                "addonProfiles",
                "aiToolchainOperatorProfile",
                "azureMonitorProfile",
                "ingressProfile",
                "metricsProfile",
                "serviceMeshProfile",
                "storageProfile",
                "workloadAutoScalerProfile"))
        .notOurs(
            "left as Azure has it",
            Unsaid.at(
                "properties/",
                "",
                "autoScalerProfile",
                "autoUpgradeProfile/upgradeChannel",
                "nodeProvisioningProfile",
                "nodeResourceGroupProfile",
                "upgradeSettings"))
        .notOurs(
            Unsaid.NOBODY,
            Unsaid.at(
                "properties/",
                "",
                "bootstrapProfile",
                "diskEncryptionSetID",
                "fqdnSubdomain",
                "httpProxyConfig",
                "linuxProfile",
                "securityProfile/azureKeyVaultKms",
                "securityProfile/customCATrustCertificates",
                "securityProfile/defender",
                "securityProfile/imageCleaner"))
        .notOurs(
            "who comes to the API is said by address, or by being private",
            Unsaid.at(
                "properties/",
                "",
                "apiServerAccessProfile/enableVnetIntegration",
                "apiServerAccessProfile/privateDNSZone",
                "apiServerAccessProfile/subnetId",
                "privateLinkResources",
                "publicNetworkAccess"))
        .notOurs(
            "one family of addresses, and one way out",
            Unsaid.at(
                "properties/networkProfile/",
                "",
                "advancedNetworking",
                "ipFamilies",
                "loadBalancerProfile",
                "natGatewayProfile",
                "networkMode",
                "podCidrs",
                "serviceCidrs",
                "staticEgressGatewayProfile"))
        .notRead("add-ons, and what runs inside");
  }
}
