"""Gap load_balancing, and the stack resources of the same name."""

import unittest

from support import StackTest

CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/0f5a1b2c"
KIND = "AWS::ElasticLoadBalancingV2::"


def template(path="/health", delay="300", port=443):
    def subnet(number):
        return {
            "Type": "AWS::EC2::Subnet",
            "Properties": {
                "VpcId": {"Ref": "Vpc"},
                "CidrBlock": f"10.0.{number}.0/24",
                "AvailabilityZone": f"us-east-1{'abc'[number]}",
            },
        }

    forward = [{"Type": "forward", "TargetGroupArn": {"Ref": "Targets"}}]
    return {
        "Resources": {
            "Vpc": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.0.0.0/16"}},
            "A": subnet(0),
            "B": subnet(1),
            "Balancer": {
                "Type": KIND + "LoadBalancer",
                "Properties": {
                    "Name": "front",
                    "Scheme": "internal",
                    "Subnets": [{"Ref": "A"}, {"Ref": "B"}],
                    "LoadBalancerAttributes": [
                        {"Key": "idle_timeout.timeout_seconds", "Value": delay}
                    ],
                    "Tags": [{"Key": "delay", "Value": delay}],
                },
            },
            "Targets": {
                "Type": KIND + "TargetGroup",
                "Properties": {
                    "Name": "targets",
                    "VpcId": {"Ref": "Vpc"},
                    "Protocol": "HTTP",
                    "Port": 8000,
                    "HealthCheckPath": path,
                    "Matcher": {"HttpCode": "200"},
                    "TargetGroupAttributes": [
                        {"Key": "deregistration_delay.timeout_seconds", "Value": delay}
                    ],
                },
            },
            "Listener": {
                "Type": KIND + "Listener",
                "Properties": {
                    "LoadBalancerArn": {"Ref": "Balancer"},
                    "Port": port,
                    "Protocol": "HTTPS",
                    "Certificates": [{"CertificateArn": CERTIFICATE}],
                    "DefaultActions": forward,
                },
            },
            "Plain": {
                "Type": KIND + "Listener",
                "Properties": {
                    "LoadBalancerArn": {"Ref": "Balancer"},
                    "Port": 80,
                    "Protocol": "HTTP",
                    "DefaultActions": forward,
                },
            },
        }
    }


class LoadBalancingTest(StackTest):
    def read(self):
        elbv2 = self.clients.elbv2
        balancer = elbv2.describe_load_balancers()["LoadBalancers"][0]
        target = elbv2.describe_target_groups()["TargetGroups"][0]
        arn = balancer["LoadBalancerArn"]
        listeners = elbv2.describe_listeners(LoadBalancerArn=arn)["Listeners"]
        attributes = elbv2.describe_target_group_attributes(
            TargetGroupArn=target["TargetGroupArn"]
        )["Attributes"]
        settings = {item["Key"]: item["Value"] for item in attributes}
        tags = elbv2.describe_tags(ResourceArns=[arn])["TagDescriptions"][0]["Tags"]
        return (
            balancer["Scheme"],
            target["HealthCheckPath"],
            settings["deregistration_delay.timeout_seconds"],
            {item["Value"] for item in tags if item["Key"] == "delay"},
            sorted((item["Port"], "SslPolicy" in item) for item in listeners),
        )

    def test_a_balancer_is_made_changed_and_removed(self):
        self.create(template())
        first = ("internal", "/health", "300", {"300"}, [(80, False), (443, True)])
        self.assertEqual(self.read(), first)
        self.update(template("/ready", "3600", 8443))
        self.assertEqual(
            self.read(), ("internal", "/ready", "3600", {"3600"}, [(80, False), (8443, True)])
        )
        self.update(template())
        self.assertEqual(self.read(), first)
        self.delete()
        self.assertEqual(self.clients.elbv2.describe_load_balancers()["LoadBalancers"], [])
        self.assertEqual(self.clients.elbv2.describe_target_groups()["TargetGroups"], [])

    def test_a_network_load_balancer_may_stand_in_one_zone(self):
        ec2, elbv2 = self.clients.ec2, self.clients.elbv2
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        one, other = (
            ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{number}.0/24")["Subnet"]["SubnetId"]
            for number in (1, 2)
        )
        made = elbv2.create_load_balancer(Name="front", Type="network", Subnets=[one])
        arn = made["LoadBalancers"][0]["LoadBalancerArn"]
        elbv2.set_subnets(LoadBalancerArn=arn, Subnets=[other])
        [balancer] = elbv2.describe_load_balancers()["LoadBalancers"]
        self.assertEqual([each["SubnetId"] for each in balancer["AvailabilityZones"]], [other])


if __name__ == "__main__":
    unittest.main()
