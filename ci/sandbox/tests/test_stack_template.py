"""Templates: forms, functions, parameters, what is refused before anything is made."""

import unittest

from support import StackTest, att, ref, resource, tags, template

VPC = resource("EC2::VPC", CidrBlock="10.0.0.0/16")


class TemplateTest(StackTest):
    def refuse(self, body, code="ValidationError", **members):
        return self.refused(
            code,
            self.stacks.create_change_set,
            StackName=self.NAME,
            ChangeSetName="c",
            ChangeSetType="CREATE",
            TemplateBody=body if isinstance(body, str) else __import__("json").dumps(body),
            **members,
        )

    def test_yaml_short_forms_and_every_function(self):
        stack = self.create(
            """
            Parameters:
              Net: {Type: String, Default: 10.1.0.0/16}
              Zones: {Type: CommaDelimitedList, Default: "a, b"}
              Stage: {Type: String, Default: prod}
            Mappings:
              Sizes: {prod: {count: 3}, dev: {count: 1}}
            Conditions:
              IsProd: !Equals [!Ref Stage, prod]
              IsDev: !Not [!Condition IsProd]
            Resources:
              Vpc:
                Type: AWS::EC2::VPC
                Properties:
                  CidrBlock: !Ref Net
                  EnableDnsHostnames: !If [IsProd, true, !Ref "AWS::NoValue"]
                  Tags:
                    - {Key: joined, Value: !Join ["-", [x, !Ref Stage, 2026-01-02]]}
                    - Key: sub
                      Value: !Sub
                        - "${A}/${AWS::Region}/${!Literal}/${Net}"
                        - {A: !Select [1, !Ref Zones]}
                    - {Key: mapped, Value: !FindInMap [Sizes, !Ref Stage, count]}
                    - {Key: coded, Value: !Base64 hello}
                    - {Key: split, Value: !Select [0, !Split [",", "p,q"]]}
                    - !If [IsDev, {Key: dev, Value: "yes"}, !Ref "AWS::NoValue"]
              Only:
                Type: AWS::EC2::InternetGateway
                Condition: IsDev
            Outputs:
              Vpc: {Value: !GetAtt Vpc.CidrBlock, Description: the block}
              Arn: {Value: !Sub "arn:${AWS::Partition}:ec2::${AWS::AccountId}:${Vpc}"}
              None: {Value: x, Condition: IsDev}
            """
        )
        outputs = {item["OutputKey"]: item["OutputValue"] for item in stack["Outputs"]}
        vpc = self.physical("Vpc")
        self.assertEqual(outputs, {"Vpc": "10.1.0.0/16", "Arn": f"arn:aws:ec2::123456789012:{vpc}"})
        found = self.clients.ec2.describe_vpcs(VpcIds=[vpc])["Vpcs"][0]
        read = {tag["Key"]: tag["Value"] for tag in found["Tags"] if tag["Key"][:4] != "aws:"}
        self.assertEqual(
            read,
            {
                "joined": "x-prod-2026-01-02",
                "sub": "b/us-east-1/${Literal}/10.1.0.0/16",
                "mapped": "3",
                "coded": "aGVsbG8=",
                "split": "p",
            },
        )
        resources = self.stacks.list_stack_resources(StackName=self.NAME)
        self.assertEqual(
            [item["LogicalResourceId"] for item in resources["StackResourceSummaries"]], ["Vpc"]
        )

    def test_user_data_with_references_reaches_the_template(self):
        self.create(
            template(
                Bucket=resource("S3::Bucket"),
                Lt=resource(
                    "EC2::LaunchTemplate",
                    LaunchTemplateData={
                        "UserData": {"Fn::Base64": {"Fn::Sub": "b=${Bucket} c=${!C} $(x)"}}
                    },
                ),
            )
        )
        data = self.clients.ec2.describe_launch_template_versions(
            LaunchTemplateId=self.physical("Lt")
        )["LaunchTemplateVersions"][0]["LaunchTemplateData"]
        import base64

        text = base64.b64decode(data["UserData"]).decode()
        self.assertEqual(text, f"b={self.physical('Bucket')} c=${{C}} $(x)")

    def test_what_aws_refuses_is_refused(self):
        for body, word in (
            ({"Resources": {}}, "At least one Resources member"),
            (template(X={"Type": "AWS::EC2::Nothing"}), "Unrecognized resource types"),
            (template(X={**VPC, "Propertees": {}}), "Propertees"),
            (template(**{"a-b": VPC}), "non alphanumeric"),
            (template(X=resource("EC2::Subnet", VpcId=ref("Y"))), "Unresolved resource"),
            (
                template(
                    A=resource("EC2::InternetGateway", depends="B"),
                    B=resource("EC2::InternetGateway", depends="A"),
                ),
                "Circular dependency",
            ),
            ("Resources: [", "not well-formed"),
            ({**template(X=VPC), "Parameters": {"P": {"Type": "String"}}}, "must have values"),
        ):
            with self.subTest(word):
                self.assertIn(word, self.refuse(body))
        self.assertEqual(self.stacks.describe_stacks()["Stacks"], [])

    def test_parameters_are_checked(self):
        def body(**parameter):
            return {**template(X=VPC), "Parameters": {"P": {"Type": "String", **parameter}}}

        def given(value):
            return [{"ParameterKey": "P", "ParameterValue": value}]

        for parameter, value in (
            ({"AllowedValues": ["a", "b"]}, "c"),
            ({"AllowedPattern": "[a-z]+"}, "A"),
            ({"Type": "Number", "MinValue": 3}, "2"),
            ({"Type": "Number"}, "two"),
            ({"MaxLength": 2}, "abc"),
        ):
            with self.subTest(parameter):
                self.assertIn("'P'", self.refuse(body(**parameter), Parameters=given(value)))

    def test_iam_needs_a_capability(self):
        role = resource("IAM::Role", AssumeRolePolicyDocument={})
        named = resource("IAM::Role", AssumeRolePolicyDocument={}, RoleName="n")
        code = "InsufficientCapabilitiesException"
        self.assertIn("CAPABILITY_IAM", self.refuse(template(R=role), code))
        self.assertIn(
            "CAPABILITY_NAMED_IAM",
            self.refuse(template(R=named), code, Capabilities=["CAPABILITY_IAM"]),
        )

    def test_a_body_is_limited_and_a_url_takes_more(self):
        body = template(V=resource("EC2::VPC", CidrBlock="10.0.0.0/16"))
        body["Metadata"] = {"filler": "x" * 51_200}
        import json

        message = self.refused(
            "ValidationError",
            self.stacks.create_stack,
            StackName=self.NAME,
            TemplateBody=json.dumps(body),
        )
        self.assertIn("51200", message)
        self.clients.s3.create_bucket(Bucket="templates")
        self.clients.s3.put_object(Bucket="templates", Key="a/b c.json", Body=json.dumps(body))
        for url in (
            f"{self.clients.url}/templates/a/b%20c.json",
            "https://templates.s3.us-east-1.amazonaws.com/a/b%20c.json",
            "https://s3.amazonaws.com/templates/a/b%20c.json",
        ):
            with self.subTest(url):
                self.stacks.create_change_set(
                    StackName=self.NAME, ChangeSetName="c", ChangeSetType="CREATE", TemplateURL=url
                )
                self.stacks.delete_stack(StackName=self.NAME)
                self.wait_gone()

    def wait_gone(self):
        import time

        for _ in range(200):
            if not self.stacks.describe_stacks()["Stacks"]:
                return
            time.sleep(0.02)
        self.fail("the stack is still there")

    def test_ssm_parameters_are_looked_up(self):
        self.clients.ssm.put_parameter(Name="/net/block", Value="10.9.0.0/16", Type="String")
        body = template(
            V=resource("EC2::VPC", CidrBlock=ref("P"), Tags=tags(a="{{resolve:ssm:/net/block}}"))
        )
        body["Parameters"] = {
            "P": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/net/block"}
        }
        body["Outputs"] = {"Block": {"Value": att("V", "CidrBlock")}}
        stack = self.create(body)
        self.assertEqual(stack["Outputs"][0]["OutputValue"], "10.9.0.0/16")
        self.assertEqual(stack["Parameters"][0]["ResolvedValue"], "10.9.0.0/16")


if __name__ == "__main__":
    unittest.main()
