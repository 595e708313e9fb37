"""Gap launch_templates."""

import unittest

from support import SandboxTest, tags

DATA = {
    "ImageId": "resolve:ssm:/aws/service/deeplearning/ami/x86_64/base/latest/ami-id",
    "InstanceType": "p5.48xlarge",
    "UserData": "IyEvYmluL3NoCg==",
    "InstanceMarketOptions": {"MarketType": "spot", "SpotOptions": {"MaxPrice": "9.5"}},
    "MetadataOptions": {"HttpTokens": "required", "HttpPutResponseHopLimit": 2},
    "BlockDeviceMappings": [
        {"DeviceName": "/dev/sda1", "Ebs": {"Encrypted": True, "VolumeSize": 100}}
    ],
    "NetworkInterfaces": [{"DeviceIndex": 0, "InterfaceType": "efa", "NetworkCardIndex": 0}],
    "TagSpecifications": [{"ResourceType": "instance", "Tags": tags(Name="node")}],
}


class LaunchTemplatesTest(SandboxTest):
    def create(self, name="trainers", **members):
        members.setdefault("LaunchTemplateData", DATA)
        return self.clients.ec2.create_launch_template(LaunchTemplateName=name, **members)[
            "LaunchTemplate"
        ]["LaunchTemplateId"]

    def versions(self, **members):
        answer = self.clients.ec2.describe_launch_template_versions(**members)
        return answer["LaunchTemplateVersions"]

    def test_data_comes_back_as_it_was_put(self):
        template = self.create()
        self.assertEqual(self.versions(LaunchTemplateId=template)[0]["LaunchTemplateData"], DATA)

    def test_tags_of_the_template_stay_out_of_its_data(self):
        own = [{"ResourceType": "launch-template", "Tags": tags(Name="mine")}]
        template = self.create(TagSpecifications=own)
        data = self.versions(LaunchTemplateId=template)[0]["LaunchTemplateData"]
        self.assertEqual(data, DATA)
        found = self.clients.ec2.describe_launch_templates(LaunchTemplateIds=[template])
        self.assertEqual(found["LaunchTemplates"][0]["Tags"], tags(Name="mine"))

    def test_tags_given_later_are_shown_and_found(self):
        template = self.create()
        self.clients.ec2.create_tags(Resources=[template], Tags=tags(stack="s"))
        found = self.clients.ec2.describe_launch_templates(
            Filters=[{"Name": "tag:stack", "Values": ["s"]}]
        )["LaunchTemplates"]
        self.assertEqual([item["Tags"] for item in found], [tags(stack="s")])

    def test_templates_and_latest_versions_page(self):
        for number in range(205):
            self.create(f"trainers-{number}", LaunchTemplateData={"InstanceType": "t3.micro"})
        for operation, members in (
            ("describe_launch_templates", {}),
            ("describe_launch_template_versions", {"Versions": ["$Latest"]}),
        ):
            with self.subTest(operation):
                call = getattr(self.clients.ec2, operation)
                first = call(**members)
                key = next(name for name, value in first.items() if isinstance(value, list))
                self.assertEqual(len(first[key]), 200)
                rest = call(**members, NextToken=first["NextToken"])
                self.assertEqual(len(rest[key]), 5)
                self.assertNotIn("NextToken", rest)
                self.assertEqual(len(call(**members, MaxResults=7)[key]), 7)

    def test_versions_are_numbered_once_and_deleted_by_number(self):
        ec2, template = self.clients.ec2, self.create()
        for kind in ("p4d.24xlarge", "g5.xlarge"):
            ec2.create_launch_template_version(
                LaunchTemplateId=template, LaunchTemplateData={"InstanceType": kind}
            )
        gone = ec2.delete_launch_template_versions(
            LaunchTemplateId=template, Versions=["3", "1", "9"]
        )
        self.assertEqual(
            [item["VersionNumber"] for item in gone["SuccessfullyDeletedLaunchTemplateVersions"]],
            [3],
        )
        self.assertEqual(
            [item["VersionNumber"] for item in gone["UnsuccessfullyDeletedLaunchTemplateVersions"]],
            [1, 9],
        )
        latest = self.versions(Versions=["$Latest"])
        self.assertEqual([item["VersionNumber"] for item in latest], [2])
        answer = ec2.create_launch_template_version(
            LaunchTemplateId=template, LaunchTemplateData={"InstanceType": "t3.micro"}
        )
        self.assertEqual(answer["LaunchTemplateVersion"]["VersionNumber"], 4)
        numbers = [item["VersionNumber"] for item in self.versions(LaunchTemplateId=template)]
        self.assertEqual(numbers, [1, 2, 4])

    def test_a_version_inherits_from_its_source(self):
        ec2, template = self.clients.ec2, self.create()
        ec2.create_launch_template_version(
            LaunchTemplateId=template,
            SourceVersion="1",
            LaunchTemplateData={"InstanceType": "p5e.48xlarge"},
        )
        data = self.versions(LaunchTemplateId=template, Versions=["2"])[0]["LaunchTemplateData"]
        self.assertEqual(data, {**DATA, "InstanceType": "p5e.48xlarge"})

    def test_the_default_version_moves_only_when_told(self):
        ec2, template = self.clients.ec2, self.create()
        ec2.create_launch_template_version(LaunchTemplateId=template, LaunchTemplateData=DATA)
        before = ec2.describe_launch_templates(LaunchTemplateIds=[template])["LaunchTemplates"][0]
        self.assertEqual((before["DefaultVersionNumber"], before["LatestVersionNumber"]), (1, 2))
        ec2.modify_launch_template(LaunchTemplateId=template, DefaultVersion="2")
        default = self.versions(LaunchTemplateId=template, Versions=["$Default"])
        self.assertEqual([item["VersionNumber"] for item in default], [2])

    def test_empty_user_data_is_none(self):
        template = self.create(LaunchTemplateData={"InstanceType": "t3.micro", "UserData": ""})
        data = self.versions(LaunchTemplateId=template)[0]["LaunchTemplateData"]
        self.assertEqual(data, {"InstanceType": "t3.micro"})


if __name__ == "__main__":
    unittest.main()
