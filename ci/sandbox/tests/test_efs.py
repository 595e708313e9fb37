"""Gap efs_file_systems."""

import json
import unittest

from support import SandboxTest


class FileSystemTest(SandboxTest):
    def setUp(self):
        super().setUp()
        self.efs = self.clients.efs
        self.made = self.efs.create_file_system(CreationToken="home", Encrypted=True)
        self.key = {"FileSystemId": self.made["FileSystemId"]}

    def described(self):
        return self.efs.describe_file_systems(**self.key)["FileSystems"][0]

    def test_throughput_is_changed(self):
        self.efs.update_file_system(
            **self.key, ThroughputMode="provisioned", ProvisionedThroughputInMibps=128
        )
        self.assertEqual(self.described()["ProvisionedThroughputInMibps"], 128)
        answer = self.efs.update_file_system(**self.key, ThroughputMode="elastic")
        self.assertEqual(answer["ThroughputMode"], "elastic")
        self.assertNotIn("ProvisionedThroughputInMibps", self.described())

    def test_backups_are_switched_on_and_off(self):
        self.refused("PolicyNotFound", self.efs.describe_backup_policy, **self.key)
        for status in ("ENABLED", "DISABLED"):
            self.efs.put_backup_policy(**self.key, BackupPolicy={"Status": status})
            read = self.efs.describe_backup_policy(**self.key)["BackupPolicy"]
            self.assertEqual(read, {"Status": status})

    def test_a_policy_is_removed(self):
        policy = json.dumps({"Version": "2012-10-17", "Statement": []})
        self.efs.put_file_system_policy(**self.key, Policy=policy)
        self.assertEqual(self.efs.describe_file_system_policy(**self.key)["Policy"], policy)
        self.efs.delete_file_system_policy(**self.key)
        self.refused("PolicyNotFound", self.efs.describe_file_system_policy, **self.key)

    def test_protection_stands_in_every_description(self):
        protection = self.described()["FileSystemProtection"]
        self.assertEqual(protection, {"ReplicationOverwriteProtection": "ENABLED"})

    def test_what_is_gone_is_not_found(self):
        self.efs.delete_file_system(**self.key)
        for operation in (self.efs.describe_backup_policy, self.efs.describe_file_system_policy):
            self.refused("FileSystemNotFound", operation, **self.key)


if __name__ == "__main__":
    unittest.main()
