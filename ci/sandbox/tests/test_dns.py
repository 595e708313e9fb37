"""Gap dns, and the stack resources of the same name."""

import unittest

from support import StackTest, ref, resource, tags, template

HOST = "api.example.com"


def check(path="/health", interval=30, owner="x"):
    return resource(
        "Route53::HealthCheck",
        HealthCheckConfig={
            "Type": "HTTPS",
            "FullyQualifiedDomainName": "front.example.net",
            "Port": 443,
            "ResourcePath": path,
            "RequestInterval": interval,
        },
        HealthCheckTags=tags(owner=owner),
    )


def record(zone, weight=100, ttl="300", value="192.0.2.1", label="east"):
    return resource(
        "Route53::RecordSet",
        HostedZoneId=zone,
        Name=HOST,
        Type="A",
        SetIdentifier=label,
        Weight=weight,
        TTL=ttl,
        ResourceRecords=[value],
        HealthCheckId=ref("Check"),
    )


class DnsTest(StackTest):
    def setUp(self):
        super().setUp()
        self.dns = self.clients.route53
        zones = self.dns.list_hosted_zones()["HostedZones"]
        self.zone = next(z for z in zones if z["Name"] == "example.com.")["Id"]

    def change(self, action, name=HOST, kind="A", values=("192.0.2.1",), ttl=300, **members):
        record = {"Name": name, "Type": kind, **members}
        if values:
            record["ResourceRecords"] = [{"Value": value} for value in values]
        if ttl is not None:
            record["TTL"] = ttl
        batch = {"Changes": [{"Action": action, "ResourceRecordSet": record}]}
        return {"HostedZoneId": self.zone, "ChangeBatch": batch}

    def put(self, action="UPSERT", **members):
        self.dns.change_resource_record_sets(**self.change(action, **members))

    def refuse(self, action="UPSERT", **members):
        operation = self.dns.change_resource_record_sets
        return self.refused("InvalidChangeBatch", operation, **self.change(action, **members))

    def records(self, **members):
        found = self.dns.list_resource_record_sets(HostedZoneId=self.zone, **members)
        return [r for r in found["ResourceRecordSets"] if r["Type"] not in ("NS", "SOA")]

    def test_a_public_zone_is_there(self):
        zone = self.dns.get_hosted_zone(Id=self.zone)["HostedZone"]
        self.assertFalse(zone["Config"]["PrivateZone"])
        self.assertRegex(zone["Id"], "^/hostedzone/Z[A-Z0-9]{1,32}$")

    def test_names_come_back_spelled_in_one_way(self):
        self.put(name="*.API.Example.com", values=["192.0.2.1", "192.0.2.2"])
        (found,) = self.records()
        self.assertEqual(found["Name"], "\\052.api.example.com.")
        self.assertEqual(len(found["ResourceRecords"]), 2)
        self.assertEqual(found["TTL"], 300)

    def test_siblings_are_told_apart_by_their_identifiers(self):
        self.put(SetIdentifier="east", Weight=1)
        self.put(SetIdentifier="west", Weight=2)
        self.put(name="other.example.com", SetIdentifier="east", Weight=3)
        self.put("DELETE", SetIdentifier="east", Weight=1)
        self.assertEqual([r["Weight"] for r in self.records()], [2, 3])
        self.assertIn("already exists", self.refuse("CREATE", SetIdentifier="west", Weight=9))
        self.assertIn("do not match", self.refuse("DELETE", SetIdentifier="west", Weight=9))
        self.assertIn("not found", self.refuse("DELETE", SetIdentifier="east", Weight=1))

    def test_pages_go_on_within_a_name(self):
        for number in range(5):
            self.put(SetIdentifier=f"s{number}", Weight=number)
        pages = self.dns.get_paginator("list_resource_record_sets").paginate(
            HostedZoneId=self.zone, PaginationConfig={"PageSize": 2}
        )
        found = [r.get("Weight") for page in pages for r in page["ResourceRecordSets"]]
        self.assertEqual(found, [None, None, 0, 1, 2, 3, 4])

    def test_what_route_53_refuses(self):
        self.refuse(name="api.example.org")
        self.refuse(ttl=None)
        self.refuse(name="example.com", kind="CNAME", values=["a.example.net"])
        self.refuse(Weight=1)
        self.refuse(SetIdentifier="east")
        self.put(SetIdentifier="east", Weight=1)
        self.refuse()
        self.refuse(kind="CNAME", values=["a.example.net"])
        self.refuse(SetIdentifier="west", Failover="PRIMARY")
        self.refused(
            "NoSuchHealthCheck",
            self.dns.change_resource_record_sets,
            **self.change("UPSERT", SetIdentifier="west", Weight=1, HealthCheckId="nobody"),
        )

    def test_half_of_a_batch_is_none(self):
        both = self.change("CREATE")
        both["ChangeBatch"]["Changes"] += self.change("CREATE", name="x.example.org")[
            "ChangeBatch"
        ]["Changes"]
        self.refused("InvalidChangeBatch", self.dns.change_resource_record_sets, **both)
        self.assertEqual(self.records(), [])

    def test_an_encrypted_check_names_its_host(self):
        made = self.dns.create_health_check(
            CallerReference="1",
            HealthCheckConfig={"Type": "HTTPS", "FullyQualifiedDomainName": "a.example.net"},
        )["HealthCheck"]
        self.assertTrue(made["HealthCheckConfig"]["EnableSNI"])
        self.assertEqual(made["HealthCheckConfig"]["Port"], 443)
        self.dns.delete_health_check(HealthCheckId=made["Id"])
        self.refused("NoSuchHealthCheck", self.dns.delete_health_check, HealthCheckId=made["Id"])

    def read(self):
        (found,) = self.records()
        check = self.dns.get_health_check(HealthCheckId=found["HealthCheckId"])["HealthCheck"]
        own = self.dns.list_tags_for_resources(
            ResourceType="healthcheck", ResourceIds=[check["Id"]]
        )["ResourceTagSets"][0]["Tags"]
        return found, check, {tag["Key"]: tag["Value"] for tag in own}

    def test_a_stack_makes_changes_and_removes_them(self):
        self.create(template(Check=check(), Api=record(self.zone)))
        found, before, own = self.read()
        self.assertEqual((found["Weight"], found["TTL"]), (100, 300))
        self.assertEqual(own["owner"], "x")

        changed = check(path="/ready", owner="y")
        self.update(template(Check=changed, Api=record(self.zone, 5, "60", "192.0.2.9")))
        found, after, own = self.read()
        self.assertEqual((found["Weight"], found["TTL"]), (5, 60))
        self.assertEqual(found["ResourceRecords"], [{"Value": "192.0.2.9"}])
        self.assertEqual(after["HealthCheckConfig"]["ResourcePath"], "/ready")
        self.assertEqual((after["Id"], own["owner"]), (before["Id"], "y"))

        self.update(template(Check=check(interval=10), Api=record(self.zone)))
        self.assertNotEqual(self.read()[1]["Id"], before["Id"])

        self.update(template(Check=check(interval=10), Api=record(self.zone, label="west")))
        self.assertEqual(self.read()[0]["SetIdentifier"], "west")

        self.put(SetIdentifier="west", Weight=77, HealthCheckId=self.read()[1]["Id"])
        self.delete()
        self.assertEqual(self.records(), [])
        self.assertEqual(self.dns.list_health_checks()["HealthChecks"], [])


if __name__ == "__main__":
    unittest.main()
