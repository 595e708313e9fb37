package io.plumbline.live.aws;

import static io.plumbline.live.aws.Operation.list;

import io.plumbline.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.CustomerGateway;
import software.amazon.awssdk.services.ec2.model.DescribeVpnConnectionsResponse;
import software.amazon.awssdk.services.ec2.model.FlowLog;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.TransitGateway;
import software.amazon.awssdk.services.ec2.model.TransitGatewayVpcAttachment;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnGateway;

/** What EC2 answers of the ways into networks and out of them, one line an operation. */
final class NetworkOperations {
  private NetworkOperations() {}

  static final List<Operation> ALL =
      List.of(
          list(
              "ec2:DescribeAddresses",
              Address::builder,
              "Addresses",
              aws -> List.of(aws.ec2().describeAddresses())),
          standing(
              "ec2:DescribeCustomerGateways",
              CustomerGateway::builder,
              "CustomerGateways",
              aws -> List.of(aws.ec2().describeCustomerGateways())),
          list(
              "ec2:DescribeFlowLogs",
              FlowLog::builder,
              "FlowLogs",
              aws -> aws.ec2().describeFlowLogsPaginator(r -> r.maxResults(1000))),
          standing(
              "ec2:DescribeNatGateways",
              NatGateway::builder,
              "NatGateways",
              aws -> aws.ec2().describeNatGatewaysPaginator(r -> r.maxResults(1000))),
          standing(
              "ec2:DescribeTransitGateways",
              TransitGateway::builder,
              "TransitGateways",
              aws -> aws.ec2().describeTransitGatewaysPaginator(r -> r.maxResults(1000))),
          standing(
              "ec2:DescribeTransitGatewayVpcAttachments",
              TransitGatewayVpcAttachment::builder,
              "TransitGatewayVpcAttachments",
              aws ->
                  aws.ec2().describeTransitGatewayVpcAttachmentsPaginator(r -> r.maxResults(1000))),
          standing(
              "ec2:DescribeVpcEndpoints",
              VpcEndpoint::builder,
              "VpcEndpoints",
              aws -> aws.ec2().describeVpcEndpointsPaginator(r -> r.maxResults(1000))),
          standing(
              "ec2:DescribeVpnConnections",
              VpnConnection::builder,
              "VpnConnections",
              aws -> List.of(withoutKeys(aws.ec2().describeVpnConnections()))),
          standing(
              "ec2:DescribeVpnGateways",
              VpnGateway::builder,
              "VpnGateways",
              aws -> List.of(aws.ec2().describeVpnGateways())));

  /** What is listed for an hour after it was deleted, or never came to be, is not there. */
  private static final Set<String> GONE =
      Set.of("deleted", "deleting", "failed", "failing", "rejected", "rejecting", "expired");

  /** An operation that lists everything that stands. */
  private static Operation standing(
      String id,
      Supplier<SdkPojo> row,
      String member,
      Function<AwsServices, Iterable<? extends SdkPojo>> pages) {
    return new Operation(
        id,
        row,
        null,
        (aws, keys, asking) ->
            asking.ask(
                "",
                items ->
                    Operation.addAll(
                        pages.apply(aws),
                        member,
                        item -> {
                          if (!isGone(item)) {
                            items.accept(item);
                          }
                        })));
  }

  private static boolean isGone(Value.Obj item) {
    return item.get("State") instanceof Value.Text state
        && GONE.contains(state.value().toLowerCase(Locale.ROOT));
  }

  /** Pre-shared keys, which AWS answers twice, are dropped before anything else sees them. */
  private static DescribeVpnConnectionsResponse withoutKeys(DescribeVpnConnectionsResponse answer) {
    return answer.toBuilder()
        .vpnConnections(
            answer.vpnConnections().stream().map(NetworkOperations::withoutKeys).toList())
        .build();
  }

  private static VpnConnection withoutKeys(VpnConnection connection) {
    VpnConnection.Builder kept = connection.toBuilder().customerGatewayConfiguration(null);
    if (connection.options() != null && connection.options().hasTunnelOptions()) {
      kept.options(
          connection.options().toBuilder()
              .tunnelOptions(
                  connection.options().tunnelOptions().stream()
                      .map(tunnel -> tunnel.toBuilder().preSharedKey(null).build())
                      .toList())
              .build());
    }
    return kept.build();
  }
}
