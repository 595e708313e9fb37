package io.plumbline.e2e.azure;

import static io.plumbline.e2e.azure.Change.alone;
import static io.plumbline.e2e.azure.Change.beside;
import static io.plumbline.e2e.azure.Deed.copy;
import static io.plumbline.e2e.azure.Deed.delete;
import static io.plumbline.e2e.azure.Deed.set;

import io.plumbline.value.Value;
import java.util.List;
import java.util.stream.Stream;

/** What keeps data, and names. */
final class StoreChanges {
  private static final String ACCOUNTS = "Microsoft.Storage/storageAccounts";

  private StoreChanges() {}

  static List<Change> all() {
    return Stream.of(stores(), names()).flatMap(List::stream).toList();
  }

  private static List<Change> stores() {
    return List.of(
        beside(
            "no versions",
            set(
                ACCOUNTS + "/blobServices",
                "chec",
                "properties/isVersioningEnabled",
                Value.flag(false)),
            "changed checkpoints versioning"),
        beside(
            "anybody may read",
            set(ACCOUNTS, "logs", "properties/allowBlobPublicAccess", Value.flag(true)),
            "changed logs allowBlobPublicAccess"),
        beside(
            "an old TLS",
            set(ACCOUNTS, "testscratch", "properties/minimumTlsVersion", Value.text("TLS1_0")),
            "changed scratch minimumTlsVersion"),
        beside(
            "everybody's network",
            set(ACCOUNTS, "home", "properties/networkAcls/defaultAction", Value.text("Allow")),
            "changed home networkDefault"),
        beside(
            "a lifecycle is off",
            set(
                ACCOUNTS + "/managementPolicies",
                "logs",
                "properties/policy/rules/0/enabled",
                Value.flag(false)),
            "changed logs lifecycleRules/0/enabled"),
        beside(
            "a lifecycle expires sooner",
            set(
                ACCOUNTS + "/managementPolicies",
                "chec",
                "properties/policy/rules/0/definition/actions/baseBlob/delete/daysAfterModificationGreaterThan",
                Value.whole(1)),
            "changed checkpoints lifecycleRules/0/deleteAfter"),
        beside(
            "no lifecycle",
            delete(ACCOUNTS + "/managementPolicies", "logs"),
            "changed logs lifecycleRules"),
        beside(
            "a container is open",
            set(
                ACCOUNTS + "/blobServices/containers",
                "chec",
                "properties/publicAccess",
                Value.text("Blob")),
            "changed checkpoints/objects publicAccess"),
        beside(
            "a container is deleted",
            delete(ACCOUNTS + "/blobServices/containers", "testscratch"),
            "missing scratch/objects"),
        beside(
            "a container is added",
            copy(ACCOUNTS + "/blobServices/containers", "testscratch", "theirs", each -> each),
            "unmanaged blob-container"),
        beside("a store is deleted", delete(ACCOUNTS, "logs"), "missing logs"),
        beside(
            "a share is smaller",
            set(ACCOUNTS + "/fileServices/shares", "home", "properties/shareQuota", Value.whole(1)),
            "changed home/files quotaGiB"),
        beside(
            "files in other weeks",
            set(
                "Microsoft.StorageCache/amlFilesystems",
                "data",
                "properties/maintenanceWindow/dayOfWeek",
                Value.text("Monday")),
            "changed data maintenanceDay"));
  }

  private static List<Change> names() {
    return List.of(
        beside(
            "a name leads elsewhere",
            set(
                "Microsoft.Network/dnsZones/A",
                "api",
                "properties/ARecords/0/ipv4Address",
                Value.text("192.0.2.1")),
            "changed api records"),
        beside(
            "a name lives longer",
            set("Microsoft.Network/dnsZones/A", "api", "properties/TTL", Value.whole(9999)),
            "changed api ttl"),
        beside("a name is deleted", delete("Microsoft.Network/dnsZones/A", "api"), "missing api"),
        beside(
            "another text",
            set(
                "Microsoft.Network/dnsZones/TXT",
                "@",
                "properties/TXTRecords/0/value/0",
                Value.text("no")),
            "changed proof records"),
        beside(
            "an inner name",
            set(
                "Microsoft.Network/privateDnsZones/CNAME",
                "head",
                "properties/cnameRecord/cname",
                Value.text("evil.example.com")),
            "changed head record"),
        alone(
            "a group is deleted",
            delete("Microsoft.Resources/resourceGroups", "keep-main"),
            "missing site/resource-group",
            "missing key/vault",
            "missing checkpoints",
            "missing logs",
            "missing scratch",
            "missing net",
            "missing net/nat-address",
            "missing net/nat",
            "missing net/security-group",
            "missing mounts",
            "missing home",
            "missing data"),
        beside(
            "a group's tag",
            set("Microsoft.Resources/resourceGroups", "keep-main", "tags/owner", Value.text("x")),
            "changed site/resource-group tags/owner"));
  }
}
