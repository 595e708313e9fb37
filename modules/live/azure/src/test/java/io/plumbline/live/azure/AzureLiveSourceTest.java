package io.plumbline.live.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.azure.kinds.AzureKinds;
import io.plumbline.azure.standin.AzureStandIn;
import io.plumbline.azure.standin.Faults;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Site;
import io.plumbline.spi.LiveSource.Answer;
import io.plumbline.testkit.live.Fault;
import io.plumbline.testkit.live.FaultProxy;
import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AzureLiveSourceTest {
  private static final String VERSION = "2024-05-01";
  private static final String ADDRESSES = "Microsoft.Network/publicIPAddresses";
  private static final String GROUP =
      "/subscriptions/" + AzureStandIn.SUBSCRIPTION + "/resourceGroups/Fleet";
  private static final String NETWORK = GROUP + "/providers/Microsoft.Network/virtualNetworks/net";

  private AzureStandIn azure;
  private AzureLiveSource source;

  @BeforeEach
  void start() throws IOException {
    azure = AzureStandIn.start(0, 2);
    source = new AzureLiveSource(site(Map.of()));
    azure.add(GROUP, "2024-03-01", Value.object("location", Value.text("westeurope")));
  }

  private Site site(Map<String, String> more) {
    Map<String, String> settings =
        new TreeMap<>(
            Map.of(
                "subscription", AzureStandIn.SUBSCRIPTION,
                "location", "westeurope",
                "endpoint", azure.url(),
                "credentials", "fake",
                "timeout.read", "1"));
    settings.putAll(more);
    return new Site("main", "azure", "arm", settings, null);
  }

  @AfterEach
  void stop() {
    source.close();
    azure.close();
  }

  private static String address(Object name) {
    return GROUP + "/providers/" + ADDRESSES + "/" + name;
  }

  private void addAddress(Object name, String location) {
    azure.add(
        address(name),
        VERSION,
        Value.object(
            "location", Value.text(location),
            "sku", Value.object("name", Value.text("Standard"))));
    azure.pass(Duration.ofHours(1));
  }

  private Answer ask(String operation, String... keys) {
    return source.call(operation, List.of(keys));
  }

  private static String text(Obj document, String member) {
    return document.get(member) instanceof Value.Text text ? text.value() : "";
  }

  @Test
  void readsAllOfATypePageByPage() {
    for (int i = 0; i < 1001; i++) {
      addAddress(i, "westeurope");
    }
    Answer answer = ask(ADDRESSES + "@" + VERSION);
    assertThat(answer.failures()).isEmpty();
    assertThat(answer.items()).hasSize(1001);
    assertThat(answer.calls())
        .as("two pages, what may be read, and two of what Resource Manager lists")
        .isEqualTo(5);
  }

  @Test
  void leavesOtherLocationsToOtherSites() {
    addAddress("here", "westeurope");
    addAddress("there", "eastus");
    assertThat(ask(ADDRESSES).items()).extracting(each -> text(each, "name")).containsOnly("here");
  }

  @Test
  void hasDocumentsInOneFormWhoeverAnsweredThem() {
    addAddress("Ip", "westeurope");
    Obj ofGraph = ask(ADDRESSES + "@" + VERSION).items().get(0);
    Obj byId = ask(ADDRESSES + "@" + VERSION, address("Ip")).items().get(0);
    assertThat(text(ofGraph, "id"))
        .isEqualTo(address("ip").replace("Fleet", "fleet"))
        .isEqualTo(text(byId, "id"));
    assertThat(text(ofGraph, "type")).isEqualTo(ADDRESSES);
    assertThat(text(ofGraph, "resourceGroup")).isEqualTo("fleet");
    assertThat(ofGraph.has("subscriptionId")).isFalse();
    assertThat(ofGraph.has("kind")).as("an empty column").isFalse();
    assertThat(ofGraph.get("properties")).isEqualTo(byId.get("properties"));
  }

  @Test
  void saysOfChildrenWhatTheyStandIn() {
    azure.add(
        NETWORK,
        VERSION,
        Value.object(
            "location", Value.text("westeurope"),
            "properties",
                Value.object(
                    "addressSpace",
                        Value.object("addressPrefixes", Value.texts(List.of("10.0.0.0/16"))),
                    "subnets",
                        Value.list(
                            Value.object(
                                "name", Value.text("a"),
                                "properties",
                                    Value.object("addressPrefix", Value.text("10.0.0.0/24")))))));
    Obj network = ask("Microsoft.Network/virtualNetworks@" + VERSION).items().get(0);
    Obj inside = subnet(network);
    Obj listed =
        ask("list Microsoft.Network/virtualNetworks/subnets@" + VERSION, text(network, "id"))
            .items()
            .get(0);
    assertThat(List.of(text(inside, "parent"), text(listed, "parent")))
        .containsOnly(text(network, "id"));
    assertThat(text(inside, "resourceGroup")).isEqualTo("fleet");
    Obj again =
        ask("Microsoft.Network/virtualNetworks@" + VERSION, text(inside, "id")).items().get(0);
    assertThat(subnet(again)).isEqualTo(inside);
  }

  private static Obj subnet(Obj network) {
    Obj properties = (Obj) network.get("properties");
    return (Obj) ((Value.Sequence) properties.get("subnets")).items().get(0);
  }

  @Test
  void asksByTheNewestStableVersionWhereNoneIsSaid() {
    addAddress("ip", "westeurope");
    assertThat(ask(ADDRESSES, address("ip")).items()).hasSize(1);
    assertThat(ask(ADDRESSES + "?$expand=userData", address("ip")).items()).hasSize(1);
    assertThat(azure.requests())
        .filteredOn(each -> each.endsWith("/providers/Microsoft.Network"))
        .hasSize(1);
  }

  @Test
  void whatIsGoneIsLeftOutWithoutAFailure() {
    Answer answer = ask(ADDRESSES + "@" + VERSION, address("gone"));
    assertThat(answer.items()).isEmpty();
    assertThat(answer.failures()).isEmpty();
  }

  @Test
  void followsTheLinksOfLists() {
    for (int i = 0; i < 5; i++) {
      azure.add(
          GROUP + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i" + i,
          "2023-01-31",
          Value.object("location", Value.text("westeurope")));
    }
    Answer answer = ask("list Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31");
    assertThat(answer.items()).hasSize(5);
    assertThat(answer.calls()).isEqualTo(4);
  }

  @Test
  void triesAgainWhatWasThrottledAndCountsIt() {
    addAddress("ip", "westeurope");
    azure.faults().throttle("ResourceGraph", 2, Duration.ZERO);
    Answer answer = ask(ADDRESSES);
    assertThat(answer.failures()).isEmpty();
    assertThat(answer.items()).hasSize(1);
    assertThat(answer.calls()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void everyFaultIsAFailureAndNeverAnEmptyAnswer() {
    addAddress("ip", "westeurope");
    azure.faults().throttle("ResourceGraph", Faults.ALWAYS, Duration.ofHours(1));
    assertFails("TooManyRequests");
    azure.faults().breakDown("ResourceGraph", Faults.ALWAYS);
    assertFails("InternalServerError");
    azure.faults().cut("ResourceGraph", 1);
    assertFails("NotUnderstood");
    azure.faults().empty("ResourceGraph", 1);
    assertFails("NotUnderstood");
    azure.faults().stall("ResourceGraph", Faults.ALWAYS, Duration.ofSeconds(3));
    assertFails("Timeout");
  }

  private void assertFails(String error) {
    Answer answer = ask(ADDRESSES);
    assertThat(answer.failure("")).as(error).isNotNull();
    assertThat(answer.failure("").error()).startsWith(error);
    azure.faults().clear();
  }

  @Test
  void aPageThatIsLostIsAFailure() {
    for (int i = 0; i < 1001; i++) {
      addAddress(i, "westeurope");
    }
    azure.faults().loseNextPage("ResourceGraph", 1);
    assertThat(ask(ADDRESSES).failure("").error()).contains("Truncated: 1000 of 1001");
  }

  @Test
  void whatMayNotBeReadIsNotTakenForNothing() {
    addAddress("ip", "westeurope");
    azure.faults().deny(ADDRESSES + "/read");
    assertThat(ask(ADDRESSES).failure("").error())
        .startsWith("AuthorizationFailed: " + ADDRESSES + "/read is not allowed");
    assertThat(ask(ADDRESSES + "@" + VERSION, address("ip")).failure(address("ip")).error())
        .startsWith("AuthorizationFailed");
  }

  @Test
  void believesResourceManagerOfWhatWasChangedOfLate() {
    addAddress("changed", "westeurope");
    addAddress("deleted", "westeurope");
    addAddress("old", "westeurope");
    azure.holdGraph(true);
    azure.change(
        address("changed"),
        each -> {
          Map<String, Value> members = new TreeMap<>(each.members());
          members.put("tags", Value.object("owner", Value.text("finance")));
          return new Obj(members);
        });
    azure.remove(address("deleted"));
    azure.add(
        address("made"),
        VERSION,
        Value.object(
            "location", Value.text("West Europe"),
            "sku", Value.object("name", Value.text("Standard"))));
    Answer answer = ask(ADDRESSES + "@" + VERSION);
    assertThat(answer.failures()).isEmpty();
    assertThat(answer.items())
        .extracting(each -> text(each, "name"))
        .containsExactlyInAnyOrder("changed", "made", "old");
    assertThat(answer.items())
        .filteredOn(each -> text(each, "name").equals("changed"))
        .allSatisfy(each -> assertThat(each.get("tags")).isInstanceOf(Obj.class));
    assertThat(answer.calls()).as("both lists, leave, and three by id").isEqualTo(6);
  }

  @Test
  void recordsAreListedByTheirZonesWhateverResourceGraphHasHeard() {
    String operation = "each Microsoft.Network/dnsZones/A@2018-05-01";
    String zone = GROUP + "/providers/Microsoft.Network/dnsZones/example.com";
    azure.add(zone, "2018-05-01", Value.object("location", Value.text("global")));
    azure.add(zone + "/A/changed", "2018-05-01", record(300));
    azure.add(zone + "/A/deleted", "2018-05-01", record(300));
    azure.pass(Duration.ofHours(1));
    azure.holdGraph(true);
    azure.change(zone + "/A/changed", each -> with(each, record(60)));
    azure.remove(zone + "/A/deleted");
    String other = zone.replace("example.com", "example.org");
    azure.add(other, "2018-05-01", Value.object("location", Value.text("global")));
    azure.add(other + "/A/made", "2018-05-01", record(5));
    Answer answer = ask(operation);
    assertThat(answer.failures()).isEmpty();
    assertThat(answer.items())
        .extracting(each -> text(each, "name") + ((Obj) each.get("properties")).get("TTL"))
        .containsExactlyInAnyOrder("changed" + Value.whole(60), "made" + Value.whole(5));
    assertThat(answer.calls()).as("leave, two lists of zones, and each zone").isEqualTo(5);
    assertThat(ask(operation, zone + "/A/changed").items()).hasSize(1);
    assertThat(ask(operation, zone + "/A/deleted").items()).isEmpty();
    azure.faults().breakDown("example.org/A", Faults.ALWAYS);
    assertThat(ask(operation).failure("").error()).startsWith("InternalServerError");
  }

  private static Obj record(int seconds) {
    return Value.object("properties", Value.object("TTL", Value.whole(seconds)));
  }

  private static Obj with(Obj document, Obj said) {
    Map<String, Value> members = new TreeMap<>(document.members());
    members.putAll(said.members());
    return new Obj(members);
  }

  @Test
  void groupsAreListedByTheSubscriptionWhateverResourceGraphHasHeard() {
    String operation = "list Microsoft.Resources/resourceGroups@2024-11-01";
    azure.add(GROUP + "-old", "2024-03-01", Value.object("location", Value.text("westeurope")));
    azure.holdGraph(true);
    azure.remove(GROUP + "-old");
    azure.add(GROUP + "-new", "2024-03-01", Value.object("location", Value.text("West Europe")));
    azure.add(GROUP + "-far", "2024-03-01", Value.object("location", Value.text("eastus")));
    Answer answer = ask(operation);
    assertThat(answer.failures()).isEmpty();
    assertThat(answer.items())
        .extracting(each -> text(each, "name").toLowerCase(Locale.ROOT))
        .containsExactlyInAnyOrder("fleet", "fleet-new");
    assertThat(ask(operation, GROUP + "-new").items()).hasSize(1);
    assertThat(ask(operation, GROUP + "-old").items()).isEmpty();
    azure.faults().deny("Microsoft.Resources/subscriptions/resourceGroups/read");
    assertThat(ask(operation).failure("").error()).startsWith("AuthorizationFailed");
  }

  @Test
  void whatAnAccountCannotHaveIsNotThere() {
    String account = GROUP + "/providers/Microsoft.Storage/storageAccounts/files";
    azure.add(
        account,
        "2024-01-01",
        Value.object(
            "location", Value.text("westeurope"),
            "kind", Value.text("FileStorage"),
            "sku", Value.object("name", Value.text("PremiumV2_ZRS"))));
    for (String operation :
        List.of(
            "get Microsoft.Storage/storageAccounts/blobServices/default@2024-01-01",
            "list Microsoft.Storage/storageAccounts/blobServices/default/containers@2024-01-01")) {
      Answer answer = ask(operation, account);
      assertThat(answer.failures()).as(operation).isEmpty();
      assertThat(answer.items()).isEmpty();
    }
    assertThat(azure.requests()).filteredOn(each -> each.contains("/blobServices/")).hasSize(2);
  }

  @Test
  void whatAListNamedIsAskedForByItsId() {
    String identity = GROUP + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i";
    String operation = "list Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31";
    azure.add(identity, "2023-01-31", Value.object("location", Value.text("westeurope")));
    assertThat(ask(operation, identity).items()).hasSize(1);
    assertThat(ask(operation, identity + "-not").items()).isEmpty();
  }

  @Test
  void pagesInACircleAreAFailure() {
    addAddress("ip", "westeurope");
    try (FaultProxy proxy = FaultProxy.ofAzure(URI.create(azure.url()));
        AzureLiveSource behind =
            new AzureLiveSource(site(Map.of("endpoint", proxy.uri().toString())))) {
      proxy.spoil("graph microsoft.network/publicipaddresses", changed("$skipToken", "0"));
      assertThat(behind.call(ADDRESSES, List.of()).failure("").error()).contains("in a circle");
      String again =
          proxy.uri()
              + "/subscriptions/"
              + AzureStandIn.SUBSCRIPTION
              + "/providers/"
              + ADDRESSES
              + "?api-version="
              + VERSION;
      proxy.spoil("list microsoft.network/publicipaddresses", changed("nextLink", again));
      assertThat(behind.call("list " + ADDRESSES + "@" + VERSION, List.of()).failure("").error())
          .contains("in a circle");
    }
  }

  private static Fault changed(String member, String value) {
    return new Fault.Changed(
        member,
        body -> {
          Map<String, Value> members = new TreeMap<>(((Obj) JsonReader.read(body)).members());
          members.put(member, Value.text(value));
          return JsonWriter.compact(new Obj(members));
        });
  }

  @Test
  void asksAgainWhereSomethingWasMadeBetweenTwoPages() {
    addAddress("ip", "westeurope");
    try (FaultProxy proxy = FaultProxy.ofAzure(URI.create(azure.url()));
        AzureLiveSource behind =
            new AzureLiveSource(site(Map.of("endpoint", proxy.uri().toString())))) {
      proxy.spoilOnce(
          "graph microsoft.network/publicipaddresses",
          new Fault.Changed(
              "one page of two",
              body ->
                  "{\"totalRecords\":2,\"data\":[],\"$skipToken\":\"0\","
                      + "\"resultTruncated\":\"false\"}"));
      Answer answer = behind.call(ADDRESSES, List.of());
      assertThat(answer.failures()).isEmpty();
      assertThat(answer.items()).hasSize(1);
    }
  }

  @Test
  void whatIsNotFoundInWordsThatNobodyKnowsIsAFailure() {
    try (FaultProxy proxy = FaultProxy.ofAzure(URI.create(azure.url()));
        AzureLiveSource behind =
            new AzureLiveSource(site(Map.of("endpoint", proxy.uri().toString())))) {
      for (String code : List.of("InvalidResourceType", "SubscriptionNotFound", "Gateway")) {
        proxy.spoil("get microsoft.network/publicipaddresses", new Fault.Refusal(404, code));
        Answer answer = behind.call(ADDRESSES + "@" + VERSION, List.of(address("ip")));
        assertThat(answer.failure(address("ip")).error()).startsWith(code);
      }
      proxy.spoil(
          "get microsoft.network/publicipaddresses", new Fault.Refusal(404, "ResourceNotFound"));
      assertThat(behind.call(ADDRESSES + "@" + VERSION, List.of(address("ip"))).failures())
          .isEmpty();
    }
  }

  /** Each is asked by a version that its type has, whether listed or by its id. */
  @Test
  void everyKindIsReadByAVersionOfItsType() {
    List<String> failures = new ArrayList<>();
    for (ResourceKind kind : AzureKinds.ALL) {
      for (Read read : kind.reads().values()) {
        AzureOperation operation = AzureOperation.parse(read.operation());
        assertThat(operation).as(read.operation()).isNotNull();
        String id = idOf(operation);
        boolean group = operation.path().startsWith("Microsoft.Resources/");
        Answer answer = ask(read.operation(), group ? GROUP + "no" : id);
        answer.failures().values().forEach(each -> failures.add(kind + ": " + each));
      }
    }
    assertThat(failures).isEmpty();
  }

  /**
   * An id of nobody's that the operation can be asked by: of the parent of what there is one of.
   */
  private static String idOf(AzureOperation operation) {
    String[] parts = operation.path().split("/", -1);
    int end = operation.form() == AzureOperation.Form.GET ? parts.length - 2 : parts.length;
    StringBuilder id = new StringBuilder(GROUP + "/providers/" + parts[0]);
    for (int i = 1; i < end; i++) {
      id.append('/').append(parts[i]);
      boolean named = i + 1 < end && parts[i + 1].equals("default");
      id.append('/').append(named ? parts[++i] : "nobody");
    }
    return id.toString();
  }

  @Test
  void anEndpointThatIsNotThereIsAFailure() {
    azure.close();
    assertThat(ask(ADDRESSES).failure("").error()).startsWith("NoAnswer");
  }

  @Test
  void anOperationThatIsNoneIsAFailure() {
    assertThat(ask("Microsoft.Network").failure("").error()).startsWith("UnknownOperation");
  }

  @Test
  void theRoleAllowsReadsAlone() {
    String role =
        new AzureLiveFactory()
            .readPolicy(
                site(Map.of()),
                new TreeMap<>(
                    Map.of(
                        "list Microsoft.Resources/resourceGroups@2024-03-01", Set.of(),
                        "get Microsoft.Storage/storageAccounts/managementPolicies/default@2024-01-01",
                            Set.of())));
    assertThat(role)
        .contains(
            "\"Microsoft.Resources/subscriptions/resourceGroups/read\"",
            "\"Microsoft.Storage/storageAccounts/managementPolicies/read\"",
            "\"/subscriptions/" + AzureStandIn.SUBSCRIPTION + "\"")
        .contains("\"DataActions\": []")
        .doesNotContain("/write", "*");
  }

  @Test
  void theRoleReadsStateWhereItIsInAContainer() {
    String role =
        new AzureLiveFactory()
            .readPolicy(
                site(Map.of("state.storage-account", "examplefleet", "state.container", "records")),
                new TreeMap<>());
    assertThat(role)
        .contains(
            "\"Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read\"",
            "container records of storage account examplefleet alone",
            "Storage Blob Data Reader")
        .doesNotContain("/write", "*");
  }
}
