"""Security groups and their rules, inline and standalone."""

from .reader import GONE, TAGS, first, reads, tags_of

KINDS = ("AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress")


@reads("AWS::EC2::SecurityGroup")
def group(work):
    """Rules that are resources of the same stack are theirs, not the group's."""
    ec2, name = work.services.ec2, work.physical_id
    found = ec2.describe_security_groups(GroupIds=[name])["SecurityGroups"][0]
    rules = ec2.describe_security_group_rules(Filters=[{"Name": "group-id", "Values": [name]}])
    theirs = {
        resource.physical_id
        for resource in work.stack.resources.values()
        if resource.resource_type in KINDS
    }
    own = [
        rule for rule in rules["SecurityGroupRules"] if rule["SecurityGroupRuleId"] not in theirs
    ]
    return {
        "SecurityGroupIngress": [_spelled(rule) for rule in own if not rule["IsEgress"]],
        "SecurityGroupEgress": [_spelled(rule) for rule in own if rule["IsEgress"]],
        TAGS: tags_of(found),
    }


def _spelled(rule):
    """A rule of the EC2 API in the template's words."""
    end = "Destination" if rule["IsEgress"] else "Source"
    result = {
        "IpProtocol": rule["IpProtocol"],
        "CidrIp": rule.get("CidrIpv4"),
        "CidrIpv6": rule.get("CidrIpv6"),
        "Description": rule.get("Description"),
        f"{end}PrefixListId": rule.get("PrefixListId"),
        f"{end}SecurityGroupId": (rule.get("ReferencedGroupInfo") or {}).get("GroupId"),
    }
    if rule["IpProtocol"] != "-1":
        result["FromPort"], result["ToPort"] = rule.get("FromPort"), rule.get("ToPort")
    return {name: value for name, value in result.items() if value is not None}


def _rule(work):
    found = work.services.ec2.describe_security_group_rules(SecurityGroupRuleIds=[work.physical_id])
    rule = first(found["SecurityGroupRules"])
    return GONE if rule is GONE else {"Description": rule.get("Description")}


for _kind in KINDS:
    reads(_kind)(_rule)
