package io.plumbline.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whom azurerm asks in whose name, and where state is that Azure keeps. */
final class AzureSiteTest {
  private static final String IDENTITY = "55555555-5555-5555-5555-555555555555";

  private static Obj root(String provider, String... settings) throws IOException {
    Map<String, String> all = new TreeMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    Target target = new Target("prod", "fleet", new Site("main", provider, "terraform", all, null));
    StringBuilder text = new StringBuilder();
    new TerraformFormat().render(ResourceGraph.EMPTY, target).get("main.tf.json").writeTo(text);
    return (Obj) JsonReader.read(text.toString());
  }

  private static Obj at(Obj object, String... path) {
    Obj found = object;
    for (String name : path) {
      found = found.get(name) instanceof Obj inner ? inner : Obj.EMPTY;
    }
    return found;
  }

  @Test
  void whoHasSignedInByTheCommandLineAloneWhereTheSiteSaysSo() throws IOException {
    Obj said = at(root("azure", "credentials", "cli"), "provider", "azurerm");
    assertThat(said.get("use_cli")).isEqualTo(Value.flag(true));
    assertThat(said.get("use_msi")).isEqualTo(Value.flag(false));
    assertThat(said.get("use_oidc")).isEqualTo(Value.flag(false));
    assertThat(said.has("client_id")).isFalse();
  }

  @Test
  void anIdentityOfThisMachineIsWhoDeploysAndWhoKeepsState() throws IOException {
    Obj root =
        root(
            "azure",
            "credentials.managed-identity",
            IDENTITY,
            "state.storage-account",
            "states",
            "state.container",
            "plumbline");
    Obj said = at(root, "provider", "azurerm");
    assertThat(said.get("use_msi")).isEqualTo(Value.flag(true));
    assertThat(said.get("use_cli")).isEqualTo(Value.flag(false));
    assertThat(said.get("client_id")).isEqualTo(Value.text(IDENTITY));
    Obj backend = at(root, "terraform", "backend", "azurerm");
    assertThat(backend.get("use_msi")).isEqualTo(Value.flag(true));
    assertThat(backend.get("client_id")).isEqualTo(Value.text(IDENTITY));
    assertThat(backend.get("key")).isEqualTo(Value.text("prod/fleet/main/terraform.tfstate"));
  }

  @Test
  void whereNothingIsSaidAzurermLooksByItself() throws IOException {
    Obj said = at(root("azure", "subscription", IDENTITY), "provider", "azurerm");
    assertThat(said.has("use_cli")).isFalse();
    assertThat(said.has("use_msi")).isFalse();
  }

  @Test
  void machinesOfADataCentreAreKeptWhereACloudKeepsItsOwn() throws IOException {
    Obj azure =
        root(
            "onprem",
            "state.site",
            "cloud",
            "state.of.provider",
            "azure",
            "state.of.state.storage-account",
            "states",
            "state.of.state.container",
            "plumbline");
    Obj blob = at(azure, "terraform", "backend", "azurerm");
    assertThat(blob.get("storage_account_name")).isEqualTo(Value.text("states"));
    assertThat(blob.get("key")).isEqualTo(Value.text("prod/fleet/main/terraform.tfstate"));
    Obj aws =
        root(
            "onprem",
            "state.site",
            "cloud",
            "state.of.provider",
            "aws",
            "state.of.region",
            "eu-west-1",
            "state.of.state.bucket",
            "states");
    Obj bucket = at(aws, "terraform", "backend", "s3");
    assertThat(bucket.get("bucket")).isEqualTo(Value.text("states"));
    assertThat(bucket.get("region")).isEqualTo(Value.text("eu-west-1"));
    assertThat(bucket.get("use_lockfile")).isEqualTo(Value.flag(true));
  }
}
