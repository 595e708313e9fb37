package io.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.cli.Doctor.Finding;
import io.plumbline.model.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialCheckTest {
  @TempDir Path home;

  private Finding check(Map<String, String> variables, String provider, String... setting) {
    Map<String, String> settings = setting.length == 0 ? Map.of() : Map.of(setting[0], setting[1]);
    return new CredentialCheck(variables, home)
        .of(new Site("east", provider, "auto", settings, null));
  }

  @Test
  void findsWhatAwsNamesByVariableOrProfile() throws IOException {
    assertThat(check(Map.of(), "aws").there()).isFalse();
    assertThat(check(Map.of("AWS_PROFILE", "x"), "aws").there()).isTrue();
    assertThat(check(Map.of(), "aws", "credentials.profile", "fleet").remedy())
        .isEqualTo("aws configure sso --profile fleet");
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(home.resolve(".aws/config"), "[profile fleet]\n");
    assertThat(check(Map.of(), "aws", "credentials.profile", "fleet").there()).isTrue();
  }

  @Test
  void asksOfAzureNothingThatIsOfAws() throws IOException {
    assertThat(check(Map.of(), "azure").there()).isTrue();
    assertThat(check(Map.of(), "azure", "credentials.managed-identity", "1-2").found())
        .startsWith("managed identity 1-2");
    Finding without = check(Map.of("AWS_PROFILE", "x"), "azure", "credentials", "cli");
    assertThat(without.there()).isFalse();
    assertThat(without.remedy()).contains("az login");
    Path program = Files.writeString(home.resolve("az"), "");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    assertThat(check(Map.of("PATH", home.toString()), "azure", "credentials", "cli").found())
        .startsWith(program.toString());
  }

  @Test
  void takesFakeOnesEverywhere() {
    assertThat(check(Map.of(), "azure", "credentials", "fake").there()).isTrue();
    assertThat(check(Map.of(), "aws", "credentials", "fake").there()).isTrue();
  }
}
