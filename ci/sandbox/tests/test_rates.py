"""Gap rates: the sandbox can be as far away as AWS, and mind how often it is asked."""

import json
import time
import unittest
import urllib.request

from botocore.exceptions import ClientError
from support import SandboxTest, endpoint
from test_limits import limit


def taken():
    with urllib.request.urlopen(f"{endpoint()}/plumbline/rates", timeout=30) as answer:
        return json.load(answer)


class RatesTest(SandboxTest):
    def setUp(self):
        super().setUp()
        self.addCleanup(limit)

    def refused_at(self, most, call):
        for number in range(most):
            try:
                call()
            except ClientError as refused:
                return number, refused.response["Error"]["Code"]
        return most, None

    def test_nobody_is_refused_until_rates_are_kept(self):
        limit()
        self.assertEqual(self.refused_at(60, self.clients.route53.list_hosted_zones), (60, None))
        self.assertEqual(taken(), {})

    def test_who_asks_too_often_is_refused_until_tokens_come_back(self):
        limit(rates=1)
        number, code = self.refused_at(60, self.clients.route53.list_hosted_zones)
        self.assertGreaterEqual(number, 5)
        self.assertLess(number, 60)
        self.assertEqual(code, "Throttling")
        bucket = taken()["123456789012 us-east-1 route53"]
        self.assertEqual((bucket["size"], bucket["refused"]), (5, 1))
        self.assertEqual(bucket["taken"], {"ListHostedZones": number})
        time.sleep(0.5)
        self.clients.route53.list_hosted_zones()

    def test_ec2_limits_each_action_and_leaves_more_room_where_pages_are_asked_for(self):
        limit(rates=1)
        self.clients.ec2.describe_vpcs()
        self.clients.ec2.describe_subnets(MaxResults=100)
        sizes = {name.split()[-1]: bucket["size"] for name, bucket in taken().items()}
        self.assertEqual(sizes, {"ec2:DescribeVpcs": 50, "ec2:DescribeSubnets": 100})

    def test_each_service_says_it_in_its_own_words(self):
        limit(rates=1)
        listing = self.clients.secretsmanager.list_secrets
        self.assertEqual(self.refused_at(400, listing)[1], "ThrottlingException")
        self.assertEqual(self.refused_at(400, self.clients.s3.list_buckets)[1], "SlowDown")
        vpcs = self.clients.ec2.describe_vpcs
        self.assertEqual(self.refused_at(900, vpcs)[1], "RequestLimitExceeded")

    def test_an_answer_is_on_its_way_for_a_while(self):
        limit(latency=0.2)
        began = time.monotonic()
        self.clients.ec2.describe_vpcs()
        self.assertGreaterEqual(time.monotonic() - began, 0.2)


if __name__ == "__main__":
    unittest.main()
