package io.plumbline.live.onprem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** As whom management controllers are asked, and by which words. */
class BmcAccessTest {
  @TempDir private Path folder;

  private static BmcAccess access(Map<String, String> settings) {
    return BmcAccess.of(new Site("hall", "onprem", "ansible", settings, null));
  }

  @Test
  void keepsThePasswordOutOfEveryListOfProcesses() throws Exception {
    Path file = Files.writeString(folder.resolve("password"), "hunter2 \nnot this\n");
    BmcAccess access = access(Map.of("bmc.user", "reader", "bmc.password-file", file.toString()));
    assertThat(access.password()).isEqualTo("hunter2 ");
    assertThat(access.toString()).doesNotContain("hunter2");
    assertThat(new IpmiReader(access, BmcEndpoint.of("ipmi://[2001:db8::1]")).command("mc", "info"))
        .contains("-E")
        .containsSequence("-L", "USER")
        .containsSequence("-H", "2001:db8::1", "-p", "623")
        .noneMatch(word -> word.contains("hunter2"))
        .endsWith("-U", "reader", "mc", "info");
  }

  @ParameterizedTest
  @CsvSource({
    "bmc.password-variable, PLUMBLINE_NOBODY_SETS_THIS, variable PLUMBLINE_NOBODY_SETS_THIS",
    "bmc.password-file, /nowhere, /nowhere cannot be read",
    "bmc.ca, /x, is empty"
  })
  void saysWhereAPasswordIsMissing(String setting, String value, String words) {
    BmcAccess access = access(Map.of("bmc.user", "reader", setting, value));
    assertThatThrownBy(access::password)
        .isInstanceOf(UnheardException.class)
        .hasMessageStartingWith("NoCredentials: ")
        .hasMessageContaining(words);
  }

  @Test
  void knowsTheMachineAmongSeveral() throws Exception {
    assertThat(BmcEndpoint.of("redfish://bmc-1.example.com/System_0"))
        .isEqualTo(new BmcEndpoint(true, "bmc-1.example.com", "System_0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://192.0.2.1",
        "ipmi://-E",
        "redfish://a@b",
        "redfish://a:1",
        "redfish://a/b/c",
        "redfish://a/..",
        "redfish://"
      })
  void asksNobodyElse(String key) {
    assertThatThrownBy(() -> BmcEndpoint.of(key)).hasMessageStartingWith("BadAddress: ");
  }
}
