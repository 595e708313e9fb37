package io.plumbline.azure.standin;

import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What Azure works out for a resource, and nobody may set: ids, states, addresses. The same
 * resource has the same, whenever it is asked for.
 */
final class Computed {
  static final String TENANT = "11111111-1111-1111-1111-111111111111";

  private static final Value SUCCEEDED = Value.text("Succeeded");

  private Computed() {}

  /** The document, filled in. */
  static Obj fill(ResourceId id, Obj document) {
    Obj filled = embedded(id, document);
    filled = identity(id, filled);
    filled =
        switch (id.type().toLowerCase(Locale.ROOT)) {
          case "microsoft.network/networksecuritygroups" ->
              property(filled, "defaultSecurityRules", Value.list(DefaultRules.of(id)));
          case "microsoft.network/publicipaddresses" -> address(id, filled);
          case "microsoft.managedidentity/userassignedidentities" -> principal(id, filled);
          case "microsoft.storage/storageaccounts" -> storage(id, filled);
          case "microsoft.keyvault/vaults" ->
              property(
                  filled, "vaultUri", Value.text("https://" + id.name() + ".vault.azure.net/"));
          case "microsoft.insights/autoscalesettings" ->
              property(filled, "name", Value.text(id.name()));
          case "microsoft.authorization/roleassignments" ->
              property(filled, "scope", Value.text(id.scope()));
          case "microsoft.compute/virtualmachinescalesets" ->
              property(filled, "uniqueId", Value.text(guid(id + "/unique")));
          case "microsoft.containerservice/managedclusters" -> cluster(id, filled);
          case "microsoft.storagecache/amlfilesystems" -> lustre(id, filled);
          default -> filled;
        };
    return stateless(id) ? filled : property(filled, "provisioningState", SUCCEEDED);
  }

  private static boolean stateless(ResourceId id) {
    String type = id.type().toLowerCase(Locale.ROOT);
    return type.startsWith("microsoft.authorization/")
        || type.startsWith("microsoft.storage/storageaccounts/")
        || type.startsWith("microsoft.managedidentity/")
        || type.equals("microsoft.insights/autoscalesettings");
  }

  static String guid(String of) {
    return UUID.nameUUIDFromBytes(of.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  static String etag(Value of) {
    return "W/\"" + guid(JsonWriter.compact(of)) + "\"";
  }

  private static Obj property(Obj document, String name, Value value) {
    return Docs.with(
        document, "properties", Docs.with(Docs.object(document, "properties"), name, value));
  }

  /** Children in a list of their parent have an id, a type and a state of their own. */
  private static Obj embedded(ResourceId id, Obj document) {
    Obj filled = document;
    for (String collection : Types.embedded(id.type())) {
      List<Value> items = new ArrayList<>();
      for (Value item : Docs.items(document, "properties." + collection)) {
        items.add(child(id, collection, (Obj) item));
      }
      if (!items.isEmpty()) {
        filled = property(filled, collection, Value.list(items));
      }
    }
    return filled;
  }

  private static Obj child(ResourceId parent, String collection, Obj item) {
    String name = String.valueOf(Docs.text(item, "name"));
    Obj stated = property(item, "provisioningState", SUCCEEDED);
    Obj named = Docs.with(stated, "id", Value.text(parent + "/" + collection + "/" + name));
    Obj typed = Docs.with(named, "type", Value.text(parent.type() + "/" + collection));
    return Docs.with(typed, "etag", Value.text(etag(item.get("properties"))));
  }

  private static Obj identity(ResourceId id, Obj document) {
    if (!(document.get("identity") instanceof Obj identity)) {
      return document;
    }
    Obj known = identity;
    if (String.valueOf(Docs.text(identity, "type")).contains("SystemAssigned")) {
      known = Docs.with(known, "principalId", Value.text(guid(id + "/principal")));
      known = Docs.with(known, "tenantId", Value.text(TENANT));
    }
    Obj assigned = Docs.object(identity, "userAssignedIdentities");
    for (Map.Entry<String, Value> each : assigned.members().entrySet()) {
      assigned = Docs.with(assigned, each.getKey(), ofIdentity(each.getKey()));
    }
    return Docs.with(
        document,
        "identity",
        assigned.equals(Obj.EMPTY) ? known : Docs.with(known, "userAssignedIdentities", assigned));
  }

  private static Obj ofIdentity(String id) {
    return Value.object(
        "principalId", Value.text(guid(id + "/principal")),
        "clientId", Value.text(guid(id + "/client")));
  }

  private static Obj principal(ResourceId id, Obj document) {
    Obj known = property(document, "tenantId", Value.text(TENANT));
    known = property(known, "principalId", Value.text(guid(id + "/principal")));
    return property(known, "clientId", Value.text(guid(id + "/client")));
  }

  /** Of the net for documentation: RFC 5737. */
  private static Obj address(ResourceId id, Obj document) {
    boolean fixed = "Static".equals(Docs.text(document, "properties.publicIPAllocationMethod"));
    int last = Math.floorMod(id.key().hashCode(), 254) + 1;
    return fixed ? property(document, "ipAddress", Value.text("203.0.113." + last)) : document;
  }

  private static Obj storage(ResourceId id, Obj document) {
    String sku = String.valueOf(Docs.text(document, "sku.name"));
    Obj tiered =
        Docs.change(
            document,
            "sku.tier",
            tier -> Value.text(sku.startsWith("Premium") ? "Premium" : "Standard"));
    String start = "https://" + id.name();
    Obj ends =
        Value.object(
            "blob", Value.text(start + ".blob.core.windows.net/"),
            "file", Value.text(start + ".file.core.windows.net/"),
            "queue", Value.text(start + ".queue.core.windows.net/"),
            "dfs", Value.text(start + ".dfs.core.windows.net/"));
    Obj known = property(tiered, "primaryEndpoints", ends);
    known = property(known, "primaryLocation", document.get("location"));
    return property(known, "statusOfPrimary", Value.text("available"));
  }

  private static Obj cluster(ResourceId id, Obj document) {
    ResourceId group = id.group();
    String where = group == null ? "" : group.name();
    String location = String.valueOf(Docs.text(document, "location"));
    Obj known =
        Docs.object(document, "properties").has("nodeResourceGroup")
            ? document
            : property(
                document,
                "nodeResourceGroup",
                Value.text("MC_" + where + "_" + id.name() + "_" + location));
    String prefix = String.valueOf(Docs.text(document, "properties.dnsPrefix"));
    known =
        property(
            known,
            "fqdn",
            Value.text(
                prefix + "-" + guid(id.key()).substring(0, 8) + ".hcp." + location + ".azmk8s.io"));
    known =
        property(
            known,
            "oidcIssuerProfile",
            Docs.with(
                Docs.object(known, "properties.oidcIssuerProfile"),
                "issuerURL",
                Value.text(
                    "https://" + location + ".oic.prod-aks.azure.com/" + guid(id.key()) + "/")));
    return property(known, "powerState", Value.object("code", Value.text("Running")));
  }

  private static Obj lustre(ResourceId id, Obj document) {
    return property(
        document,
        "clientInfo",
        Value.object(
            "mgsAddress", Value.text("10.0.0.4"),
            "mountCommand", Value.text("mount -t lustre 10.0.0.4@tcp:/lustrefs /" + id.name()),
            "lustreVersion", Value.text("2.15")));
  }
}
