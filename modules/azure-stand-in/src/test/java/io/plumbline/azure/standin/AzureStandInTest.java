package io.plumbline.azure.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.management.exception.ManagementError;
import com.azure.core.management.exception.ManagementException;
import com.azure.core.management.polling.PollResult;
import com.azure.core.util.Context;
import com.azure.core.util.polling.LongRunningOperationStatus;
import com.azure.core.util.polling.PollResponse;
import com.azure.core.util.polling.SyncPoller;
import com.azure.resourcemanager.resourcegraph.ResourceGraphManager;
import com.azure.resourcemanager.resourcegraph.models.QueryRequest;
import com.azure.resourcemanager.resourcegraph.models.QueryRequestOptions;
import com.azure.resourcemanager.resourcegraph.models.QueryResponse;
import com.azure.resourcemanager.resourcegraph.models.ResultFormat;
import com.azure.resourcemanager.resources.ResourceManager;
import com.azure.resourcemanager.resources.fluent.DeploymentStacksClient;
import com.azure.resourcemanager.resources.fluent.DeploymentsClient;
import com.azure.resourcemanager.resources.fluent.models.DeploymentExtendedInner;
import com.azure.resourcemanager.resources.fluent.models.DeploymentInner;
import com.azure.resourcemanager.resources.fluent.models.DeploymentStackInner;
import com.azure.resourcemanager.resources.models.ActionOnUnmanage;
import com.azure.resourcemanager.resources.models.ChangeType;
import com.azure.resourcemanager.resources.models.DenySettings;
import com.azure.resourcemanager.resources.models.DenySettingsMode;
import com.azure.resourcemanager.resources.models.DeploymentMode;
import com.azure.resourcemanager.resources.models.DeploymentProperties;
import com.azure.resourcemanager.resources.models.DeploymentStackProvisioningState;
import com.azure.resourcemanager.resources.models.DeploymentStacksDeleteDetachEnum;
import com.azure.resourcemanager.resources.models.DeploymentWhatIf;
import com.azure.resourcemanager.resources.models.DeploymentWhatIfProperties;
import com.azure.resourcemanager.resources.models.UnmanageActionManagementGroupMode;
import com.azure.resourcemanager.resources.models.UnmanageActionResourceGroupMode;
import com.azure.resourcemanager.resources.models.UnmanageActionResourceMode;
import com.azure.resourcemanager.resources.models.WhatIfChange;
import io.plumbline.azure.client.AzureClients;
import io.plumbline.model.Site;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real clients of the SDK take the stand-in for Azure. */
class AzureStandInTest {
  private static final String SUBSCRIPTION = "/subscriptions/" + AzureStandIn.SUBSCRIPTION;
  private static final String GROUP = SUBSCRIPTION + "/resourceGroups/fleet";
  private static final String NETWORK = GROUP + "/providers/Microsoft.Network/virtualNetworks/net";

  private AzureStandIn azure;
  private ResourceManager sdk;

  @BeforeEach
  void start() throws IOException {
    azure = AzureStandIn.start();
    AzureClients clients = new AzureClients(site());
    sdk =
        ResourceManager.authenticate(clients.pipeline(), clients.profile())
            .withDefaultSubscription();
  }

  private Site site() {
    return new Site(
        "main",
        "azure",
        "arm",
        Map.of(
            "subscription",
            AzureStandIn.SUBSCRIPTION,
            "location",
            "westeurope",
            "endpoint",
            azure.url(),
            "credentials",
            "fake"),
        null);
  }

  @AfterEach
  void stop() {
    azure.close();
  }

  private static Map<String, Object> template(Object... resources) {
    Map<String, Object> template = new LinkedHashMap<>();
    template.put(
        "$schema",
        "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#");
    template.put("contentVersion", "1.0.0.0");
    template.put("parameters", Map.of("prefix", Map.of("type", "string", "defaultValue", "10.1")));
    template.put("resources", List.of(resources));
    return template;
  }

