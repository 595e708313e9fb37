"""The ways into networks and out of them: addresses, NAT gateways, endpoints, flow logs.

Shapes in the API reference:
- Address has PublicIpv4Pool and NetworkBorderGroup. ReleaseAddress refuses what is in use.
- NatGatewayAddress has IsPrimary; ConnectivityType is public unless named. DeleteNatGateway frees the gateway's interface and address; the
  gateway is listed as deleted for an hour. moto keeps both in use.
- VpcEndpoint has IpAddressType and DnsOptions; VpcEndpointType is Gateway unless named, and a
  gateway has no private names. ModifyVpcEndpoint takes IpAddressType, PrivateDnsEnabled and
  ResetPolicy, and moves routes and interfaces along with tables and subnets. What was deleted is
  not found; moto describes its groups until they are gone, and fails then. A filter of
  DescribeVpcEndpoints is vpc-endpoint-id.
- CreateFlowLogs takes a folder after the bucket's ARN, and DestinationOptions.
- DeleteVpc answers DependencyViolation while NAT gateways or endpoints are in the VPC, and
  DetachInternetGateway while a NAT gateway has a public address there.
"""

import json

from . import method


def fill():
    from moto.ec2.models import elastic_ip_addresses, flow_logs, internet_gateways
    from moto.ec2.models import nat_gateways, vpcs
    from moto.ec2.responses.flow_logs import FlowLogs
    from moto.ec2.responses.vpcs import VPCs

    _mend_addresses(elastic_ip_addresses)
    _mend_nat_gateways(nat_gateways.NatGatewayBackend)
    _mend_endpoints(vpcs.VPCBackend, VPCs)
    _mend_endpoint(vpcs.VPCEndPoint)
    _mend_flow_logs(flow_logs, FlowLogs)
    _mend_order(vpcs.VPCBackend, internet_gateways.InternetGatewayBackend)


def _mend_addresses(module):
    from moto.ec2.exceptions import EC2ClientError

    address = module.ElasticAddress
    address.public_ipv4_pool = "amazon"
    address.network_border_group = property(lambda self: self.ec2_backend.region_name)

    @method(module.ElasticAddressBackend)
    def release_address(self, address=None, allocation_id=None):
        for each in self.addresses:
            if allocation_id and each.allocation_id == allocation_id and each.association_id:
                raise EC2ClientError(
                    "InvalidIPAddress.InUse", f"Address {each.public_ip} is in use."
                )
        release_address.before(self, address, allocation_id)


def _mend_nat_gateways(backend):
    from moto.ec2.exceptions import EC2ClientError

    @method(backend)
    def create_nat_gateway(self, *arguments, **members):
        made = create_nat_gateway.before(self, *arguments, **members)
        made.address_set[0]["isPrimary"] = True
        made.connectivity_type = made.connectivity_type or "public"
        return made

    @method(backend)
    def delete_nat_gateway(self, nat_gateway_id):
        gateway = self.nat_gateways.get(nat_gateway_id)
        if gateway is None or gateway.state == "deleted":
            raise EC2ClientError(
                "NatGatewayNotFound", f"The Nat Gateway {nat_gateway_id} was not found"
            )
        for address in self.addresses:
            if address.eni is gateway._eni:
                self.disassociate_address(association_id=address.association_id)
        self.enis.pop(gateway._eni.id, None)
        return delete_nat_gateway.before(self, nat_gateway_id)


def _mend_endpoints(backend, responses):
    @method(responses)
    def create_vpc_endpoint(self):
        answer = create_vpc_endpoint.before(self)
        endpoint = answer.result["VpcEndpoint"]
        endpoint.vpc_endpoint_type = endpoint.vpc_endpoint_type or "Gateway"
        interface = endpoint.vpc_endpoint_type == "Interface"
        endpoint.private_dns_enabled = interface and endpoint.private_dns_enabled
        endpoint.ip_address_type = self._get_param("IpAddressType") or "ipv4"
        endpoint.dns_options = {
            "DnsRecordIpType": "ipv4" if interface else "service-defined",
            **(self._get_param("DnsOptions") or {}),
        }
        return answer

    @method(responses)
    def modify_vpc_endpoint(self):
        identifier = self._get_param("VpcEndpointId")
        endpoint = self.ec2_backend.describe_vpc_endpoints([identifier])[0]
        tables = list(endpoint.route_table_ids)
        answer = modify_vpc_endpoint.before(self)
        if self._get_param("PrivateDnsEnabled") is not None:
            endpoint.private_dns_enabled = self._get_bool_param("PrivateDnsEnabled")
        if kind := self._get_param("IpAddressType"):
            endpoint.ip_address_type = kind
        if self._get_bool_param("ResetPolicy"):
            endpoint.policy_document = json.dumps(endpoint.DEFAULT_POLICY)
        _move_routes(self.ec2_backend, endpoint, tables)
        _move_interfaces(self.ec2_backend, endpoint)
        return answer

    @method(backend)
    def delete_vpc_endpoints(self, vpce_ids=None):
        delete_vpc_endpoints.before(self, vpce_ids)
        for identifier in vpce_ids or []:
            self.vpc_end_points.pop(identifier, None)


