package io.plumbline.azure.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArmIdTest {
  @ParameterizedTest
  @CsvSource({
    "/SUBSCRIPTIONS/AB/resourcegroups/RG, /subscriptions/ab/resourceGroups/rg",
    "/subscriptions/ab/resourceGroups/RG/Providers/Microsoft.Network/virtualNetworks/Net/subnets/A,"
        + " /subscriptions/ab/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/net/subnets/a",
    "/subscriptions/ab/providers/Microsoft.Authorization/roleDefinitions/X,"
        + " /subscriptions/ab/providers/Microsoft.Authorization/roleDefinitions/x",
    "/subscriptions/ab/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/S/providers/Microsoft.EventGrid/eventSubscriptions/E,"
        + " /subscriptions/ab/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/s/providers/Microsoft.EventGrid/eventSubscriptions/e",
    "no id, no id",
  })
  void hasOneCase(String id, String canonical) {
    assertThat(ArmId.canonical(id)).isEqualTo(canonical);
    assertThat(ArmId.canonical(canonical)).isEqualTo(canonical);
  }

  @Test
  void takesTheTypesCaseFromWhoKnowsIt() {
    assertThat(
            ArmId.canonical(
                "/subscriptions/a/resourceGroups/r/providers/microsoft.insights/autoscalesettings/x",
                "Microsoft.Insights/autoscaleSettings"))
        .isEqualTo(
            "/subscriptions/a/resourceGroups/r/providers/Microsoft.Insights/autoscaleSettings/x");
  }

  @ParameterizedTest
  @CsvSource({
    "/subscriptions/a/resourceGroups/r, Microsoft.Resources/resourceGroups",
    "/subscriptions/a, Microsoft.Resources/subscriptions",
    "/subscriptions/a/resourceGroups/r/providers/M.N/a/b/c/d, M.N/a/c",
  })
  void knowsItsType(String id, String type) {
    assertThat(ArmId.typeOf(id)).isEqualTo(type);
  }

  @Test
  void changesIdsInDocumentsWhereverTheyStand() {
    Value document =
        Value.object(
            "text", Value.text("as It Is"),
            "identities", Value.object("/subscriptions/A/resourcegroups/R", Value.NULL));
    assertThat(ArmId.in(document))
        .isEqualTo(
            Value.object(
                "text", Value.text("as It Is"),
                "identities", Value.object("/subscriptions/a/resourceGroups/r", Value.NULL)));
  }
}
