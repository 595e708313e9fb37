"""What speed keeps or writes is what moto would have answered."""

import sys
import unittest

import xmltodict
from support import SANDBOX

sys.path.insert(0, str(SANDBOX))

from plumbline_sandbox.speed import _element  # noqa: E402

DOCUMENTS = (
    {"A": None},
    {"A": ""},
    {"A": "x < y & z > \"q\" 'r'\n\ttail"},
    {"A": {"@xmlns": 'http://x/"quoted"&', "B": "text"}},
    {"A": {"@xmlns": "http://x/"}},
    {"A": {"B": ["1", "2", {"C": None}], "D": {}, "E": True, "F": False, "G": 7}},
    {"A": {"B": []}},
    {"A": {"B": {"#text": "inner", "@kind": "k"}}},
    {"A": {"B": {"item": [{"k": "ä€"}, {"k": ""}]}}},
)


class XmlTest(unittest.TestCase):
    def test_writes_what_xmltodict_writes(self):
        for document in DOCUMENTS:
            with self.subTest(document):
                parts = []
                for name, value in document.items():
                    _element(name, value, parts.append)
                expected = xmltodict.unparse(
                    document, full_document=False, short_empty_elements=True
                )
                self.assertEqual("".join(parts), expected)


if __name__ == "__main__":
    unittest.main()
