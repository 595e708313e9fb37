package io.plumbline.live.onprem;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.model.Site;
import io.plumbline.spi.LiveSource.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnPremLiveSourceTest {
  private static final Site HALL =
      new Site("hall", "onprem", "ansible", Map.of("ssh.port", "1", "timeout.call", "5"), null);

  @Test
  void failsWithoutThrowingWhereItKnowsNoSuchOperation() {
    assertThat(call("host:Nothing", "a").failure("a").error()).startsWith("UnknownOperation");
  }

  @Test
  void failsWhereNobodyIsAsked() {
    assertThat(call("host:Facts").failure("a").error()).startsWith("UnknownOperation");
  }

  @Test
  void saysOfEachMachineThatNobodyKnowsItsHypervisor() {
    for (String operation : List.of("proxmox:VirtualMachines", "vsphere:VirtualMachines")) {
      Answer answer = call(operation, "prod-fleet-vms-1", "prod-fleet-vms-2");
      assertThat(answer.items()).isEmpty();
      assertThat(answer.failures()).containsOnlyKeys("prod-fleet-vms-1", "prod-fleet-vms-2");
      assertThat(answer.failure("prod-fleet-vms-2").error())
          .startsWith("NotNamed: the site has no ");
    }
  }

  @Test
  void asksNobodyWhoseAddressIsAnOption() {
    Answer answer = call("host:Facts", "-oProxyCommand=reboot");
    assertThat(answer.items()).isEmpty();
    assertThat(answer.failure("-oProxyCommand=reboot").error()).startsWith("BadAddress");
    assertThat(answer.calls()).isZero();
  }

  @Test
  void saysOfEachWhyItDidNotAnswer() {
    Answer answer = call("host:Facts", "127.0.0.1", "no-such-host.invalid", "127.0.0.1");
    assertThat(answer.items()).isEmpty();
    assertThat(answer.failures()).containsOnlyKeys("127.0.0.1", "no-such-host.invalid");
    assertThat(answer.failure("no-such-host.invalid").toString())
        .matches("host:Facts: (NoAnswer|NotInstalled): ssh: .*");
  }

  private static Answer call(String operation, String... keys) {
    try (OnPremLiveSource source = new OnPremLiveSource(HALL)) {
      return source.call(operation, List.of(keys));
    }
  }
}
