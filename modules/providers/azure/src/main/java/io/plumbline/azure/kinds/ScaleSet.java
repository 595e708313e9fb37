package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.API;
import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.idOf;
import static io.plumbline.azure.kinds.Common.ids;
import static io.plumbline.azure.kinds.Common.location;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.azure.kinds.Common.zones;
import static io.plumbline.kind.Attributes.decimal;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.json;
import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.reference;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;
import java.util.List;
import java.util.stream.Stream;

/**
 * What both orchestrations of a scale set have in common: how many machines there are, where, on
 * what terms, and what each of them is.
 */
final class ScaleSet {
  static final String TYPE = "Microsoft.Compute/virtualMachineScaleSets";

  /** Who logs in: Azure wants a name, and its CLI gives this one. */
  static final String USER = "azureuser";

  private static final String KEYS = "/home/" + USER + "/.ssh/authorized_keys";
  private static final String PROFILE = "virtualMachineProfile/";
  private static final String DISK = PROFILE + "storageProfile/osDisk/";
  private static final String IMAGE = PROFILE + "storageProfile/imageReference/";

  /** A key ↔ the file that it goes into, and the key. */
  private static final Codec KEY_FILE =
      new Codec(
          key -> Value.object("path", Value.text(KEYS), "keyData", key),
          file -> file instanceof Value.Obj o ? o.get("keyData") : file);

  /** A key ↔ whose it is, and the key. */
  static final Codec KEY_OF_USER =
      new Codec(
          key -> Value.object("username", Value.text(USER), "public_key", key),
          both -> both instanceof Value.Obj o ? o.get("public_key") : both);

  private static final Shape PUBLIC_ADDRESS =
      record(
          text("name"),
          whole("idleTimeoutInMinutes")
              .in(ARM, "properties/idleTimeoutInMinutes")
              .byDefault(Value.whole(4)));

  private static final Shape ADDRESS =
      record(
          Stream.concat(
                  Stream.of(text("name")),
                  Stream.of(
                      properties(
                          flag("primary"),
                          idOf("subnet", "subnet"),
                          ids(
                              "applicationSecurityGroups",
                              "application-security-group",
                              "application_security_group_ids"),
                          ids(
                              "loadBalancerBackendAddressPools",
                              "backend-address-pool",
                              "load_balancer_backend_address_pool_ids"),
                          text("privateIPAddressVersion")
                              .in(TERRAFORM, "version")
                              .byDefault(Value.text("IPv4")),
                          one("publicIPAddressConfiguration", PUBLIC_ADDRESS)
                              .in(TERRAFORM, "public_ip_address"))))
              .toArray(Attribute[]::new));

  private static final Shape INTERFACE =
      record(
          Stream.concat(
                  Stream.of(text("name")),
                  Stream.of(
                      properties(
                          flag("primary"),
                          flag("enableAcceleratedNetworking").byDefault(Value.flag(false)),
                          idOf("networkSecurityGroup", "network-security-group"),
                          list("ipConfigurations", ADDRESS).in(TERRAFORM, "ip_configuration"))))
              .toArray(Attribute[]::new));

  private static final Shape ROLLING =
      record(
          whole("maxBatchInstancePercent"),
          whole("maxUnhealthyInstancePercent"),
          whole("maxUnhealthyUpgradedInstancePercent"),
          text("pauseTimeBetweenBatches"),
          flag("prioritizeUnhealthyInstances")
              .in(TERRAFORM, "prioritize_unhealthy_instances_enabled")
              .byDefault(Value.flag(false)),
          flag("maxSurge")
              .in(TERRAFORM, "maximum_surge_instances_enabled")
              .byDefault(Value.flag(false)));

  private static final Shape REPAIRS =
      record(
          flag("enabled"),
          text("gracePeriod"),
          text("repairAction").in(TERRAFORM, "action").byDefault(Value.text("Replace")));

  private static final String ASSIGNED = "UserAssigned";

  /** Identities ↔ as a template has them, where {@code ArmSyntax} makes names of them. */
  private static final Codec IDENTITY =
      new Codec(
          ids -> Value.object("type", Value.text(ASSIGNED), "userAssignedIdentities", ids),
          ScaleSet::identities);

  private static final Codec IDENTITY_IDS =
      new Codec(
          ids -> Value.object("type", Value.text(ASSIGNED), "identity_ids", ids),
          block ->
              Codec.ONLY_ITEM.decode().apply(block) instanceof Value.Obj o
                  ? o.get("identity_ids")
                  : block);

  private ScaleSet() {}

  /** Who its machines are. */
  static Attribute identities() {
    return set("identities", reference("user-assigned-identity", "id"))
        .in(ARM, "identity", IDENTITY)
        .in(TERRAFORM, "identity", IDENTITY_IDS)
        .asGiven();
  }

  /** Azure answers an object whose names are the ids. */
  private static Value identities(Value identity) {
    if (!(identity instanceof Value.Obj said)) {
      return identity;
    }
    return said.get("userAssignedIdentities") instanceof Value.Obj byId
        ? Value.texts(List.copyOf(byId.members().keySet()))
        : said.get("userAssignedIdentities");
  }

  /** An extension, whose member for newer versions {@code upgrades} names in Terraform. */
  static Attribute extensions(String upgrades) {
    Shape extension =
        record(
            Stream.concat(
                    Stream.of(text("name")),
                    Stream.of(
                        properties(
                            text("publisher"),
                            text("type"),
                            text("typeHandlerVersion"),
                            flag("autoUpgradeMinorVersion").in(TERRAFORM, upgrades),
                            json("settings"))))
                .toArray(Attribute[]::new));
    return list("extensions", extension)
        .in(ARM, PROFILE + "extensionProfile/extensions")
        .in(TERRAFORM, "extension");
  }

