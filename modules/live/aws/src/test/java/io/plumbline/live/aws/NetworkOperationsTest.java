package io.plumbline.live.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.DescribeVpnConnectionsResponse;
import software.amazon.awssdk.services.ec2.model.VpnConnection;

final class NetworkOperationsTest {

  @Test
  void dropsThePreSharedKeysOfTunnels() {
    VpnConnection connection =
        VpnConnection.builder()
            .vpnConnectionId("vpn-1")
            .customerGatewayConfiguration("<pre_shared_key>open sesame</pre_shared_key>")
            .options(
                o ->
                    o.staticRoutesOnly(true)
                        .tunnelOptions(
                            t -> t.preSharedKey("open sesame").tunnelInsideCidr("169.254.10.0/30"),
                            t -> t.preSharedKey("open sesame")))
            .build();
    DescribeVpnConnectionsResponse answer =
        DescribeVpnConnectionsResponse.builder().vpnConnections(connection).build();

    String kept = Documents.of(NetworkOperations.withoutKeys(answer)).toString();
    assertThat(kept).doesNotContain("sesame").contains("vpn-1").contains("169.254.10.0/30");
  }

  @Test
  void leavesAnAnswerThatIsNotWholeAsItIs() {
    DescribeVpnConnectionsResponse answer = DescribeVpnConnectionsResponse.builder().build();

    assertThat(NetworkOperations.withoutKeys(answer).hasVpnConnections()).isFalse();
  }

  @Test
  void takesAConnectionWithoutOptions() {
    DescribeVpnConnectionsResponse answer =
        DescribeVpnConnectionsResponse.builder()
            .vpnConnections(VpnConnection.builder().vpnConnectionId("vpn-1").build())
            .build();

    assertThat(NetworkOperations.withoutKeys(answer)).isEqualTo(answer);
  }
}