  private static Map<String, Object> group() {
    return Map.of(
        "type", "Microsoft.Resources/resourceGroups",
        "apiVersion", "2024-03-01",
        "name", "fleet",
        "location", "westeurope");
  }

  private static Map<String, Object> inGroup(Object... resources) {
    Map<String, Object> inner = new LinkedHashMap<>(template(resources));
    inner.put(
        "$schema",
        "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#");
    return Map.of(
        "type", "Microsoft.Resources/deployments",
        "apiVersion", "2024-03-01",
        "name", "inside",
        "resourceGroup", "fleet",
        "dependsOn",
            List.of("[subscriptionResourceId('Microsoft.Resources/resourceGroups', 'fleet')]"),
        "properties",
            Map.of(
                "mode",
                "Incremental",
                "expressionEvaluationOptions",
                Map.of("scope", "inner"),
                "template",
                inner));
  }

  private static Map<String, Object> network(Object... tags) {
    return Map.of(
        "type", "Microsoft.Network/virtualNetworks",
        "apiVersion", "2024-05-01",
        "name", "net",
        "location", "[resourceGroup().location]",
        "tags", tags.length == 0 ? Map.of() : Map.of(tags[0], tags[1]),
        "properties",
            Map.of(
                "addressSpace",
                    Map.of("addressPrefixes", List.of("[concat(parameters('prefix'), '.0.0/16')]")),
                "subnets",
                    List.of(
                        Map.of(
                            "name",
                            "a",
                            "properties",
                            Map.of(
                                "addressPrefix",
                                "[format('{0}.1.0/24', parameters('prefix'))]")))));
  }

  private static Map<String, Object> address() {
    return Map.of(
        "type", "Microsoft.Network/publicIPAddresses",
        "apiVersion", "2024-05-01",
        "name", "ip",
        "location", "westeurope",
        "sku", Map.of("name", "Standard"),
        "properties", Map.of("publicIPAllocationMethod", "Static"));
  }

  private static DeploymentInner deployment(Map<String, Object> template) {
    return new DeploymentInner()
        .withLocation("westeurope")
        .withProperties(
            new DeploymentProperties().withMode(DeploymentMode.INCREMENTAL).withTemplate(template));
  }

  private DeploymentsClient deployments() {
    return sdk.deploymentClient().getDeployments();
  }

  /** The artefact that is to take its place cannot be had everywhere yet. */
  @SuppressWarnings("deprecation")
  private DeploymentStacksClient stacks() {
    return sdk.deploymentStackClient().getDeploymentStacks();
  }

  private static <T, U> U end(SyncPoller<T, U> poller) {
    return poller.setPollInterval(Duration.ofMillis(20)).getFinalResult();
  }

  private void deploy(Map<String, Object> template) {
    end(deployments().beginCreateOrUpdateAtSubscriptionScope("first", deployment(template)));
  }

  private String failure(Map<String, Object> template) {
    PollResponse<PollResult<DeploymentExtendedInner>> last =
        deployments()
            .beginCreateOrUpdateAtSubscriptionScope("first", deployment(template))
            .setPollInterval(Duration.ofMillis(20))
            .waitForCompletion();
    assertThat(last.getStatus()).isEqualTo(LongRunningOperationStatus.FAILED);
    ManagementError error = deployments().getAtSubscriptionScope("first").properties().error();
    StringBuilder all = new StringBuilder(error.getCode() + ": " + error.getMessage());
    if (error.getDetails() != null) {
      error.getDetails().forEach(each -> all.append(each.getCode() + ": " + each.getMessage()));
    }
    return all.toString();
  }

