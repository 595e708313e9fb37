"""Route 53: record sets that share a name, names as they are answered, and health checks.

Shapes in the API reference:
- ChangeResourceRecordSets is done as a whole or not at all. Name, type and set identifier tell
  record sets apart; CREATE wants none there, DELETE the very one, UPSERT puts it. A CNAME stands
  alone under its name, and never at the zone's own; record sets that share name and type have one
  routing, each a set identifier; a health check that is named must be there.
- Names come back in lower case, with a dot at the end, all but letters, digits, hyphens,
  underscores and dots as octal numbers: \\052 for an asterisk.
- ListResourceRecordSets goes on at StartRecordIdentifier, which moto ignores.
- Health checks: EnableSNI is true for HTTPS by default, the port 443; ListTagsForResources takes ten
  ids; one that is not there is NoSuchHealthCheck.

A public zone of example.com is there already in every account, since no design makes one.
"""

import re

from . import method

ZONE = "example.com."
ROUTINGS = ("Weight", "Region", "Failover", "GeoLocation", "MultiValueAnswer")
MOST_TAGGED = 10


def fill():
    from moto.core.responses import ActionResult
    from moto.route53 import exceptions
    from moto.route53.models import HealthCheck, Route53Backend
    from moto.route53.responses import Route53

    class Refused(exceptions.Route53ClientError):
        def __init__(self, message):
            super().__init__("InvalidChangeBatch", f"[{message}]")

    _seed(Route53Backend)
    _mend_records(Route53Backend, Route53, ActionResult, exceptions, Refused)
    _mend_checks(HealthCheck, Route53Backend, Route53, exceptions)


def _seed(backend):
    @method(backend, "__init__")
    def start(self, *arguments, **members):
        start.before(self, *arguments, **members)
        self.create_hosted_zone(ZONE, private_zone=False)


def spelled(name):
    """A name as Route 53 answers it."""
    plain = re.sub(r"\\([0-3][0-7]{2})", lambda found: chr(int(found[1], 8)), name)
    lower = plain.lower().rstrip(".") + "."
    return re.sub(r"[^a-z0-9._-]", lambda found: f"\\{ord(found[0]):03o}", lower)


