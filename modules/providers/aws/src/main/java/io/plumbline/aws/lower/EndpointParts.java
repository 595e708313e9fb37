package io.plumbline.aws.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.aws.kinds.SecurityGroup;
import io.plumbline.aws.kinds.SecurityGroupRule;
import io.plumbline.aws.kinds.VpcEndpoint;
import io.plumbline.graph.Resource;
import io.plumbline.model.Endpoint;
import io.plumbline.model.Network;
import io.plumbline.model.Subnet;
import io.plumbline.model.Tier;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Endpoints: those of S3 and DynamoDB are routes in all tables, others have an address in each
 * private subnet (in public ones where there are no private ones), under the service's usual name,
 * behind a group that lets in HTTPS from the network.
 */
final class EndpointParts {
  private static final String GROUP = "endpoints";
  private static final String ENTRANCE = "endpoints-from-network";
  private static final int HTTPS = 443;

  private final Network network;
  private final Parts parts;
  private final String region;

  EndpointParts(Network network, Parts parts, String region) {
    this.network = network;
    this.parts = parts;
    this.region = region;
  }

  /** Parts of what must be there before a node reaches all endpoints. */
  static List<String> all(Network network) {
    List<String> all = new ArrayList<>();
    if (network.endpoints().stream().anyMatch(each -> !EndpointServices.isRouted(each))) {
      all.add(ENTRANCE);
    }
    network.endpoints().stream()
        .flatMap(endpoint -> EndpointServices.of(endpoint).stream())
        .forEach(service -> all.add(part(service)));
    return all;
  }

  private static String part(String service) {
    return "endpoint-" + service.replace('.', '-');
  }

  List<Resource> resources() {
    List<Resource> made = new ArrayList<>();
    if (all(network).contains(ENTRANCE)) {
      made.add(group());
      made.add(entrance());
      made.add(exit());
    }
    for (Endpoint endpoint : network.endpoints()) {
      for (String service : EndpointServices.of(endpoint)) {
        made.add(EndpointServices.isRouted(endpoint) ? routed(service) : addressed(service));
      }
    }
    return made;
  }

  private Resource routed(String service) {
    String part = part(service);
    return parts.make(
        part,
        VpcEndpoint.KIND,
        Value.object(
            "vpcId", parts.id(""),
            "serviceName", Value.text(EndpointServices.name(service, region)),
            "vpcEndpointType", Value.text("Gateway"),
            "routeTableIds", ids(NetworkParts.tables(network)),
            "tags", parts.tags(part)));
  }

  private Resource addressed(String service) {
    String part = part(service);
    return parts.make(
        part,
        VpcEndpoint.KIND,
        Value.object(
            "vpcId", parts.id(""),
            "serviceName", Value.text(EndpointServices.name(service, region)),
            "vpcEndpointType", Value.text("Interface"),
            "subnetIds", ids(subnets()),
            "securityGroupIds", ids(List.of(GROUP)),
            "privateDnsEnabled", Value.flag(true),
            "ipAddressType", Value.text("ipv4"),
            "tags", parts.tags(part)));
  }

  private List<String> subnets() {
    List<Subnet> inside = network.subnets(Tier.PRIVATE);
    return (inside.isEmpty() ? network.subnets(Tier.PUBLIC) : inside)
        .stream().map(subnet -> NetworkParts.part(subnet.tier(), subnet.zone())).toList();
  }

  private Value ids(List<String> of) {
    return Value.list(of.stream().map(parts::id).toList());
  }

  private Resource group() {
    String name = Names.ofSecurityGroup(parts.name(GROUP, Names.SECURITY_GROUP));
    return parts.make(
        GROUP,
        SecurityGroup.KIND,
        Value.object(
            "name", Value.text(name),
            "description", Value.text("HTTPS from the network to endpoints"),
            "vpcId", parts.id(""),
            "tags", parts.tags(GROUP)));
  }

  private Resource entrance() {
    return parts.make(
        ENTRANCE,
        SecurityGroupRule.INGRESS,
        Value.object(
            "groupId", parts.id(GROUP),
            "ipProtocol", Value.text("tcp"),
            "fromPort", Value.whole(HTTPS),
            "toPort", Value.whole(HTTPS),
            "cidrIpv4", Value.text(requireNonNull(network.cidr(), "validated").toString())));
  }

  /** Endpoints only answer. Without a rule for that, CloudFormation would let everything out. */
  private Resource exit() {
    return parts.make(
        "endpoints-to-nowhere",
        SecurityGroupRule.EGRESS,
        Value.object(
            "groupId", parts.id(GROUP),
            "ipProtocol", Value.text("-1"),
            "cidrIpv4", Value.text("127.0.0.1/32"),
            "description", Value.text("Nowhere, so that the group is not open")));
  }
}
