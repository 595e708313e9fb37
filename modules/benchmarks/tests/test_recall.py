"""The benchmark of recall: what it changes, and what counts as found."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from recall.changes import NoOther, changed, has, touched  # noqa: E402
from recall.measurement import Measurement, Place  # noqa: E402
from recall.places import Schema  # noqa: E402
from recall.terraform import Terraform, differences  # noqa: E402
from recall.tools import Finding, Plumbline  # noqa: E402

SCHEMA = Schema({
    "properties": {
        "Mode": {"type": "string", "enum": ["off", "on"]},
        "Rules": {"type": "array", "items": {"properties": {"Days": {"type": "integer"}, "Prefix": {"type": "string"}}}},
        "Tags": {"type": "array", "items": {"properties": {"Key": {"type": "string"}, "Value": {"type": "string"}}}},
        "Id": {"type": "string"},
    },
    "readOnlyProperties": ["/properties/Id"],
})
KINDS = {
    "store": {
        "places": {"Rules/Days": ["rules/[]/expireAfter/days"], "Rules/Prefix": ["rules/[]/prefix"], "Mode": ["mode"]},
        "terraformTypes": {"": "aws_store", "rules": "aws_store_rules"},
        "terraformPlaces": {
            "rules/[]/expireAfter/days": ["rules:rule/days"], "rules/[]/prefix": ["rules:rule/prefix"], "mode": ["mode"],
        },
    }
}


def none(physical):
    return None


class ChangesTest(unittest.TestCase):
    def test_what_is_read_only_is_no_place(self):
        self.assertEqual(SCHEMA.mutable, ["Mode", "Rules/Days", "Rules/Prefix", "Tags/Key", "Tags/Value"])

    def test_changes_one_place_and_leaves_the_rest(self):
        before = {"Mode": "on", "Rules": [{"Days": 7, "Prefix": "a"}]}
        after = changed(SCHEMA, "Rules/Days", before, none)
        self.assertEqual(after, {"Mode": "on", "Rules": [{"Days": 8, "Prefix": "a"}]})
        self.assertEqual(touched(before, after), {"Rules/Days"})

    def test_makes_what_a_place_stands_in(self):
        self.assertEqual(changed(SCHEMA, "Rules/Days", {}, none), {"Rules": [{"Days": 1}]})

    def test_has_further_values_until_none_is_left(self):
        self.assertEqual(changed(SCHEMA, "Mode", {}, none, 1), {"Mode": "off"})
        with self.assertRaises(NoOther):
            changed(SCHEMA, "Mode", {"Mode": "on"}, none, 1)

    def test_changes_the_tag_that_says_whose_it_is(self):
        tags = [{"Key": "team", "Value": "x"}, {"Key": "plumbline:id", "Value": "store"}]
        after = changed(SCHEMA, "Tags/Value", {"Tags": tags}, none)
        self.assertEqual([tag["Value"] for tag in after["Tags"]], ["x", "store-recall"])

    def test_says_how_much_of_a_place_is_there(self):
        there = {"Rules": [{"Prefix": "a"}]}
        self.assertEqual([has(p, there) for p in ("Rules/Prefix", "Rules/Days", "Mode")], [1, 0.5, 0])


class FoundTest(unittest.TestCase):
    def setUp(self):
        self.place = Place("store", "", "Rules/Days")

    def test_plumbline_names_the_address_and_the_attribute(self):
        tool = Plumbline([], KINDS)
        for attribute, found in (
            ("rules/logs/expireAfter/days", True), ("rules", True), ("rules/a.b/c", True), ("mode", False), ("rules/logs/prefix", False),
        ):
            said = Finding("changed", "data/store", attribute, "store")
            self.assertEqual(tool.names(said, "data/store", "store", self.place), found, attribute)
            self.assertFalse(tool.names(said, "other/store", "store", self.place))

    def test_terraform_names_the_resource_and_the_attribute(self):
        tool = Terraform(Path(), Path(), KINDS)
        for kind, attribute, found in (
            ("aws_store_rules", "rule/days", True), ("aws_store_rules", "rule/prefix", False), ("aws_store", "mode", False),
        ):
            said = Finding("changed", f"{kind}.data_store", attribute, kind)
            self.assertEqual(tool.names(said, "data/store", "store", self.place), found, attribute)

    def test_in_a_map_of_terraform_any_key_will_do(self):
        kinds = {"store": {
            "places": {"Tags/Key": ["labels"], "Mode": ["mode"]}, "terraformTypes": {"": "aws_store"},
            "terraformPlaces": {"labels": ["filter/labels/sample"], "mode": ["filter/mode"]},
        }}
        said = Finding("changed", "aws_store.data", "filter/labels/team", "aws_store")
        tool = Terraform(Path(), Path(), kinds)
        self.assertTrue(tool.names(said, "data", "store", Place("store", "", "Tags/Key")))
        self.assertFalse(tool.names(said, "data", "store", Place("store", "", "Mode")))

    def test_differences_are_innermost_and_of_new_blocks_too(self):
        before = {"rule": [], "mode": "on", "tags": {"a": "1"}}
        after = {"rule": [{"days": 7, "prefix": None}], "mode": "on", "tags": {"a": "2"}}
        self.assertEqual({path for path, _, _ in differences("", before, after)}, {"rule/days", "tags/a"})


class Answers:
    """An account with one resource, and a tool that sees some of what it is told."""

    name, folds = "tool", True
    resources = {"Store": ("T", "store")}

    def __init__(self, seen, kept):
        self.seen, self.kept, self.known = seen, kept, {"Mode": "off", "Rules": [{"Days": 7, "Prefix": "a"}]}
        self.answers = {}

    def properties(self, logical):
        return self.known

    def change(self, logical, was, became):
        self.known = became

    def alike(self, physical):
        return None

    def findings(self):
        told = {name: value for name, value in self.known.items() if name in self.kept}
        self.answers["state"] = str(told)
        was = {"Mode": "off", "Rules": [{"Days": 7, "Prefix": "a"}]}
        return {Finding("changed", "data", place, "store") for place in touched(was, {**was, **told}) & self.seen}

    def names(self, finding, resource, kind, place):
        return finding.attribute == place.path

    def is_about(self, finding, resource, kind):
        return finding.resource == resource


class MeasurementTest(unittest.TestCase):
    def outcomes(self, seen, kept, *paths):
        there = Answers(seen, kept)
        measurement = Measurement(there, there, {"T": SCHEMA}, {"Store": ("data", "store", "")}, there)
        outcomes = measurement.run([Place("store", "", path) for path in paths])
        return {place.path: outcome.said for place, outcome in outcomes.items()}

    def test_tells_found_from_missed_and_from_what_was_not_kept(self):
        self.assertEqual(
            self.outcomes({"Rules/Days"}, {"Rules"}, "Rules/Days", "Rules/Prefix", "Mode"),
            {"Rules/Days": "found", "Rules/Prefix": "missed", "Mode": "not changed"},
        )


if __name__ == "__main__":
    unittest.main()
