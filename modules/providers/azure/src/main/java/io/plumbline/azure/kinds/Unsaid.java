package io.plumbline.azure.kinds;

import io.plumbline.kind.ResourceKind;
import java.util.stream.Stream;

/**
 * What Azure lets people set on machines and clusters and no design says, where that is much: each
 * field with the reason why it is not compared. Smaller kinds say it themselves.
 */
final class Unsaid {
  /** Of all that can stand outside of Azure's own regions. */
  static final String EDGE = "of edge zones, where no fleet stands";

  static final String GIVEN = "given by Azure";
  static final String WINDOWS = "of Windows, which no design runs";
  static final String NOBODY = "nobody asks for it";
  static final String PREVIEW = "a setting newer than what engines can say of it here";

  private static final String PROFILE = "properties/virtualMachineProfile/";
  private static final String INTERFACE =
      PROFILE + "networkProfile/networkInterfaceConfigurations/";
  private static final String ADDRESS = INTERFACE + "properties/ipConfigurations/properties/";

  private Unsaid() {}

  /** Of scale sets of either orchestration. */
  static ResourceKind.Builder ofScaleSets(ResourceKind.Builder kind) {
    return ofMachines(kind)
        .notOurs(EDGE, "extendedLocation")
        .notOurs("of images that are sold: their terms are agreed to by hand", "plan")
        .notOurs("follows from the size", "sku/tier")
        .notOurs("where Azure puts machines of a zone that it chooses itself", "placement")
        .notOurs("of hosts that nobody else has", "properties/hostGroup")
        .notOurs(
            NOBODY,
            "properties/additionalCapabilities",
            "properties/constrainedMaximumCapacity",
            "properties/doNotRunExtensionsOnOverprovisionedVMs",
            "properties/scheduledEventsPolicy",
            "properties/upgradePolicy/automaticOSUpgradePolicy",
            "properties/upgradePolicy/rollingUpgradePolicy/enableCrossZoneUpgrade",
            "properties/upgradePolicy/rollingUpgradePolicy/rollbackFailedInstancesOnPolicyBreach",
            "properties/zonalPlatformFaultDomainAlignMode")
        .notOurs("Azure takes the oldest first, unless told otherwise", "properties/scaleInPolicy")
        .notOurs("pools of several sizes are refused", "properties/skuProfile")
        .notOurs(
            PREVIEW, "properties/highSpeedInterconnectPlacement", "properties/resiliencyPolicy")
        .notRead("data disks", "boot diagnostics", "secrets of extensions");
  }

  private static ResourceKind.Builder ofMachines(ResourceKind.Builder kind) {
    return ofInterfaces(ofDisks(ofSystems(kind)))
        .notOurs("of galleries of applications", PROFILE + "applicationProfile")
        .notOurs("where consoles are kept", PROFILE + "diagnosticsProfile")
        .notOurs("follows from the size", PROFILE + "hardwareProfile")
        .notOurs(WINDOWS, PROFILE + "licenseType")
        .notOurs(
            "no design's: notices of new images",
            at(PROFILE, "scheduledEventsProfile/", "osImageNotificationProfile"))
        .notOurs(
            "of security that Azure's policies set",
            at(
                PROFILE,
                "",
                "securityPostureReference",
                "serviceArtifactReference",
                "securityProfile/encryptionIdentity",
                "securityProfile/proxyAgentSettings",
                "securityProfile/securityType",
                "securityProfile/uefiSettings"))
        .notOurs(
            "a secret: Azure answers none",
            at(
                PROFILE,
                "extensionProfile/extensions/properties/",
                "protectedSettings",
                "protectedSettingsFromKeyVault"))
        .notOurs(
            NOBODY,
            at(
                PROFILE,
                "extensionProfile/",
                "extensionsTimeBudget",
                "extensions/properties/enableAutomaticUpgrade",
                "extensions/properties/forceUpdateTag",
                "extensions/properties/provisionAfterExtensions",
                "extensions/properties/suppressFailures"));
  }

  private static ResourceKind.Builder ofSystems(ResourceKind.Builder kind) {
    return kind.notOurs(
            "a secret: Azure answers none",
            at(PROFILE, "osProfile/", "adminPassword", "secrets", "customData"))
        .notOurs(WINDOWS, PROFILE + "osProfile/windowsConfiguration")
        .notOurs(
            "left as Azure's agent has it",
            at(
                PROFILE,
                "osProfile/",
                "allowExtensionOperations",
                "requireGuestProvisionSignal",
                "linuxConfiguration/enableVMAgentPlatformUpdates",
                "linuxConfiguration/patchSettings",
                "linuxConfiguration/provisionVMAgent"));
  }

  private static ResourceKind.Builder ofDisks(ResourceKind.Builder kind) {
    return kind.notOurs(
            "nodes have no data disks of their own here", PROFILE + "storageProfile/dataDisks")
        .notOurs("follows from the size", PROFILE + "storageProfile/diskControllerType")
        .notOurs(
            "images are named by publisher or by id",
            at(
                PROFILE,
                "storageProfile/imageReference/",
                "communityGalleryImageId",
                "sharedGalleryImageId"))
        .notOurs(
            "always from an image", at(PROFILE, "storageProfile/osDisk/", "createOption", "osType"))
        .notOurs(
            "disks of machines whose owner keeps them in an account",
            at(PROFILE, "storageProfile/osDisk/", "image", "name", "vhdContainers"))
        .notOurs(
            NOBODY,
            at(
                PROFILE,
                "storageProfile/osDisk/",
                "deleteOption",
                "diffDiskSettings",
                "managedDisk/diskEncryptionSet",
                "managedDisk/securityProfile",
                "writeAcceleratorEnabled"));
  }

