"""Event rules with their targets."""

import json

from ..api import gone
from .handler import Handler, handles


@handles("AWS::Events::Rule")
class Rule(Handler):
    properties = {
        "Description",
        "EventPattern",
        "Name",
        "RoleArn",
        "ScheduleExpression",
        "State",
        "Tags",
        "Targets",
    }
    name_property = "Name"
    name_limit = 64

    def create(self, work):
        work.physical_id = work.name
        self._put(work, Tags=work.tag_list())
        return work.name

    def identified(self, identifier):
        return identifier["Arn"].rpartition("/")[2]

    def update(self, work):
        events = work.services.events
        self._put(work)
        kept = {target["Id"] for target in work.get("Targets", [])}
        gone_targets = [t["Id"] for t in work.previous.get("Targets", []) if t["Id"] not in kept]
        if gone_targets:
            events.remove_targets(Rule=work.physical_id, Ids=gone_targets)
        arn = self.attributes(work)["Arn"]
        if removed := work.removed_tags():
            events.untag_resource(ResourceARN=arn, TagKeys=removed)
        if work.tags:
            events.tag_resource(ResourceARN=arn, Tags=work.tag_list())

    @staticmethod
    def _put(work, **members):
        events = work.services.events
        for name in ("Description", "RoleArn", "ScheduleExpression", "State"):
            if name in work.properties:
                members[name] = work.get(name)
        if pattern := work.get("EventPattern"):
            members["EventPattern"] = pattern if isinstance(pattern, str) else json.dumps(pattern)
        events.put_rule(Name=work.physical_id, **members)
        if targets := work.get("Targets"):
            events.put_targets(Rule=work.physical_id, Targets=targets)

    def delete(self, work):
        events = work.services.events
        if ids := [target["Id"] for target in work.get("Targets", [])]:
            gone(events.remove_targets, Rule=work.physical_id, Ids=ids)
        gone(events.delete_rule, Name=work.physical_id)

    def attributes(self, work):
        return {"Arn": work.services.events.describe_rule(Name=work.physical_id)["Arn"]}