  @Test
  void carriesOutNestedDeploymentsAndFillsInDefaults() {
    deploy(template(group(), inGroup(network())));
    Obj network = azure.find(NETWORK);
    assertThat(Docs.text(network, "location")).isEqualTo("westeurope");
    assertThat(Docs.items(network, "properties.addressSpace.addressPrefixes"))
        .containsExactly(Value.text("10.1.0.0/16"));
    Value subnet = Docs.items(network, "properties.subnets").get(0);
    assertThat(Docs.text(subnet, "id")).isEqualTo(NETWORK + "/subnets/a");
    assertThat(Docs.text(subnet, "properties.privateEndpointNetworkPolicies"))
        .isEqualTo("Disabled");
    assertThat(
            sdk
                .deploymentClient()
                .getDeploymentOperations()
                .listAtSubscriptionScope("first")
                .stream()
                .map(each -> each.properties().targetResource().resourceType()))
        .containsExactly("Microsoft.Resources/resourceGroups", "Microsoft.Resources/deployments");
  }

  @Test
  void tellsWhatWouldChangeAndChangesNothing() {
    deploy(template(group(), inGroup(network())));
    List<WhatIfChange> changes =
        end(deployments()
                .beginWhatIfAtSubscriptionScope(
                    "first",
                    new DeploymentWhatIf()
                        .withLocation("westeurope")
                        .withProperties(
                            new DeploymentWhatIfProperties()
                                .withMode(DeploymentMode.INCREMENTAL)
                                .withTemplate(
                                    template(group(), inGroup(network("team", "ml"), address()))))))
            .changes();
    assertThat(changes)
        .extracting(WhatIfChange::changeType)
        .containsExactly(ChangeType.NO_CHANGE, ChangeType.MODIFY, ChangeType.CREATE);
    assertThat(changes.get(1).delta().get(0).path()).isEqualTo("tags.team");
    assertThat(azure.all()).hasSize(2);
  }

  @Test
  void refusesWhatTheModelTypesDoNotHold() {
    Map<String, Object> wrong = new LinkedHashMap<>(network());
    wrong.put(
        "properties", Map.of("addressSpaces", Map.of("addressPrefixes", List.of("10.0.0.0/8"))));
    assertThat(failure(template(group(), inGroup(wrong)))).contains("DeploymentFailed");
    assertThat(azure.find(NETWORK)).isNull();
    assertThat(
            sdk
                .deploymentClient()
                .getDeploymentOperations()
                .listByResourceGroup("fleet", "inside")
                .stream()
                .map(each -> each.properties().statusMessage().error().getMessage()))
        .singleElement()
        .asString()
        .contains("/properties/addressSpaces/addressPrefixes is not known there");
  }

  @Test
  void refusesFunctionsVersionsAndReferencesThatItDoesNotKnow() {
    Map<String, Object> function = new LinkedHashMap<>(network());
    function.put("location", "[pickZones('a')]");
    Map<String, Object> version = new LinkedHashMap<>(network());
    version.put("apiVersion", "2024-05-02");
    Map<String, Object> reference =
        Map.of(
            "type", "Microsoft.Network/natGateways",
            "apiVersion", "2024-05-01",
            "name", "nat",
            "location", "westeurope",
            "sku", Map.of("name", "Standard"),
            "properties",
                Map.of(
                    "publicIpAddresses",
                    List.of(
                        Map.of(
                            "id", "[resourceId('Microsoft.Network/publicIPAddresses', 'none')]"))));
    assertThat(failure(template(group(), inGroup(function)))).contains("pickZones");
    assertThat(failure(template(group(), inGroup(version)))).contains("2024-05-02");
    assertThat(failure(template(group(), inGroup(reference)))).contains("publicIPAddresses/none");
    assertThat(azure.all()).hasSize(1);
  }

  private static DeploymentStackInner stack(Map<String, Object> template) {
    return new DeploymentStackInner()
        .withLocation("westeurope")
        .withTemplate(template)
        .withActionOnUnmanage(
            new ActionOnUnmanage()
                .withResources(DeploymentStacksDeleteDetachEnum.DELETE)
                .withResourceGroups(DeploymentStacksDeleteDetachEnum.DELETE))
        .withDenySettings(new DenySettings().withMode(DenySettingsMode.DENY_DELETE));
  }