  private static ResourceKind.Builder ofInterfaces(ResourceKind.Builder kind) {
    return kind.notOurs(
            "always the same: which version of the network's API makes interfaces",
            PROFILE + "networkProfile/networkApiVersion")
        .notOurs("probes of balancers are theirs", PROFILE + "networkProfile/healthProbe")
        .notOurs(
            NOBODY,
            at(
                INTERFACE,
                "",
                "tags",
                "properties/auxiliaryMode",
                "properties/auxiliarySku",
                "properties/deleteOption",
                "properties/disableTcpStateTracking",
                "properties/dnsSettings",
                "properties/enableFpga",
                "properties/enableIPForwarding"))
        .notOurs(
            "gateways of applications and pools of ports are no part of the model",
            at(ADDRESS, "", "applicationGatewayBackendAddressPools", "loadBalancerInboundNatPools"))
        .notOurs(
            NOBODY,
            at(
                ADDRESS,
                "publicIPAddressConfiguration/",
                "properties/deleteOption",
                "properties/dnsSettings",
                "properties/ipTags",
                "properties/publicIPAddressVersion",
                "properties/publicIPPrefix",
                "sku",
                "tags"));
  }

  /**
   * Of the nodes of a cluster.
   *
   * @param place where they stand: {@code properties/}
   */
  static ResourceKind.Builder ofNodes(ResourceKind.Builder kind, String place) {
    return kind.notOurs(
            "always virtual machines with Linux, in scale sets",
            at(place, "", "gatewayProfile", "virtualMachinesProfile", "virtualMachineNodesStatus"))
        .notOurs(WINDOWS, at(place, "", "windowsProfile"))
        .notOurs("how it is right now", at(place, "", "status"))
        .notOurs(
            "of snapshots, and of hosts that nobody else has",
            at(place, "", "creationData", "hostGroupID"))
        .notOurs(
            "left as Kubernetes has it",
            at(
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
            at(place, "", "podIPAllocationMode", "podSubnetID"))
        .notOurs("parts of a GPU are the device plugin's", at(place, "", "gpuInstanceProfile"))
        .notOurs(
            NOBODY,
            at(
                place,
                "",
                "enableFIPS",
                "enableUltraSSD",
                "networkProfile",
                "nodePublicIPPrefixID",
                "securityProfile"));
  }

  /** Of a cluster itself. */
  static ResourceKind.Builder ofClusters(ResourceKind.Builder kind) {
    return kind.notOurs(EDGE, "extendedLocation")
        .notOurs("always Base", "kind", "sku/name")
        .notOurs("how it is right now", "properties/status")
        .notOurs(WINDOWS, "properties/windowsProfile")
        .notOurs(
            "who enters is managed by the directory",
            at(
                "properties/aadProfile/",
                "",
                "managed",
                "adminGroupObjectIDs",
                "clientAppID",
                "serverAppID",
                "serverAppSecret"))
        .notOurs(
            "the cluster's own identity does all",
            at(
                "properties/",
                "",
                "identityProfile",
                "podIdentityProfile",
                "servicePrincipalProfile"))
        .notOurs(
            "what runs inside is its users'",
            at(
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
            at(
                "properties/",
                "",
                "autoScalerProfile",
                "autoUpgradeProfile/upgradeChannel",
                "nodeProvisioningProfile",
                "nodeResourceGroupProfile",
                "upgradeSettings"))
        .notOurs(
            NOBODY,
            at(
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
            at(
                "properties/",
                "",
                "apiServerAccessProfile/enableVnetIntegration",
                "apiServerAccessProfile/privateDNSZone",
                "apiServerAccessProfile/subnetId",
                "privateLinkResources",
                "publicNetworkAccess"))
        .notOurs(
            "one family of addresses, and one way out",
            at(
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

  /** Of apps, which are websites to Azure. */
  static ResourceKind.Builder ofApps(ResourceKind.Builder kind) {
    return kind.notOurs(EDGE, "extendedLocation")
        .notOurs("answered apart, as config/web", "properties/siteConfig")
        .notOurs(NOBODY, "web:properties")
        .notOurs(
            NOBODY,
            at(
                "properties/",
                "",
                "autoGeneratedDomainNameLabelScope",
                "clientAffinityEnabled",
                "clientAffinityPartitioningEnabled",
                "clientAffinityProxyEnabled",
                "clientCertEnabled",
                "clientCertExclusionPaths",
                "clientCertMode",
                "cloningInfo",
                "containerSize",
                "customDomainVerificationId",
                "dailyMemoryTimeQuota",
                "daprConfig",
                "dnsConfiguration",
                "endToEndEncryptionEnabled",
                "functionAppConfig",
                "hostNameSslStates",
                "hostNamesDisabled",
                "hostingEnvironmentProfile",
                "hyperV",
                "ipMode",
                "isXenon",
                "keyVaultReferenceIdentity",
                "managedEnvironmentId",
                "outboundVnetRouting",
                "redundancyMode",
                "reserved",
                "resourceConfig",
                "scmSiteAlsoStopped",
                "sshEnabled",
                "storageAccountRequired",
                "virtualNetworkSubnetId",
                "workloadProfileName"));
  }

  /** Fields of one place. */
  private static String[] at(String place, String below, String... fields) {
    return Stream.of(fields).map(field -> place + below + field).toArray(String[]::new);
  }
}
