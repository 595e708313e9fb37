"""Gap security_group_rules."""

import unittest

from support import SandboxTest, tags


class SecurityGroupRulesTest(SandboxTest):
    def setUp(self):
        super().setUp()
        ec2 = self.clients.ec2
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        self.group, self.other = (
            ec2.create_security_group(GroupName=name, Description="d", VpcId=vpc)["GroupId"]
            for name in ("one", "two")
        )

    def authorize(self, *permissions, **members):
        return self.clients.ec2.authorize_security_group_ingress(
            GroupId=self.group, IpPermissions=list(permissions), **members
        )["SecurityGroupRules"]

    def rules(self, *identifiers):
        answer = self.clients.ec2.describe_security_group_rules(
            SecurityGroupRuleIds=list(identifiers)
        )
        return answer["SecurityGroupRules"]

    def test_authorize_answers_every_rule_with_tags_and_description(self):
        made = self.authorize(
            {
                "IpProtocol": "tcp",
                "FromPort": 22,
                "ToPort": 22,
                "IpRanges": [
                    {"CidrIp": "10.0.0.0/8", "Description": "inside"},
                    {"CidrIp": "192.168.0.0/16"},
                ],
                "Ipv6Ranges": [{"CidrIpv6": "fd00::/8", "Description": "six"}],
            },
            {
                "IpProtocol": "-1",
                "UserIdGroupPairs": [{"GroupId": self.other, "Description": "peer"}],
            },
            {
                "IpProtocol": "udp",
                "FromPort": 53,
                "ToPort": 53,
                "PrefixListIds": [{"PrefixListId": "pl-12345678", "Description": "list"}],
            },
            TagSpecifications=[{"ResourceType": "security-group-rule", "Tags": tags(Name="r")}],
        )
        self.assertEqual(
            [rule.get("Description") for rule in made], ["inside", None, "six", "peer", "list"]
        )
        self.assertEqual({str(rule["Tags"]) for rule in made}, {str(tags(Name="r"))})
        read = self.rules(*[rule["SecurityGroupRuleId"] for rule in made])
        peer = next(rule for rule in read if rule.get("Description") == "peer")
        self.assertEqual(
            peer["ReferencedGroupInfo"], {"GroupId": self.other, "UserId": "123456789012"}
        )
        self.assertEqual((peer["FromPort"], peer["ToPort"], peer["IsEgress"]), (-1, -1, False))
        self.assertTrue(peer["SecurityGroupRuleArn"].endswith(peer["SecurityGroupRuleId"]))
        self.assertEqual(peer["GroupOwnerId"], "123456789012")
        listed = next(rule for rule in read if rule.get("Description") == "list")
        self.assertEqual(listed["PrefixListId"], "pl-12345678")

    def test_rules_that_differ_in_description_only_are_the_same(self):
        rule = {"IpProtocol": "-1", "UserIdGroupPairs": [{"GroupId": self.other}]}
        again = {
            "IpProtocol": "-1",
            "UserIdGroupPairs": [{"GroupId": self.other, "Description": "x"}],
        }
        self.authorize(rule)
        self.refused(
            "InvalidPermission.Duplicate",
            self.clients.ec2.authorize_security_group_ingress,
            GroupId=self.group,
            IpPermissions=[again],
        )
        self.clients.ec2.revoke_security_group_ingress(GroupId=self.group, IpPermissions=[again])
        found = self.clients.ec2.describe_security_groups(GroupIds=[self.group])
        self.assertEqual(found["SecurityGroups"][0]["IpPermissions"], [])

    def test_a_rule_can_change_to_every_kind_of_source(self):
        ssh = {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22}
        rule = self.authorize({**ssh, "IpRanges": [{"CidrIp": "10.0.0.0/8"}]})[0]
        identifier = rule["SecurityGroupRuleId"]
        for change, member, value in (
            ({"CidrIpv4": "10.1.0.0/16", "Description": "new"}, "CidrIpv4", "10.1.0.0/16"),
            ({"PrefixListId": "pl-12345678"}, "PrefixListId", "pl-12345678"),
            ({"CidrIpv6": "fd00::/8"}, "CidrIpv6", "fd00::/8"),
        ):
            with self.subTest(member):
                self.clients.ec2.modify_security_group_rules(
                    GroupId=self.group,
                    SecurityGroupRules=[
                        {"SecurityGroupRuleId": identifier, "SecurityGroupRule": {**ssh, **change}}
                    ],
                )
                read = self.rules(identifier)[0]
                self.assertEqual(read[member], value)
                self.assertEqual(read.get("Description"), change.get("Description"))
        self.clients.ec2.modify_security_group_rules(
            GroupId=self.group,
            SecurityGroupRules=[
                {
                    "SecurityGroupRuleId": identifier,
                    "SecurityGroupRule": {"IpProtocol": "-1", "ReferencedGroupId": self.other},
                }
            ],
        )
        self.assertEqual(self.rules(identifier)[0]["ReferencedGroupInfo"]["GroupId"], self.other)

    def test_a_description_changes_by_rule_id(self):
        rule = self.authorize({"IpProtocol": "-1", "IpRanges": [{"CidrIp": "10.0.0.0/8"}]})[0]
        self.clients.ec2.update_security_group_rule_descriptions_ingress(
            GroupId=self.group,
            SecurityGroupRuleDescriptions=[
                {"SecurityGroupRuleId": rule["SecurityGroupRuleId"], "Description": "why"}
            ],
        )
        self.assertEqual(self.rules(rule["SecurityGroupRuleId"])[0]["Description"], "why")

    def test_a_group_that_another_refers_to_is_not_deleted(self):
        self.authorize({"IpProtocol": "-1", "UserIdGroupPairs": [{"GroupId": self.other}]})
        self.refused(
            "DependencyViolation", self.clients.ec2.delete_security_group, GroupId=self.other
        )
        self.clients.ec2.delete_security_group(GroupId=self.group)
        self.clients.ec2.delete_security_group(GroupId=self.other)

    def test_rules_are_found_by_group_and_tag(self):
        self.authorize(
            {"IpProtocol": "-1", "IpRanges": [{"CidrIp": "10.0.0.0/8"}]},
            TagSpecifications=[{"ResourceType": "security-group-rule", "Tags": tags(Name="r")}],
        )
        found = self.clients.ec2.describe_security_group_rules(
            Filters=[
                {"Name": "group-id", "Values": [self.group]},
                {"Name": "tag:Name", "Values": ["r"]},
            ]
        )["SecurityGroupRules"]
        self.assertEqual([rule["CidrIpv4"] for rule in found], ["10.0.0.0/8"])


if __name__ == "__main__":
    unittest.main()
