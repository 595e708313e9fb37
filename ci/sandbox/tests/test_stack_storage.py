"""Keys, parameters and shared file systems are made, changed and removed by CloudFormation."""

import json
import unittest

from support import StackTest, att, ref, resource, tags, template


def policy(sid):
    statement = {
        "Sid": sid,
        "Effect": "Allow",
        "Principal": {"AWS": "arn:aws:iam::123456789012:root"},
        "Action": "kms:*",
        "Resource": "*",
    }
    return {"Version": "2012-10-17", "Statement": [statement]}


def stack(sid="One", days=365, value="a", mode="elastic", ages=(), backup="ENABLED", owner="x"):
    return template(
        Vpc=resource("EC2::VPC", CidrBlock="10.0.0.0/16"),
        Subnet=resource("EC2::Subnet", VpcId=ref("Vpc"), CidrBlock="10.0.0.0/24"),
        Group=resource("EC2::SecurityGroup", GroupDescription="nfs", VpcId=ref("Vpc")),
        Key=resource(
            "KMS::Key",
            Description=sid,
            KeyPolicy=policy(sid),
            EnableKeyRotation=days > 0,
            **({"RotationPeriodInDays": days} if days else {}),
            Tags=tags(owner=owner),
        ),
        Alias=resource("KMS::Alias", AliasName="alias/fleet", TargetKeyId=ref("Key")),
        Parameter=resource(
            "SSM::Parameter",
            Name="/fleet/x",
            Type="String",
            Value=value,
            Tags={"owner": owner},
        ),
        Files=resource(
            "EFS::FileSystem",
            Encrypted=True,
            KmsKeyId=att("Key", "Arn"),
            ThroughputMode=mode,
            LifecyclePolicies=list(ages),
            BackupPolicy={"Status": backup},
            FileSystemTags=tags(owner=owner),
        ),
        Mount=resource(
            "EFS::MountTarget",
            FileSystemId=ref("Files"),
            SubnetId=ref("Subnet"),
            SecurityGroups=[ref("Group")],
        ),
    )


class StorageTest(StackTest):
    def read(self):
        clients = self.clients
        key, files = {"KeyId": self.physical("Key")}, {"FileSystemId": self.physical("Files")}
        efs = clients.efs
        system = efs.describe_file_systems(**files)["FileSystems"][0]
        mount = {"MountTargetId": self.physical("Mount")}
        rotation = clients.kms.get_key_rotation_status(**key)
        tags_of_key = clients.kms.list_resource_tags(**key)["Tags"]
        return {
            "policy": json.loads(
                clients.kms.get_key_policy(**key, PolicyName="default")["Policy"]
            ),
            "days": rotation.get("RotationPeriodInDays", 0),
            "owner": [tag["TagValue"] for tag in tags_of_key],
            "value": clients.ssm.get_parameter(Name="/fleet/x")["Parameter"]["Value"],
            "mode": system["ThroughputMode"],
            "ages": efs.describe_lifecycle_configuration(**files)["LifecyclePolicies"],
            "backup": efs.describe_backup_policy(**files)["BackupPolicy"]["Status"],
            "groups": efs.describe_mount_target_security_groups(**mount)["SecurityGroups"],
        }

    def test_made_changed_and_removed(self):
        self.create(stack())
        read = self.read()
        self.assertEqual(read["policy"], policy("One"))
        self.assertEqual((read["days"], read["owner"], read["value"]), (365, ["x"], "a"))
        self.assertEqual((read["mode"], read["ages"], read["backup"]), ("elastic", [], "ENABLED"))
        self.assertEqual(read["groups"], [self.physical("Group")])
        ages = [{"TransitionToIA": "AFTER_30_DAYS"}]
        self.update(stack("Two", 0, "b", "bursting", ages, "DISABLED", "y"))
        read = self.read()
        self.assertEqual(read["policy"], policy("Two"))
        self.assertEqual((read["days"], read["owner"], read["value"]), (0, ["y"], "b"))
        self.assertEqual((read["mode"], read["ages"], read["backup"]), ("bursting", ages, "DISABLED"))
        key = self.physical("Key")
        self.delete()
        found = self.clients.kms.describe_key(KeyId=key)["KeyMetadata"]
        self.assertEqual(found["KeyState"], "PendingDeletion")
        self.assertEqual(self.clients.efs.describe_file_systems()["FileSystems"], [])
        self.refused("ParameterNotFound", self.clients.ssm.get_parameter, Name="/fleet/x")


if __name__ == "__main__":
    unittest.main()
