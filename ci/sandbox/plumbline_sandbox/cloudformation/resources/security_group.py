"""Security groups and their rules, inline and standalone."""

from ..api import gone
from .ec2_network import retag, tag_specifications
from .handler import Handler, handles

EVERYWHERE = {"IpProtocol": "-1", "CidrIp": "0.0.0.0/0"}
RULE = {"CidrIp", "CidrIpv6", "Description", "FromPort", "GroupId", "IpProtocol", "ToPort"}


def permission(rule):
    """A CloudFormation rule as an IpPermission of the EC2 API."""
    result = {"IpProtocol": str(rule["IpProtocol"])}
    for port in ("FromPort", "ToPort"):
        if port in rule and result["IpProtocol"] != "-1":
            result[port] = int(rule[port])
    described = {"Description": rule["Description"]} if "Description" in rule else {}
    if "CidrIp" in rule:
        result["IpRanges"] = [{"CidrIp": rule["CidrIp"], **described}]
    if "CidrIpv6" in rule:
        result["Ipv6Ranges"] = [{"CidrIpv6": rule["CidrIpv6"], **described}]
    if lists := rule.get("SourcePrefixListId") or rule.get("DestinationPrefixListId"):
        result["PrefixListIds"] = [{"PrefixListId": lists, **described}]
    if group := rule.get("SourceSecurityGroupId") or rule.get("DestinationSecurityGroupId"):
        result["UserIdGroupPairs"] = [{"GroupId": group, **described}]
    return result


@handles("AWS::EC2::SecurityGroup")
class SecurityGroup(Handler):
    properties = {
        "GroupDescription",
        "GroupName",
        "SecurityGroupEgress",
        "SecurityGroupIngress",
        "Tags",
        "VpcId",
    }
    name_property = "GroupName"

    def create(self, work):
        members = {"VpcId": work.get("VpcId")} if work.get("VpcId") else {}
        answer = work.services.ec2.create_security_group(
            GroupName=work.name,
            Description=work.get("GroupDescription"),
            TagSpecifications=tag_specifications(work, "security-group"),
            **members,
        )
        work.physical_id = answer["GroupId"]
        self._ingress(work, [], work.get("SecurityGroupIngress", []))
        self._egress(work, [EVERYWHERE], self._egress_of(work.properties))
        return work.physical_id

    def update(self, work):
        before = work.previous
        self._ingress(
            work, before.get("SecurityGroupIngress", []), work.get("SecurityGroupIngress", [])
        )
        self._egress(work, self._egress_of(before), self._egress_of(work.properties))
        retag(work)

    @staticmethod
    def _egress_of(properties):
        """A group without rules of its own keeps the one that EC2 gives it."""
        return properties.get("SecurityGroupEgress") or [EVERYWHERE]

    def _ingress(self, work, old, new):
        ec2 = work.services.ec2
        _move(
            work, old, new, ec2.revoke_security_group_ingress, ec2.authorize_security_group_ingress
        )

    def _egress(self, work, old, new):
        ec2 = work.services.ec2
        _move(work, old, new, ec2.revoke_security_group_egress, ec2.authorize_security_group_egress)

    def delete(self, work):
        gone(work.services.ec2.delete_security_group, GroupId=work.physical_id)

    def attributes(self, work):
        vpc = work.services.ec2.describe_security_groups(GroupIds=[work.physical_id])
        return {
            "GroupId": work.physical_id,
            "Id": work.physical_id,
            "VpcId": vpc["SecurityGroups"][0].get("VpcId"),
        }


def _move(work, old, new, revoke, authorize):
    old, new = [permission(rule) for rule in old], [permission(rule) for rule in new]
    for rule in old:
        if rule not in new:
            revoke(GroupId=work.physical_id, IpPermissions=[rule])
    for rule in new:
        if rule not in old:
            authorize(GroupId=work.physical_id, IpPermissions=[rule])


class _Rule(Handler):
    """A rule as a resource of its own; its id is that of the security group rule."""

    def create(self, work):
        answer = self._authorize(work)(
            GroupId=work.get("GroupId"), IpPermissions=[permission(work.properties)]
        )
        return answer["SecurityGroupRules"][0]["SecurityGroupRuleId"]

    def update(self, work):
        """Only the description of a rule can change."""
        self._describe(work)(
            GroupId=work.get("GroupId"),
            SecurityGroupRuleDescriptions=[
                {
                    "SecurityGroupRuleId": work.physical_id,
                    "Description": work.get("Description", ""),
                }
            ],
        )

    def delete(self, work):
        gone(
            self._revoke(work),
            GroupId=work.get("GroupId"),
            SecurityGroupRuleIds=[work.physical_id],
        )

    def attributes(self, work):
        return {"Id": work.physical_id}


@handles("AWS::EC2::SecurityGroupIngress")
class SecurityGroupIngress(_Rule):
    properties = RULE | {"SourcePrefixListId", "SourceSecurityGroupId"}

    def _authorize(self, work):
        return work.services.ec2.authorize_security_group_ingress

    def _revoke(self, work):
        return work.services.ec2.revoke_security_group_ingress

    def _describe(self, work):
        return work.services.ec2.update_security_group_rule_descriptions_ingress


@handles("AWS::EC2::SecurityGroupEgress")
class SecurityGroupEgress(_Rule):
    properties = RULE | {"DestinationPrefixListId", "DestinationSecurityGroupId"}

    def _authorize(self, work):
        return work.services.ec2.authorize_security_group_egress

    def _revoke(self, work):
        return work.services.ec2.revoke_security_group_egress

    def _describe(self, work):
        return work.services.ec2.update_security_group_rule_descriptions_egress
