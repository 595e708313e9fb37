"""Route 53: record sets that share a name, names as they are answered, and health checks.

Shapes in the API reference:
- ChangeResourceRecordSets is done as a whole or not at all. Name, type and set identifier tell
  record sets apart; CREATE wants none there, DELETE the very one, UPSERT puts it. A CNAME stands
  alone under its name, and never at the zone's own; record sets that share name and type have one
  routing, each a set identifier; a health check that is named must be there.
- Names come back in lower case, with a dot at the end, all but letters, digits, hyphens,
  underscores and dots as octal numbers: \\052 for an asterisk.
- ListResourceRecordSets goes on at StartRecordIdentifier, which moto ignores.
- Ids of zones begin with Z.
- Health checks: EnableSNI is true for HTTPS by default, the port 443; ListTagsForResources takes
  ten ids; one that is not there is NoSuchHealthCheck.

A public zone of example.com is there already in every account, since no design makes one.
"""

import re

from . import method

ZONE = "example.com."
ROUTINGS = ("weight", "region", "failover", "geo_location", "multi_value_answer")
PAGE = 300
MOST_TAGGED = 10


def fill():
    from moto.core.responses import ActionResult
    from moto.route53 import exceptions, models
    from moto.route53.models import HealthCheck, Route53Backend
    from moto.route53.responses import Route53

    class Refused(exceptions.Route53ClientError):
        def __init__(self, message):
            super().__init__("InvalidChangeBatch", f"[{message}]")

    _name_zones(models)
    _seed(Route53Backend)
    _mend_records(Route53Backend, Route53, ActionResult, exceptions, Refused)
    _mend_checks(HealthCheck, Route53Backend, Route53, exceptions)


def _name_zones(models):
    @method(models)
    def create_route53_zone_id(*arguments, **members):
        return "Z" + create_route53_zone_id.before(*arguments, **members)[1:]


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


def _routing(record):
    """The routing that a record set says; one that says several is refused."""
    return {name for name in ROUTINGS if getattr(record, name, None) is not None}


def _key(record):
    return record.name, record.type, record.set_identifier


def _content(record):
    """What a deletion must say as it is."""
    ttl = None if record.ttl is None else int(record.ttl)
    routed = (record.weight, record.region, record.failover, record.health_check_id)
    return sorted(record.records), record.alias_target, ttl, routed


def _order(record):
    reversed_name = ".".join(reversed(record.name.rstrip(".").split(".")))
    return reversed_name, record.type, record.set_identifier or ""


def _fault(zone, record):
    """What is wrong with a record set by itself; None where nothing is."""
    home = spelled(zone.name)
    if record.name != home and not record.name.endswith("." + home):
        return f"RRSet with DNS name {record.name} is not permitted in zone {home}"
    if bool(record.alias_target) == bool(record.records):
        return "Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords]]"
    if bool(record.records) != (record.ttl is not None):
        return "Expected TTL with ResourceRecords, and with them alone"
    if len(_routing(record)) != (0 if record.set_identifier is None else 1):
        return f"RRSet with DNS name {record.name} needs one routing with its SetIdentifier"
    if record.type == "CNAME" and record.name == home:
        return f"RRSet of type CNAME with DNS name {record.name} is not permitted at apex"
    return None


def _clash(record, other):
    """Why two record sets of one name cannot be; None where they can."""
    if other.type != record.type:
        clash = "CNAME" in (other.type, record.type)
        return "it conflicts with other records with the same DNS name" if clash else None
    if _routing(other) != _routing(record):
        return "others there have another routing policy"
    same_region = record.region is not None and other.region == record.region
    same_half = record.failover is not None and other.failover == record.failover
    return "another one has the same region or half" if same_region or same_half else None


def _mend_records(backend, responses, result, exceptions, refused):
    from moto.route53.models import RecordSet

    def read(members):
        values = [each["Value"] for each in members.get("ResourceRecords") or []]
        name = spelled(members["Name"])
        record = RecordSet({**members, "Name": name, "ResourceRecords": values})
        record.ttl = members.get("TTL")
        if alias := record.alias_target:
            record.alias_target = {**alias, "DNSName": spelled(alias["DNSName"])}
        return record

    def hold(zone, record, others, checks):
        if fault := _fault(zone, record):
            raise refused(fault)
        if record.health_check_id and record.health_check_id not in checks:
            raise exceptions.NoSuchHealthCheck(record.health_check_id)
        for other in others:
            if other.name == record.name and (clash := _clash(record, other)):
                raise refused(f"RRSet of {record.name} {record.type} is not permitted: {clash}")

    def delete(there, record, left, named):
        if not there:
            raise refused(f"Tried to delete {named} but it was not found")
        if _content(there) != _content(record):
            raise refused(
                f"Tried to delete {named} but the values provided do not match the current values"
            )
        left.remove(there)

    @method(backend)
    def change_resource_record_sets(self, zoneid, change_list):
        zone = self.get_hosted_zone(zoneid)
        left = list(zone.rrsets)
        for change in change_list:
            action, record = change["Action"], read(change["ResourceRecordSet"])
            there = next((each for each in left if _key(each) == _key(record)), None)
            named = f"resource record set [name='{record.name}', type='{record.type}']"
            if action == "DELETE":
                delete(there, record, left, named)
                continue
            if action == "CREATE" and there:
                raise refused(f"Tried to create {named} but it already exists")
            left = [each for each in left if each is not there]
            hold(zone, record, left, self.health_checks)
            left.append(record)
        zone.rrsets = left

    @method(responses)
    def list_resource_record_sets(self):
        zone = self.backend.get_hosted_zone(self._get_param("HostedZoneId"))
        name, kind = self._get_param("StartRecordName"), self._get_param("StartRecordType")
        if kind and not name:
            raise exceptions.InvalidInput("The input is not valid")
        most = min(int(self._get_param("MaxItems") or PAGE), PAGE)
        found = sorted(zone.rrsets, key=_order)
        if name:
            label = self._get_param("StartRecordIdentifier")
            asked = RecordSet({"Name": spelled(name), "Type": kind or "", "SetIdentifier": label})
            found = [each for each in found if _order(each) >= _order(asked)]
        page, rest = found[:most], found[most:]
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
