package io.plumbline.live.aws;

import io.plumbline.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
          Ec2List.list(
              "ec2:DescribeAddresses",
              Address::builder,
              "Addresses",
              "allocation-id",
              (aws, filters) -> List.of(aws.ec2().describeAddresses(r -> r.filters(filters)))),
          standing(
              "ec2:DescribeCustomerGateways",
              CustomerGateway::builder,
              "CustomerGateways",
              "customer-gateway-id",
              (aws, filters) ->
                  List.of(aws.ec2().describeCustomerGateways(r -> r.filters(filters)))),
          Ec2List.list(
              "ec2:DescribeFlowLogs",
              FlowLog::builder,
              "FlowLogs",
              "flow-log-id",
              (aws, filters) ->
                  aws.ec2().describeFlowLogsPaginator(r -> r.maxResults(1000).filter(filters))),
          standing(
              "ec2:DescribeNatGateways",
              NatGateway::builder,
              "NatGateways",
              "nat-gateway-id",
              (aws, filters) ->
                  aws.ec2().describeNatGatewaysPaginator(r -> r.maxResults(1000).filter(filters))),
          standing(
              "ec2:DescribeTransitGateways",
              TransitGateway::builder,
              "TransitGateways",
              "transit-gateway-id",
              (aws, filters) ->
                  aws.ec2()
                      .describeTransitGatewaysPaginator(r -> r.maxResults(1000).filters(filters))),
          standing(
              "ec2:DescribeTransitGatewayVpcAttachments",
              TransitGatewayVpcAttachment::builder,
              "TransitGatewayVpcAttachments",
              "transit-gateway-attachment-id",
              (aws, filters) ->
                  aws.ec2()
                      .describeTransitGatewayVpcAttachmentsPaginator(
                          r -> r.maxResults(1000).filters(filters))),
          standing(
              "ec2:DescribeVpcEndpoints",
              VpcEndpoint::builder,
              "VpcEndpoints",
              "vpc-endpoint-id",
              (aws, filters) ->
                  aws.ec2()
                      .describeVpcEndpointsPaginator(r -> r.maxResults(1000).filters(filters))),
          standing(
              "ec2:DescribeVpnConnections",
              VpnConnection::builder,
              "VpnConnections",
              "vpn-connection-id",
              (aws, filters) ->
                  List.of(withoutKeys(aws.ec2().describeVpnConnections(r -> r.filters(filters))))),
          standing(
              "ec2:DescribeVpnGateways",
              VpnGateway::builder,
              "VpnGateways",
              "vpn-gateway-id",
              (aws, filters) -> List.of(aws.ec2().describeVpnGateways(r -> r.filters(filters)))));

  /** What is listed for an hour after it was deleted, or never came to be, is not there. */
  private static final Set<String> GONE =
      Set.of("deleted", "deleting", "failed", "failing", "rejected", "rejecting", "expired");

  /** An operation that lists everything that stands. */
  private static Operation standing(
      String id, Supplier<SdkPojo> row, String member, String idFilter, Ec2List.Pages pages) {
    return Ec2List.list(id, row, member, idFilter, pages, item -> !isGone(item));
  }

  private static boolean isGone(Value.Obj item) {
    return item.get("State") instanceof Value.Text state
        && GONE.contains(state.value().toLowerCase(Locale.ROOT));
  }

  /** Pre-shared keys, which AWS answers twice, are dropped before anything else sees them. */
  static DescribeVpnConnectionsResponse withoutKeys(DescribeVpnConnectionsResponse answer) {
    if (!answer.hasVpnConnections()) {
      return answer;
    }
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
