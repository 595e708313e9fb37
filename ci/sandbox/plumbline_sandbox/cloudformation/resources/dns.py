"""Record sets and health checks of Route 53."""

from ..api import gone
from .handler import Handler, handles


@handles("AWS::Route53::RecordSet")
class RecordSet(Handler):
    SAME = {
        "AliasTarget",
        "Failover",
        "HealthCheckId",
        "Name",
        "Region",
        "SetIdentifier",
        "Type",
        "Weight",
    }
    properties = {"HostedZoneId", "ResourceRecords", "TTL", *SAME}

    def record(self, properties):
        record = {name: value for name, value in properties.items() if name in self.SAME}
        if "ResourceRecords" in properties:
            record["ResourceRecords"] = [
                {"Value": value} for value in properties["ResourceRecords"]
            ]
        if "TTL" in properties:
            record["TTL"] = int(properties["TTL"])
        return record

    def _change(self, work, action, record):
        work.services.route53.change_resource_record_sets(
            HostedZoneId=work.get("HostedZoneId"),
            ChangeBatch={"Changes": [{"Action": action, "ResourceRecordSet": record}]},
        )

    def create(self, work):
        self._change(work, "CREATE", self.record(work.properties))
        return work.get("Name")

    def update(self, work):
        before = work.previous.get("SetIdentifier")
        if before != work.get("SetIdentifier"):
            self._delete(work, before)
        self._change(work, "UPSERT", self.record(work.properties))

    def delete(self, work):
        gone(self._delete, work=work, label=work.get("SetIdentifier"))

    def _delete(self, work, label):
        # Whatever it says by now: deleting wants the very values that are there.
        there = work.services.route53.list_resource_record_sets(
            HostedZoneId=work.get("HostedZoneId"),
            StartRecordName=work.get("Name"),
            StartRecordType=work.get("Type"),
        )
        for record in there["ResourceRecordSets"]:
            same = record["Name"].replace("\\052", "*").rstrip(".") == work.get("Name").rstrip(".")
            kind = record["Type"] == work.get("Type")
            if same and kind and record.get("SetIdentifier") == label:
                self._change(work, "DELETE", record)


@handles("AWS::Route53::HealthCheck")
class HealthCheck(Handler):
    properties = {"HealthCheckConfig", "HealthCheckTags"}
    FIXED = ("Type", "RequestInterval", "MeasureLatency")

    def replaces(self, old, new):
        before, after = old.get("HealthCheckConfig", {}), new.get("HealthCheckConfig", {})
        changed = any(before.get(name) != after.get(name) for name in self.FIXED)
        return {"HealthCheckConfig"} if changed else set()

    def create(self, work):
        self.made = getattr(self, "made", 0) + 1
        check = work.services.route53.create_health_check(
            CallerReference=f"{work.stack_name}-{work.logical_id}-{self.made}",
            HealthCheckConfig=work.get("HealthCheckConfig"),
        )["HealthCheck"]
        work.physical_id = check["Id"]
        self._tag(work)
        return check["Id"]

    def update(self, work):
        config = {
            name: value
            for name, value in work.get("HealthCheckConfig").items()
            if name not in self.FIXED
        }
        work.services.route53.update_health_check(HealthCheckId=work.physical_id, **config)
        self._tag(work)

    @staticmethod
    def _tag(work):
        members = {"ResourceType": "healthcheck", "ResourceId": work.physical_id}
        if removed := work.removed_tags():
            work.services.route53.change_tags_for_resource(**members, RemoveTagKeys=removed)
        if tags := work.tag_list():
            work.services.route53.change_tags_for_resource(**members, AddTags=tags)

    def delete(self, work):
        gone(work.services.route53.delete_health_check, HealthCheckId=work.physical_id)

    def attributes(self, work):
        return {"HealthCheckId": work.physical_id}
