"""Gap kms_rotation."""

import unittest

from support import SandboxTest


class RotationTest(SandboxTest):
    def setUp(self):
        super().setUp()
        self.kms = self.clients.kms
        self.key = {"KeyId": self.kms.create_key()["KeyMetadata"]["KeyId"]}

    def status(self):
        answer = self.kms.get_key_rotation_status(**self.key)
        del answer["ResponseMetadata"]
        return answer

    def test_a_new_key_is_not_rotated(self):
        self.assertEqual(self.status(), {**self.key, "KeyRotationEnabled": False})

    def test_the_period_is_kept_and_changed(self):
        self.kms.enable_key_rotation(**self.key)
        self.assertEqual(self.status()["RotationPeriodInDays"], 365)
        self.kms.enable_key_rotation(**self.key, RotationPeriodInDays=90)
        self.assertEqual(self.status()["RotationPeriodInDays"], 90)
        self.kms.disable_key_rotation(**self.key)
        self.assertNotIn("RotationPeriodInDays", self.status())


if __name__ == "__main__":
    unittest.main()
