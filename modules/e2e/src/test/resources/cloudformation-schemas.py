"""Prints cfn-lint's schemas of the resource types that are named as arguments, as one JSON object."""

import json
import sys

from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER

schemas = {
    name: PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", name).schema
    for name in sys.argv[1:]
}
json.dump(schemas, sys.stdout)
