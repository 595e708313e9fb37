package io.plumbline.azure.kinds;

import io.plumbline.kind.KindBuilder;

/**
 * What Azure lets people set on scale sets and their machines and no design says: each field with
 * the reason why it is not compared.
 */
final class ScaleSetUnsaid {
  private static final String PROFILE = "properties/virtualMachineProfile/";
  private static final String INTERFACE =
      PROFILE + "networkProfile/networkInterfaceConfigurations/";
  private static final String ADDRESS = INTERFACE + "properties/ipConfigurations/properties/";

  private ScaleSetUnsaid() {}

  /** Of scale sets of either orchestration. */
  static KindBuilder of(KindBuilder kind) {
    return ofMachines(kind)
        .notOurs(Unsaid.EDGE, "extendedLocation")
        .notOurs("of images that are sold: their terms are agreed to by hand", "plan")
        .notOurs("follows from the size", "sku/tier")
        .notOurs("where Azure puts machines of a zone that it chooses itself", "placement")
        .notOurs("of hosts that nobody else has", "properties/hostGroup")
        .notOurs(
            Unsaid.NOBODY,
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
            Unsaid.PREVIEW,
            "properties/highSpeedInterconnectPlacement",
            "properties/resiliencyPolicy")
        .notRead("data disks", "boot diagnostics", "secrets of extensions");
  }

  private static KindBuilder ofMachines(KindBuilder kind) {
    return ofInterfaces(ofDisks(ofSystems(kind)))
        .notOurs("of galleries of applications", PROFILE + "applicationProfile")
        .notOurs("where consoles are kept", PROFILE + "diagnosticsProfile")
        .notOurs("follows from the size", PROFILE + "hardwareProfile")
        .notOurs(Unsaid.WINDOWS, PROFILE + "licenseType")
        .notOurs(
            "no design's: notices of new images",
            Unsaid.at(PROFILE, "scheduledEventsProfile/", "osImageNotificationProfile"))
        .notOurs(
            "of security that Azure's policies set",
            Unsaid.at(
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
            Unsaid.at(
                PROFILE,
                "extensionProfile/extensions/properties/",
                "protectedSettings",
                "protectedSettingsFromKeyVault"))
        .notOurs(
            Unsaid.NOBODY,
            Unsaid.at(
                PROFILE,
                "extensionProfile/",
                "extensionsTimeBudget",
                "extensions/properties/enableAutomaticUpgrade",
                "extensions/properties/forceUpdateTag",
                "extensions/properties/provisionAfterExtensions",
                "extensions/properties/suppressFailures"));
  }

  private static KindBuilder ofSystems(KindBuilder kind) {
    return kind.notOurs(
            "a secret: Azure answers none",
            Unsaid.at(PROFILE, "osProfile/", "adminPassword", "secrets", "customData"))
        .notOurs(Unsaid.WINDOWS, PROFILE + "osProfile/windowsConfiguration")
        .notOurs(
            "left as Azure's agent has it",
            Unsaid.at(
                PROFILE,
                "osProfile/",
                "allowExtensionOperations",
                "requireGuestProvisionSignal",
                "linuxConfiguration/enableVMAgentPlatformUpdates",
                "linuxConfiguration/patchSettings",
                "linuxConfiguration/provisionVMAgent"));
  }

  private static KindBuilder ofDisks(KindBuilder kind) {
    return kind.notOurs(
            "nodes have no data disks of their own here", PROFILE + "storageProfile/dataDisks")
        .notOurs("follows from the size", PROFILE + "storageProfile/diskControllerType")
        .notOurs(
            "images are named by publisher or by id",
            Unsaid.at(
                PROFILE,
                "storageProfile/imageReference/",
                "communityGalleryImageId",
                "sharedGalleryImageId"))
        .notOurs(
            "always from an image",
            Unsaid.at(PROFILE, "storageProfile/osDisk/", "createOption", "osType"))
        .notOurs(
            "disks of machines whose owner keeps them in an account",
            Unsaid.at(PROFILE, "storageProfile/osDisk/", "image", "name", "vhdContainers"))
        .notOurs(
            Unsaid.NOBODY,
            Unsaid.at(
                PROFILE,
                "storageProfile/osDisk/",
                "deleteOption",
                "diffDiskSettings",
                "managedDisk/diskEncryptionSet",
                "managedDisk/securityProfile",
                "writeAcceleratorEnabled"));
  }

  private static KindBuilder ofInterfaces(KindBuilder kind) {
    return kind.notOurs(
            "always the same: which version of the network's API makes interfaces",
            PROFILE + "networkProfile/networkApiVersion")
        .notOurs("probes of balancers are theirs", PROFILE + "networkProfile/healthProbe")
        .notOurs(
            Unsaid.NOBODY,
            Unsaid.at(
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
            Unsaid.at(
                ADDRESS,
                "",
                "applicationGatewayBackendAddressPools",
                "loadBalancerInboundNatPools"))
        .notOurs(
            Unsaid.NOBODY,
            Unsaid.at(
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
}