  /** Who it is, how many machines there are, and where. */
  static Attribute[] place(String size) {
    return new Attribute[] {
      name(),
      location(),
      resourceGroup(),
      zones(),
      text("size").in(ARM, "sku/name").in(TERRAFORM, size),
      whole("capacity").in(ARM, "sku/capacity").in(TERRAFORM, "instances")
    };
  }

  /** What {@code properties} say in both orchestrations, and azurerm alike. */
  static Attribute[] common() {
    return properties(
        flag("singlePlacementGroup"),
        whole("platformFaultDomainCount").replaces(),
        flag("zoneBalance").byDefault(Value.flag(false)),
        idOf("proximityPlacementGroup", "proximity-placement-group").asGiven(),
        text("upgradeMode").in(ARM, "upgradePolicy/mode"),
        one("rollingUpgradePolicy", ROLLING).in(ARM, "upgradePolicy/rollingUpgradePolicy"),
        one("automaticRepairsPolicy", REPAIRS).in(TERRAFORM, "automatic_instance_repair"),
        text("priority").in(ARM, PROFILE + "priority").byDefault(Value.text("Regular")),
        text("evictionPolicy").in(ARM, PROFILE + "evictionPolicy").asGiven(),
        decimal("maxPrice")
            .in(ARM, PROFILE + "billingProfile/maxPrice")
            .in(TERRAFORM, "max_bid_price")
            .asGiven(),
        ref("capacityReservationGroup", "capacity-reservation-group", "id")
            .in(ARM, PROFILE + "capacityReservation/capacityReservationGroup/id")
            .in(TERRAFORM, "capacity_reservation_group_id")
            .asGiven(),
        text("image").in(ARM, IMAGE + "id").in(TERRAFORM, "source_image_id").asGiven(),
        text("imagePublisher")
            .in(ARM, IMAGE + "publisher")
            .in(TERRAFORM, "source_image_reference/publisher")
            .asGiven(),
        text("imageOffer")
            .in(ARM, IMAGE + "offer")
            .in(TERRAFORM, "source_image_reference/offer")
            .asGiven(),
        text("imageSku")
            .in(ARM, IMAGE + "sku")
            .in(TERRAFORM, "source_image_reference/sku")
            .asGiven(),
        text("imageVersion")
            .in(ARM, IMAGE + "version")
            .in(TERRAFORM, "source_image_reference/version")
            .asGiven(),
        whole("diskSizeGB").in(ARM, DISK + "diskSizeGB").in(TERRAFORM, "os_disk/disk_size_gb"),
        text("diskType")
            .in(ARM, DISK + "managedDisk/storageAccountType")
            .in(TERRAFORM, "os_disk/storage_account_type"),
        text("diskCaching").in(ARM, DISK + "caching").in(TERRAFORM, "os_disk/caching"),
        flag("encryptionAtHost")
            .in(ARM, PROFILE + "securityProfile/encryptionAtHost")
            .in(TERRAFORM, "encryption_at_host_enabled")
            .byDefault(Value.flag(false)),
        one(
                "terminateNotification",
                record(
                    flag("enable").in(TERRAFORM, "enabled"),
                    text("notBeforeTimeout").in(TERRAFORM, "timeout")))
            .in(ARM, PROFILE + "scheduledEventsProfile/terminateNotificationProfile")
            .in(TERRAFORM, "termination_notification"),
        list("networkInterfaces", INTERFACE)
            .in(ARM, PROFILE + "networkProfile/networkInterfaceConfigurations")
            .in(TERRAFORM, "network_interface"));
  }

  /** Who logs in, and what runs first; azurerm has it below {@code prefix}, or flat. */
  static Attribute[] login(String prefix) {
    return properties(
        text("computerNamePrefix")
            .in(ARM, PROFILE + "osProfile/computerNamePrefix")
            .in(TERRAFORM, prefix + "computer_name_prefix"),
        text("adminUsername")
            .in(ARM, PROFILE + "osProfile/adminUsername")
            .in(TERRAFORM, prefix + "admin_username"),
        flag("disablePasswordAuthentication")
            .in(ARM, PROFILE + "osProfile/linuxConfiguration/disablePasswordAuthentication")
            .in(TERRAFORM, prefix + "disable_password_authentication"),
        set("sshKeys", reference("ssh-public-key", "publicKey"))
            .in(ARM, PROFILE + "osProfile/linuxConfiguration/ssh/publicKeys", Codec.each(KEY_FILE))
            .in(TERRAFORM, prefix + "admin_ssh_key", Codec.each(KEY_OF_USER)));
  }

  /** The boot script; Azure answers it where it is asked for, machine by machine. */
  static Attribute userData(String member) {
    return text("userData")
        .in(ARM, "properties/" + PROFILE + "userData", Codec.BASE64)
        .in(API, "userData:properties/" + PROFILE + "userData", Codec.BASE64)
        .in(TERRAFORM, member, Codec.BASE64)
        .asGiven();
  }

  /** What a template always says: where disks come from, and which orchestration it is. */
  static Value.Obj always(String orchestration, Value network) {
    return Value.object(
        "properties",
        Value.object(
            "orchestrationMode",
            Value.text(orchestration),
            "virtualMachineProfile",
            Value.object(
                "networkProfile",
                network,
                "storageProfile",
                Value.object("osDisk", Value.object("createOption", Value.text("FromImage"))))));
  }
}
