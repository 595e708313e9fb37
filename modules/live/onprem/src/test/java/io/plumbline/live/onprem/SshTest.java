package io.plumbline.live.onprem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.Site;
import io.plumbline.spi.EngineException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SshTest {
  @Test
  void runsTheScriptAndAsksNobody() {
    assertThat(ssh("ssh.user", "root").command("10.0.0.1"))
        .startsWith("ssh")
        .contains("BatchMode=yes", "ConnectTimeout=10")
        .endsWith("--", "10.0.0.1", "/usr/local/libexec/plumbline-facts");
  }

  @Test
  void takesSudoForWhoIsNotRoot() {
    assertThat(ssh("ssh.user", "plumbline").command("node-1.example.com"))
        .containsSubsequence("-l", "plumbline", "--", "node-1.example.com", "sudo", "-n")
        .endsWith("/usr/local/libexec/plumbline-facts");
  }

  @Test
  void staysWhoItIsWhereTheSiteSaysSo() {
    assertThat(ssh("ssh.user", "plumbline", "become", "false").command("node-1.example.com"))
        .endsWith("--", "node-1.example.com", Ssh.SCRIPT);
  }

  @Test
  void leavesToTheClientWhatTheSiteDoesNotSay() {
    assertThat(ssh().command("10.0.0.1")).doesNotContain("-l", "-p", "-i", "-F");
  }

  @Test
  void takesTheSiteAtItsWord() {
    assertThat(
            ssh(
                    "ssh.port", "2222",
                    "ssh.key", "~/.ssh/check",
                    "ssh.config", "ci/ssh_config",
                    "timeout.connect", "3")
                .command("fe80::1%eth0"))
        .containsSubsequence("-F", "ci/ssh_config")
        .contains("ConnectTimeout=3", "IdentitiesOnly=yes")
        .containsSubsequence("-i", System.getProperty("user.home") + "/.ssh/check")
        .containsSubsequence("-p", "2222")
        .contains("fe80::1%eth0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-oProxyCommand=touch /tmp/x",
        "--",
        "",
        "a b",
        "a;reboot",
        "$(reboot)",
        "`reboot`",
        "user@host",
        "ssh://host",
        "host%n",
        "fe80::1%eth0;reboot",
        "node\n1"
      })
  void asksNothingThatIsNoAddress(String address) {
    assertThat(ssh().command(address)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "ssh.user, -oProxyCommand=reboot, the name of an account",
    "ssh.user, a b, the name of an account",
    "ssh.port, 0, from 1 to 65535",
    "ssh.port, 22 -v, from 1 to 65535",
    "ssh.parallel, 1000, from 1 to 256",
    "timeout.connect, soon, from 1 to 86400",
    "timeout.call, -1, from 1 to 86400"
  })
  void refusesSettingsThatCannotBeRight(String setting, String value, String mend) {
    assertThatThrownBy(() -> ssh(setting, value))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("site hall: " + setting + " is \"" + value + "\"")
        .hasMessageContaining(mend);
  }

  @Test
  void writesWhatACheckNeeds() {
    assertThat(ReadPolicy.of(ssh("ssh.user", "plumbline")))
        .contains(
            "plumbline ALL=(root) NOPASSWD: /usr/local/libexec/plumbline-facts \"\"\n",
            "restrict,command=\"sudo -n /usr/local/libexec/plumbline-facts\" KEY\n");
    assertThat(ReadPolicy.of(ssh("ssh.user", "root")))
        .contains("restrict,command=\"/usr/local/libexec/plumbline-facts\" KEY\n")
        .doesNotContain("sudo");
  }

  static Ssh ssh(String... namesAndValues) {
    return Ssh.of(site(namesAndValues));
  }

  static Site site(String... namesAndValues) {
    Map<String, String> settings = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      settings.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Site("hall", "onprem", "ansible", settings, null);
  }
}
