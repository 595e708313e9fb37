package io.plumbline.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.model.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
  private static final Site REAL = new Site("main", "aws", "terraform", Map.of(), null);
  private static final Site SANDBOX =
      new Site("main", "aws", "terraform", Map.of("credentials", "fake"), null);

  @TempDir private Path folder;

  @Test
  void keepsTheUsersVariablesButThoseThatChangeTheAnswer() {
    Map<String, String> user =
        Map.of("PATH", "/bin", "TF_CLI_ARGS_plan", "-x", "TF_WORKSPACE", "w", "AWS_PROFILE", "p");

    assertThat(Environment.of(user, folder, REAL))
        .containsEntry("PATH", "/bin")
        .containsEntry("AWS_PROFILE", "p")
        .containsEntry("TF_IN_AUTOMATION", "1")
        .containsEntry("TF_INPUT", "0")
        .containsEntry("CHECKPOINT_DISABLE", "1")
        .doesNotContainKeys("TF_CLI_ARGS_plan", "TF_WORKSPACE");
  }

  @Test
  void handsCredentialsOfVsphereOnAsVariables() {
    Map<String, String> user = Map.of("VSPHERE_USER", "u", "VSPHERE_PASSWORD", "p");
    assertThat(Environment.of(user, folder, REAL))
        .containsEntry("TF_VAR_vsphere_user", "u")
        .containsEntry("TF_VAR_vsphere_password", "p");
    assertThat(Environment.of(Map.of("TF_VAR_vsphere_user", "own"), folder, REAL))
        .containsEntry("TF_VAR_vsphere_user", "own")
        .doesNotContainKey("TF_VAR_vsphere_password");
  }

  @Test
  void hidesRealCredentialsFromTheSandbox() {
    assertThat(
            Environment.of(Map.of("AWS_PROFILE", "p", "AWS_SESSION_TOKEN", "t"), folder, SANDBOX))
        .doesNotContainKeys("AWS_PROFILE", "AWS_SESSION_TOKEN");
  }

  @Test
  void letsNoEndpointOfTheUsersStandBeforeTheSandboxes() {
    Map<String, String> user =
        Map.of("AWS_ENDPOINT_URL", "https://a", "AWS_ENDPOINT_URL_EC2", "https://b");

    assertThat(Environment.of(user, folder, SANDBOX))
        .doesNotContainKeys("AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_EC2");
    assertThat(Environment.of(user, folder, REAL)).containsAllEntriesOf(user);
  }

  @Test
  void takesTheConfigurationOfTheSetUpWhereTheUsersIsNoFile() throws IOException {
    Path own = Files.writeString(folder.resolve("terraform.rc"), "");

    assertThat(Environment.of(Map.of("TF_CLI_CONFIG_FILE", "/no/such/file"), folder, REAL))
        .containsEntry("TF_CLI_CONFIG_FILE", own.toString());
  }

  @Test
  void leavesTheUsersOwnConfigurationInCharge() throws IOException {
    Files.writeString(folder.resolve("terraform.rc"), "");
    String users = Files.writeString(folder.resolve("users.rc"), "").toString();

    assertThat(Environment.of(Map.of("TF_CLI_CONFIG_FILE", users), folder, REAL))
        .containsEntry("TF_CLI_CONFIG_FILE", users)
        .doesNotContainKey("TF_PLUGIN_CACHE_DIR");
  }

  @Test
  void sharesDownloadsWhereNobodyConfiguredAnything() {
    assertThat(Environment.of(Map.of("TF_CLI_CONFIG_FILE", "/no/such/file"), folder, REAL))
        .doesNotContainKey("TF_CLI_CONFIG_FILE")
        .containsEntry("TF_PLUGIN_CACHE_DIR", folder.resolve("terraform-plugins").toString());
  }
}