  @Test
  void aStackDeletesWhatItsTemplateHasNoMore() {
    DeploymentStackInner made =
        end(
            stacks()
                .beginCreateOrUpdateAtSubscription(
                    "ours", stack(template(group(), inGroup(network(), address())))));
    assertThat(made.provisioningState()).isEqualTo(DeploymentStackProvisioningState.SUCCEEDED);
    assertThat(made.resources()).hasSize(3);
    end(
        stacks()
            .beginCreateOrUpdateAtSubscription(
                "ours", stack(template(group(), inGroup(network())))));
    assertThat(azure.find(NETWORK)).isNotNull();
    assertThat(azure.all()).hasSize(2);
  }

  @Test
  void aStackKeepsOthersFromDeletingAndLeavesGroupsThatHoldMore() {
    end(
        stacks()
            .beginCreateOrUpdateAtSubscription(
                "ours", stack(template(group(), inGroup(network())))));
    assertThatThrownBy(
            () -> new AzureClients(site()).rest().delete(NETWORK + "?api-version=2024-05-01"))
        .hasMessageContaining("deny assignment");
    azure.add(
        GROUP + "/providers/Microsoft.Network/publicIPAddresses/theirs",
        "2024-05-01",
        Value.object(
            "location", Value.text("westeurope"),
            "sku", Value.object("name", Value.text("Standard"))));
    end(
        stacks()
            .beginDeleteAtSubscription(
                "ours",
                UnmanageActionResourceMode.DELETE,
                UnmanageActionResourceGroupMode.DELETE,
                UnmanageActionManagementGroupMode.DETACH,
                null,
                Context.NONE));
    assertThat(azure.find(NETWORK)).isNull();
    assertThat(azure.find(GROUP)).isNotNull();
  }

  @Test
  void resourceGraphAnswersPageByPage() {
    deploy(template(group()));
    for (int i = 0; i < 5; i++) {
      azure.add(
          GROUP + "/providers/Microsoft.Network/publicIPAddresses/ip" + i,
          "2024-05-01",
          Value.object(
              "location", Value.text("westeurope"),
              "sku", Value.object("name", Value.text("Standard"))));
    }
    AzureClients clients = new AzureClients(site());
    ResourceGraphManager graph =
        ResourceGraphManager.authenticate(clients.pipeline(), clients.profile());
    QueryRequest query =
        new QueryRequest()
            .withSubscriptions(List.of(AzureStandIn.SUBSCRIPTION))
            .withQuery(
                "resources | where type =~ 'microsoft.network/publicipaddresses' | order by id asc")
            .withOptions(
                new QueryRequestOptions().withTop(3).withResultFormat(ResultFormat.OBJECT_ARRAY));
    QueryResponse first = graph.resourceProviders().resources(query);
    assertThat(first.count()).isEqualTo(3);
    assertThat(first.totalRecords()).isEqualTo(5);
    query.options().withSkipToken(first.skipToken());
    QueryResponse second = graph.resourceProviders().resources(query);
    assertThat(second.count()).isEqualTo(2);
    assertThat(second.skipToken()).isNull();
    assertThatThrownBy(
            () -> graph.resourceProviders().resources(query.withQuery("resources | take 5")))
        .isInstanceOf(ManagementException.class);
  }

  @Test
  void throttledRequestsAreTriedAgain() {
    deploy(template(group()));
    azure.faults().throttle("/resourceGroups/fleet", 2, Duration.ZERO);
    assertThat(sdk.resourceGroups().getByName("fleet").name()).isEqualTo("fleet");
    assertThat(azure.requests())
        .filteredOn(each -> each.equals("GET " + GROUP.replace("resourceGroups", "resourcegroups")))
        .hasSize(3);
  }

  @Test
  void everyDefaultHasASourceAndATypeThatThereIs() {
    assertThat(Defaults.all())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.source()).isNotBlank())
        .allSatisfy(each -> assertThat(Types.all()).contains(each.type()));
  }
}
