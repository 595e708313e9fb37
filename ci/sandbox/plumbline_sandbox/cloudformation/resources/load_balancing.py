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


class Attributed(Balancing):
    """What has attributes, which are set by a call of their own."""

    snake_case = ""

    def create(self, work):
        thing = type(self).__name__
        members = self.members(work, f"{thing}Attributes", "Name")
        create = getattr(work.services.elbv2, f"create_{self.snake_case}")
        made = create(Name=work.name, Tags=work.tag_list(), **members)
        work.physical_id = made[f"{thing}s"][0][f"{thing}Arn"]
        self._set(work)
        return work.physical_id

    def _set(self, work):
        thing = type(self).__name__
        if attributes := work.get(f"{thing}Attributes"):
            modify = getattr(work.services.elbv2, f"modify_{self.snake_case}_attributes")
            modify(**{f"{thing}Arn": work.physical_id, "Attributes": attributes})


@handles("AWS::ElasticLoadBalancingV2::LoadBalancer")
class LoadBalancer(Attributed):
    snake_case = "load_balancer"
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
class TargetGroup(Attributed):
    snake_case = "target_group"
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
