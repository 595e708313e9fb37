"""Resources as they are, against what was deployed: what a drift-reverting change set starts from.

As AWS's user guide has it (Using drift-aware change sets, read 2026-11-25): what the template does
not say is not compared; tag keys that it does not name are left alone; what cannot be changed in
place is not put back; what is gone is made again; and what AWS moves itself stays.
"""

import copy
import dataclasses
import json

from . import schema
from .live import GONE, READERS, TAGS
from .stack import now
from .work import work_on


def actual(resource, stack, services):
    """A copy of a resource with what is there now, and its drift status; None where it is gone."""
    reader = READERS.get(resource.resource_type)
    if reader is None:
        return resource, "NOT_CHECKED"
    live = reader(work_on(resource, stack, services))
    if live is GONE:
        return None, "DELETED"
    fixed = schema.of(resource.resource_type).create_only
    result = dataclasses.replace(
        resource,
        properties=copy.deepcopy(resource.properties),
        tags=dict(resource.tags),
        known_attributes=None,
    )
    for name, value in live.items():
        if name in resource.properties and name not in fixed:
            _take(result.properties, name, value)
    _take_tags(result.tags, live.get(TAGS))
    same = (result.properties, result.tags) == (resource.properties, resource.tags)
    return result, "IN_SYNC" if same else "MODIFIED"


def _take(properties, name, value):
    said = properties[name]
    if means_the_same(said, value):
        return
    if value is None:
        del properties[name]
    elif isinstance(said, list) and isinstance(value, list):
        properties[name] = [_as_said(item, said) for item in value]
    else:
        properties[name] = value


def _as_said(item, said):
    """A live item of a list in the template's words, where the template has it."""
    return next((each for each in said if means_the_same(each, item)), item)


def _take_tags(tags, there):
    if there is None:
        return
    for key in list(tags):
        if key not in there:
            del tags[key]
        else:
            tags[key] = there[key]


def means_the_same(said, there):
    """Whether a live value is what the template says; more members than it says are defaults."""
    if isinstance(said, str) and isinstance(there, dict):
        return means_the_same(json.loads(said), there)
    if isinstance(said, dict):
        return isinstance(there, dict) and all(
            means_the_same(value, there.get(name)) for name, value in said.items()
        )
    if isinstance(said, list):
        if not isinstance(there, list) or len(said) != len(there):
            return False
        return all(any(means_the_same(each, item) for item in there) for each in said)
    return there is not None and str(said).lower() == str(there).lower()


def detail(name, deployed, there):
    """What a change's detail says of the drift of a property; nothing where there is none."""
    before, actual_value = deployed.properties.get(name), there.properties.get(name)
    if before == actual_value:
        return {}
    return {
        "BeforeValueFrom": "ACTUAL_STATE",
        "AfterValueFrom": "TEMPLATE",
        "Drift": {
            "PreviousValue": json.dumps(before, default=str),
            "ActualValue": json.dumps(actual_value, default=str),
            "DriftDetectionTimestamp": now(),
        },
    }
