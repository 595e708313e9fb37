package io.plumbline.azure.standin;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The types that there are, and what is peculiar to some. */
final class Types {
  private static final Map<String, List<String>> ALL = read();

  /** Collections of children that stand in the document of their parent, and nowhere else. */
  private static final Map<String, List<String>> EMBEDDED =
      Map.of(
          "microsoft.network/virtualnetworks", List.of("subnets", "virtualNetworkPeerings"),
          "microsoft.network/networksecuritygroups", List.of("securityRules"),
          "microsoft.network/routetables", List.of("routes"),
          "microsoft.network/loadbalancers",
              List.of(
                  "frontendIPConfigurations",
                  "backendAddressPools",
                  "loadBalancingRules",
                  "probes",
                  "inboundNatRules",
                  "inboundNatPools",
                  "outboundRules"),
          "microsoft.network/virtualnetworkgateways", List.of("ipConfigurations"));

  /** Types that stand on other resources, or in nothing that has a location. */
  private static final Set<String> WITHOUT_LOCATION =
      Set.of(
          "microsoft.authorization/locks",
          "microsoft.authorization/roleassignments",
          "microsoft.authorization/roledefinitions",
          "microsoft.eventgrid/eventsubscriptions",
          "microsoft.insights/diagnosticsettings");

  /**
   * What Resource Manager cannot delete. Source: learn.microsoft.com, Deployment stacks known
   * issues; Azure/terraform-provider-azapi issue 879; read 2026-11.
   */
  private static final Set<String> NEVER_DELETED =
      Set.of("microsoft.keyvault/vaults/keys", "microsoft.keyvault/vaults/secrets");

  private Types() {}

  private static Map<String, List<String>> read() {
    Map<String, List<String>> all = new TreeMap<>();
    InputStream stream = Types.class.getResourceAsStream("api-versions.txt");
    if (stream == null) {
      throw new IllegalStateException("api-versions.txt is not in the jar");
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split(" ", -1))
          .forEach(words -> all.put(words[0].toLowerCase(Locale.ROOT), List.of(words)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** The type as it is written. */
  static String require(String type, @Nullable String version) {
    List<String> known = ALL.get(type.toLowerCase(Locale.ROOT));
    if (known == null) {
      throw new Refusal(
          404, "InvalidResourceType", "The resource type '" + type + "' could not be found.");
    }
    if (version == null) {
      throw new Refusal(
          400, "MissingApiVersionParameter", "The api-version query parameter is required.");
    }
    List<String> versions = known.subList(1, known.size());
    if (!versions.contains(version)) {
      throw new Refusal(
          400,
          "NoRegisteredProviderFound",
          "No registered resource provider found for API version '"
              + version
              + "' for type '"
              + type
              + "'. The supported api-versions are '"
              + String.join(", ", versions)
              + "'.");
    }
    return known.get(0);
  }

  /** The collections in documents of this type whose items are resources, too. */
  static List<String> embedded(String type) {
    return EMBEDDED.getOrDefault(type.toLowerCase(Locale.ROOT), List.of());
  }

  /** Whether one of these stands in its parent's document alone. */
  static boolean isEmbedded(ResourceId id) {
    ResourceId parent = id.parent();
    return parent != null
        && embedded(parent.type()).stream()
            .anyMatch(each -> each.equalsIgnoreCase(id.collection()));
  }

  /** Whether a body must say where it is. */
  static boolean hasLocation(ResourceId id) {
    return (id.parent() == null || isSpec(id.type()))
        && !WITHOUT_LOCATION.contains(id.type().toLowerCase(Locale.ROOT));
  }

  /** Whether Resource Manager refuses to delete one by itself. */
  static boolean isNeverDeleted(ResourceId id) {
    return NEVER_DELETED.contains(id.type().toLowerCase(Locale.ROOT));
  }

  /**
   * Whether one that is there stays as it is, whatever is put. Source: REST reference of Key Vault,
   * Keys - Create If Not Exist; read 2026-11.
   */
  static boolean isMadeOnce(ResourceId id) {
    return id.type().equalsIgnoreCase("Microsoft.KeyVault/vaults/keys");
  }

  /** Whether it is a template that is kept, or what holds its versions: data, as far as it goes. */
  static boolean isSpec(String type) {
    return type.toLowerCase(Locale.ROOT).startsWith("microsoft.resources/templatespecs");
  }

  /** What a provider has, as Resource Manager lists it; nothing where there is none. */
  static List<Obj> of(String namespace) {
    String start = namespace.toLowerCase(Locale.ROOT) + "/";
    List<Obj> types = new ArrayList<>();
    ALL.forEach(
        (key, words) -> {
          if (key.startsWith(start)) {
            types.add(
                Value.object(
                    "resourceType", Value.text(words.get(0).substring(start.length())),
                    "apiVersions", Value.texts(words.subList(1, words.size()))));
          }
        });
    return types;
  }

  static List<String> all() {
    List<String> names = new ArrayList<>();
    ALL.values().forEach(words -> names.add(words.get(0)));
    return names;
  }
}
