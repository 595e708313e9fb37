"""CloudTrail's event history: who changed what, newest first."""

import datetime
import json
import sys
import unittest
from types import SimpleNamespace

import boto3
from support import SANDBOX, SandboxTest, endpoint
from test_limits import limit

sys.path.insert(0, str(SANDBOX))

from plumbline_sandbox import cloudtrail  # noqa: E402

ROLE = "arn:aws:iam::123456789012:role/operator"


class CloudTrailTest(SandboxTest):
    def setUp(self):
        super().setUp()
        self.addCleanup(limit)

    def events(self, region="us-east-1", **asked):
        trail = boto3.client(
            "cloudtrail",
            endpoint_url=endpoint(),
            region_name=region,
            aws_access_key_id="sandbox",
            aws_secret_access_key="sandbox",
        )
        return trail.lookup_events(**asked)["Events"]

    def about(self, name):
        attribute = {"AttributeKey": "ResourceName", "AttributeValue": name}
        return self.events(LookupAttributes=[attribute])

    def as_operator(self, service):
        lent = self.clients.sts.assume_role(RoleArn=ROLE, RoleSessionName="jane")["Credentials"]
        return boto3.client(
            service,
            endpoint_url=endpoint(),
            region_name="us-east-1",
            aws_access_key_id=lent["AccessKeyId"],
            aws_secret_access_key=lent["SecretAccessKey"],
            aws_session_token=lent["SessionToken"],
        )

    def group(self):
        vpc = self.clients.ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        made = self.clients.ec2.create_security_group(GroupName="g", Description="g", VpcId=vpc)
        return made["GroupId"]

    def test_a_call_is_told_with_who_made_it_and_what_it_named(self):
        group = self.group()
        rule = {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22}
        made = self.as_operator("ec2").authorize_security_group_ingress(
            GroupId=group, IpPermissions=[{**rule, "IpRanges": [{"CidrIp": "10.1.0.0/16"}]}]
        )
        newest = self.events(MaxResults=1)[0]
        self.assertEqual(
            (newest["EventName"], newest["EventSource"], newest["ReadOnly"], newest["Username"]),
            ("AuthorizeSecurityGroupIngress", "ec2.amazonaws.com", "false", "jane"),
        )
        names = [each["ResourceName"] for each in newest["Resources"]]
        self.assertIn(group, names)
        self.assertIn(made["SecurityGroupRules"][0]["SecurityGroupRuleId"], names)
        told = json.loads(newest["CloudTrailEvent"])
        self.assertEqual(told["userIdentity"]["type"], "AssumedRole")
        self.assertEqual(
            told["userIdentity"]["arn"], "arn:aws:sts::123456789012:assumed-role/operator/jane"
        )
        self.assertEqual(told["userIdentity"]["sessionContext"]["sessionIssuer"]["arn"], ROLE)
        self.assertEqual(told["requestParameters"]["groupId"], group)
        permission = told["requestParameters"]["ipPermissions"]["items"][0]
        self.assertEqual(permission["fromPort"], 22)
        self.assertEqual(permission["ipRanges"]["items"], [{"cidrIp": "10.1.0.0/16"}])

    def test_reads_and_contents_are_not_told(self):
        self.clients.s3.create_bucket(Bucket="models")
        self.clients.s3.put_object(Bucket="models", Key="a", Body=b"a")
        self.clients.s3.list_buckets()
        self.clients.ec2.describe_vpcs()
        self.assertEqual([each["EventName"] for each in self.events()], ["CreateBucket"])
        told = json.loads(self.about("models")[0]["CloudTrailEvent"])
        self.assertEqual(told["requestParameters"]["bucketName"], "models")

    def test_a_call_that_failed_is_told_as_such(self):
        self.refused("NoSuchBucket", self.clients.s3.delete_bucket, Bucket="models")
        told = json.loads(self.about("models")[0]["CloudTrailEvent"])
        self.assertEqual((told["eventName"], "errorCode" in told), ("DeleteBucket", True))
        self.assertIsNone(told["responseElements"])

    def test_requests_of_every_protocol_are_understood(self):
        vpc = self.clients.ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        self.clients.ec2.create_tags(Resources=[vpc], Tags=[{"Key": "team", "Value": "ml"}])
        self.clients.iam.create_role(RoleName="nodes", AssumeRolePolicyDocument="{}", Tags=[])
        self.clients.logs.create_log_group(logGroupName="/nodes")
        self.clients.logs.put_retention_policy(logGroupName="/nodes", retentionInDays=7)
        self.clients.efs.create_file_system(CreationToken="home")
        zone = self.clients.route53.list_hosted_zones()["HostedZones"][0]["Id"]
        record = {"Name": "a.example.com", "Type": "A", "TTL": 1}
        change = {"Action": "CREATE", "ResourceRecordSet": {**record, "ResourceRecords": []}}
        change["ResourceRecordSet"]["ResourceRecords"] = [{"Value": "10.0.0.1"}]
        self.clients.route53.change_resource_record_sets(
            HostedZoneId=zone, ChangeBatch={"Changes": [change]}
        )
        told = {
            each["EventName"]: json.loads(each["CloudTrailEvent"])["requestParameters"]
            for each in self.events()
        }
        self.assertEqual(told["CreateTags"]["resources"]["items"], [vpc])
        self.assertEqual(told["CreateRole"]["roleName"], "nodes")
        self.assertEqual(told["PutRetentionPolicy"]["retentionInDays"], 7)
        self.assertEqual(told["CreateFileSystem"]["creationToken"], "home")
        batch = told["ChangeResourceRecordSets"]["changeBatch"]["changes"]
        self.assertEqual(batch[0]["resourceRecordSet"]["name"], "a.example.com")

    def test_what_is_global_is_told_in_one_region(self):
        self.clients.iam.create_role(RoleName="nodes", AssumeRolePolicyDocument="{}")
        regional = boto3.client(
            "autoscaling",
            endpoint_url=endpoint(),
            region_name="eu-west-1",
            aws_access_key_id="sandbox",
            aws_secret_access_key="sandbox",
        )
        regional.create_launch_configuration(
            LaunchConfigurationName="old", ImageId="ami-12c6146b", InstanceType="g5.xlarge"
        )
        here = [each["EventName"] for each in self.events("eu-west-1")]
        self.assertEqual(here, ["CreateLaunchConfiguration"])
        self.assertEqual([each["EventName"] for each in self.events()], ["CreateRole"])

    def test_pages_are_newest_first_and_within_the_time_asked_for(self):
        for number in range(7):
            self.clients.s3.create_bucket(Bucket=f"bucket-{number}")
        pages = self.clients.cloudtrail.get_paginator("lookup_events").paginate(
            PaginationConfig={"PageSize": 3},
            LookupAttributes=[{"AttributeKey": "ReadOnly", "AttributeValue": "false"}],
        )
        told = [[json.loads(e["CloudTrailEvent"])["requestParameters"]["bucketName"][-1:]
                 for e in page["Events"]] for page in pages]
        self.assertEqual(told, [["6", "5", "4"], ["3", "2", "1"], ["0"]])
        later = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=1)
        self.assertEqual(self.events(StartTime=later), [])

    def test_who_may_not_ask_is_refused(self):
        limit(denied=["cloudtrail:LookupEvents"])
        message = self.refused("AccessDeniedException", self.clients.cloudtrail.lookup_events)
        self.assertRegex(message, "is not authorized to perform: cloudtrail:LookupEvents$")


class BoundTest(unittest.TestCase):
    def test_the_oldest_is_given_up_and_the_long_is_cut(self):
        trail = cloudtrail.Trail(None)
        operation = SimpleNamespace(service_model=SimpleNamespace(endpoint_prefix="ec2"))
        for _ in range(cloudtrail.KEPT + 5):
            trail._keep(operation, {}, {}, b"y" * 100_000, "200 OK", b"x" * 100_000)
        self.assertEqual(len(trail.calls), cloudtrail.KEPT)
        self.assertEqual(trail.calls[0].number, 6)
        self.assertEqual({len(trail.calls[0].body), len(trail.calls[0].answer)}, {65536})



if __name__ == "__main__":
    unittest.main()