def _mend_records(backend, responses, result, exceptions, refused):
    from moto.route53.models import RecordSet

    def key(record):
        return record.name, record.type, record.set_identifier

    def read(members):
        records = [each["Value"] for each in members.get("ResourceRecords") or []]
        record = RecordSet({**members, "Name": spelled(members["Name"]), "ResourceRecords": records})
        record.ttl = members.get("TTL")
        alias = record.alias_target
        if alias:
            record.alias_target = {**alias, "DNSName": spelled(alias["DNSName"])}
        record.said = {name for name in ROUTINGS if members.get(name) is not None}
        return record

    def content(record):
        ttl = None if record.ttl is None else int(record.ttl)
        routed = (record.weight, record.region, record.failover, record.health_check_id)
        return sorted(record.records), record.alias_target, ttl, routed

    def hold(zone, record, others, checks):
        label = f"DNS name {record.name}, type {record.type}"
        home = spelled(zone.name)
        if record.name != home and not record.name.endswith("." + home):
            raise refused(f"RRSet with DNS name {record.name} is not permitted in zone {home}")
        if bool(record.alias_target) == bool(record.records):
            raise refused("Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords]]")
        if bool(record.records) != (record.ttl is not None):
            raise refused("Expected TTL with ResourceRecords, and with them alone")
        if (record.set_identifier is None) != (not record.said) or len(record.said) > 1:
            raise refused(f"RRSet with {label} needs one routing policy with its SetIdentifier")
        if record.health_check_id and record.health_check_id not in checks:
            raise exceptions.NoSuchHealthCheck(record.health_check_id)
        same = [other for other in others if other.name == record.name]
        if record.type == "CNAME" and record.name == home:
            raise refused(f"RRSet of type CNAME with DNS name {record.name} is not permitted at apex")
        for other in same:
            if other.type != record.type and "CNAME" in (other.type, record.type):
                raise refused(
                    f"RRSet of type {record.type} with DNS name {record.name} is not permitted "
                    "as it conflicts with other records with the same DNS name"
                )
            if other.type == record.type and getattr(other, "said", set()) != record.said:
                raise refused(f"RRSet with {label} is of another routing policy than others there")
            same_place = other.type == record.type and record.region and other.region == record.region
            same_half = other.type == record.type and record.failover == other.failover
            if same_place or (record.failover and same_half):
                raise refused(f"RRSet with {label} has the region or half of another one")

    @method(backend)
    def change_resource_record_sets(self, zoneid, change_list):
        zone = self.get_hosted_zone(zoneid)
        left = list(zone.rrsets)
        for change in change_list:
            action, record = change["Action"], read(change["ResourceRecordSet"])
            there = next((each for each in left if key(each) == key(record)), None)
            named = f"[name='{record.name}', type='{record.type}']"
            if action == "CREATE" and there:
                raise refused(f"Tried to create resource record set {named} but it already exists")
            if action == "DELETE":
                if not there:
                    raise refused(f"Tried to delete resource record set {named} but it was not found")
                if content(there) != content(record):
                    raise refused(
                        f"Tried to delete resource record set {named} but the values provided "
                        "do not match the current values"
                    )
                left.remove(there)
                continue
            others = [each for each in left if each is not there]
            hold(zone, record, others, self.health_checks)
            left = [*others, record]
        zone.rrsets = left

    def order(record):
        reversed_name = ".".join(reversed(record.name.rstrip(".").split(".")))
        return reversed_name, record.type, record.set_identifier or ""

    @method(responses)
    def list_resource_record_sets(self):
        zone = self.backend.get_hosted_zone(self._get_param("HostedZoneId"))
        name, kind = self._get_param("StartRecordName"), self._get_param("StartRecordType")
        if kind and not name:
            raise exceptions.InvalidInput("The input is not valid")
        most = min(int(self._get_param("MaxItems") or 300), 300)
        all_records = sorted(zone.rrsets, key=order)
        if name:
            asked = RecordSet({"Name": spelled(name), "Type": kind or ""})
            asked.set_identifier = self._get_param("StartRecordIdentifier")
            all_records = [each for each in all_records if order(each) >= order(asked)]
        page, rest = all_records[:most], all_records[most:]
        answer = {"ResourceRecordSets": page, "IsTruncated": bool(rest), "MaxItems": most}
        if rest:
            answer["NextRecordName"] = rest[0].name
            answer["NextRecordType"] = rest[0].type
            answer["NextRecordIdentifier"] = rest[0].set_identifier
        return result(answer)


def _mend_checks(check, backend, responses, exceptions):
    @method(check, "__init__")
    def start(self, health_check_id, caller_reference, health_check_args):
        start.before(self, health_check_id, caller_reference, health_check_args)
        secure = self.type_ in ("HTTPS", "HTTPS_STR_MATCH")
        if health_check_args.get("enable_sni") is None:
            self.enable_sni = secure
        if health_check_args.get("port") is None and secure:
            self.port = 443

    @method(backend)
    def delete_health_check(self, health_check_id):
        self.get_health_check(health_check_id)
        self.resource_tags.pop(health_check_id, None)
        delete_health_check.before(self, health_check_id)

    @method(responses)
    def list_tags_for_resources(self):
        ids = self._get_param("ResourceIds") or []
        if len(ids) > MOST_TAGGED:
            raise exceptions.InvalidInput(f"Too many ids: {len(ids)}")
        if self._get_param("ResourceType") == "healthcheck":
            for each in ids:
                self.backend.get_health_check(each)
        return list_tags_for_resources.before(self)
