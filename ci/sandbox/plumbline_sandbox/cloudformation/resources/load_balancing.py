"""Load balancers, target groups and listeners."""

from ..api import gone
from .handler import Handler, handles


def _retag(work):
    elbv2, arns = work.services.elbv2, [work.physical_id]
    if removed := work.removed_tags():
        elbv2.remove_tags(ResourceArns=arns, TagKeys=removed)
    if tags := work.tag_list():
        elbv2.add_tags(ResourceArns=arns, Tags=tags)


class Balancing(Handler):
    name_property = "Name"
    name_limit = 32

    def members(self, work, *left_out):
        return {
            name: value
            for name, value in work.properties.items()
            if name not in {"Tags", *left_out}
        }


@handles("AWS::ElasticLoadBalancingV2::LoadBalancer")
class LoadBalancer(Balancing):
    properties = {
        "IpAddressType",
        "LoadBalancerAttributes",
        "Name",
        "Scheme",
        "SecurityGroups",
        "Subnets",
        "Tags",
        "Type",
    }

    def create(self, work):
        elbv2 = work.services.elbv2
        members = self.members(work, "LoadBalancerAttributes", "Name")
        made = elbv2.create_load_balancer(Name=work.name, Tags=work.tag_list(), **members)
        work.physical_id = made["LoadBalancers"][0]["LoadBalancerArn"]
        self._set(work)
        return work.physical_id

    @staticmethod
    def _set(work):
        if attributes := work.get("LoadBalancerAttributes"):
            work.services.elbv2.modify_load_balancer_attributes(
                LoadBalancerArn=work.physical_id, Attributes=attributes
            )

    def update(self, work):
        elbv2, arn = work.services.elbv2, work.physical_id
        elbv2.set_subnets(LoadBalancerArn=arn, Subnets=work.get("Subnets"))
        if groups := work.get("SecurityGroups"):
            elbv2.set_security_groups(LoadBalancerArn=arn, SecurityGroups=groups)
        self._set(work)
        _retag(work)

    def delete(self, work):
        gone(work.services.elbv2.delete_load_balancer, LoadBalancerArn=work.physical_id)

    def attributes(self, work):
        found = work.services.elbv2.describe_load_balancers(LoadBalancerArns=[work.physical_id])
        balancer = found["LoadBalancers"][0]
        return {
            "CanonicalHostedZoneID": balancer["CanonicalHostedZoneId"],
            "DNSName": balancer["DNSName"],
            "LoadBalancerArn": work.physical_id,
            "LoadBalancerFullName": work.physical_id.split("loadbalancer/", 1)[1],
            "LoadBalancerName": balancer["LoadBalancerName"],
        }


@handles("AWS::ElasticLoadBalancingV2::TargetGroup")
class TargetGroup(Balancing):
    CHECKS = {
        "HealthCheckEnabled",
        "HealthCheckIntervalSeconds",
        "HealthCheckPath",
        "HealthCheckPort",
        "HealthCheckProtocol",
        "HealthCheckTimeoutSeconds",
        "HealthyThresholdCount",
        "Matcher",
        "UnhealthyThresholdCount",
    }
    properties = {
        "IpAddressType",
        "Name",
        "Port",
        "Protocol",
        "ProtocolVersion",
        "Tags",
        "TargetGroupAttributes",
        "TargetType",
        "VpcId",
        *CHECKS,
    }

    def create(self, work):
        elbv2 = work.services.elbv2
        members = self.members(work, "TargetGroupAttributes", "Name")
        made = elbv2.create_target_group(Name=work.name, Tags=work.tag_list(), **members)
        work.physical_id = made["TargetGroups"][0]["TargetGroupArn"]
        self._set(work)
        return work.physical_id

    @staticmethod
    def _set(work):
        if attributes := work.get("TargetGroupAttributes"):
            work.services.elbv2.modify_target_group_attributes(
                TargetGroupArn=work.physical_id, Attributes=attributes
            )

    def update(self, work):
        checks = {name: work.get(name) for name in self.CHECKS if name in work.properties}
        work.services.elbv2.modify_target_group(TargetGroupArn=work.physical_id, **checks)
        self._set(work)
        _retag(work)

    def delete(self, work):
        gone(work.services.elbv2.delete_target_group, TargetGroupArn=work.physical_id)

    def attributes(self, work):
        return {
            "TargetGroupArn": work.physical_id,
            "TargetGroupFullName": work.physical_id.rsplit(":", 1)[1],
            "TargetGroupName": work.physical_id.split("/")[1],
        }


@handles("AWS::ElasticLoadBalancingV2::Listener")
class Listener(Balancing):
    name_property = None
    properties = {
        "Certificates",
        "DefaultActions",
        "LoadBalancerArn",
        "Port",
        "Protocol",
        "SslPolicy",
    }

    def create(self, work):
        made = work.services.elbv2.create_listener(**self.members(work))
        return made["Listeners"][0]["ListenerArn"]

    def update(self, work):
        members = self.members(work, "LoadBalancerArn")
        work.services.elbv2.modify_listener(ListenerArn=work.physical_id, **members)

    def delete(self, work):
        gone(work.services.elbv2.delete_listener, ListenerArn=work.physical_id)

    def attributes(self, work):
        return {"ListenerArn": work.physical_id}
