"""Gap fsx_associations."""

import unittest

from support import SandboxTest


class AssociationsTest(SandboxTest):
    def test_there_are_none(self):
        answer = self.clients.fsx.describe_data_repository_associations()
        self.assertEqual(answer["Associations"], [])


if __name__ == "__main__":
    unittest.main()