def _mend_endpoint(endpoint):
    @method(endpoint)
    def get_filter_value(self, filter_name, method_name=None):
        if filter_name == "vpc-endpoint-id":
            return self.id
        return get_filter_value.before(self, filter_name, method_name)


def _move_routes(backend, endpoint, before):
    destination = endpoint.destination_prefix_list_id
    if not destination:
        return
    for table in set(before) - set(endpoint.route_table_ids):
        backend.delete_route(table, destination)
    for table in set(endpoint.route_table_ids) - set(before):
        backend.create_route(
            table, None, gateway_id=endpoint.id, destination_prefix_list_id=destination
        )


def _move_interfaces(backend, endpoint):
    from moto.ec2.utils import random_private_ip

    if endpoint.vpc_endpoint_type != "Interface":
        return
    kept = {}
    for identifier in endpoint.network_interface_ids:
        interface = backend.enis.get(identifier)
        if interface is not None and interface.subnet.id in endpoint.subnet_ids:
            kept[interface.subnet.id] = identifier
        else:
            backend.enis.pop(identifier, None)
    for subnet in endpoint.subnet_ids:
        if subnet not in kept:
            kept[subnet] = backend.create_network_interface(subnet, random_private_ip()).id
    endpoint.network_interface_ids = list(kept.values())


def _mend_flow_logs(module, responses):
    @method(module.FlowLogsBackend)
    def create_flow_logs(self, *arguments, **members):
        destination = members.get("log_destination")
        if members.get("log_destination_type") != "s3" or not destination:
            return create_flow_logs.before(self, *arguments, **members)
        for log in self.flow_logs.values():
            same = log.resource_id in members["resource_ids"]
            if same and log.log_destination == destination:
                raise module.FlowLogAlreadyExists()
        members["log_destination"] = destination.split("/", 1)[0]
        made, failed = create_flow_logs.before(self, *arguments, **members)
        for log in made:
            log.log_destination = destination
        return made, failed

    def answered(self):
        answer = answered.before(self)
        given = self._get_param("DestinationOptions") or {}
        for identifier in answer.result["FlowLogIds"]:
            log = self.ec2_backend.flow_logs[identifier]
            log.deliver_cross_account_role = self._get_param("DeliverCrossAccountRole")
            if log.log_destination_type == "s3":
                log.destination_options = {
                    "FileFormat": given.get("FileFormat") or "plain-text",
                    "HiveCompatiblePartitions": _flag(given.get("HiveCompatiblePartitions")),
                    "PerHourPartition": _flag(given.get("PerHourPartition")),
                }
        return answer

    method(responses, "create_flow_logs")(answered)


def _flag(value):
    return str(value).lower() == "true"


def _mend_order(networks, gateways):
    from moto.ec2.exceptions import DependencyViolationError

    def nat_gateways(backend, vpc):
        found = backend.nat_gateways.values()
        return [each for each in found if each.vpc_id == vpc and each.state != "deleted"]

    @method(networks)
    def delete_vpc(self, vpc_id):
        endpoints = [each for each in self.vpc_end_points.values() if each.vpc_id == vpc_id]
        if endpoints or nat_gateways(self, vpc_id):
            raise DependencyViolationError(
                f"The vpc '{vpc_id}' has dependencies and cannot be deleted."
            )
        return delete_vpc.before(self, vpc_id)

    @method(gateways)
    def detach_internet_gateway(self, internet_gateway_id, vpc_id):
        public = [
            each for each in nat_gateways(self, vpc_id) if each.connectivity_type == "public"
        ]
        if public:
            raise DependencyViolationError(
                f"Network {vpc_id} has some mapped public address(es). Please unmap those public"
                " address(es) before detaching the gateway."
            )
        return detach_internet_gateway.before(self, internet_gateway_id, vpc_id)
