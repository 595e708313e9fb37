"""Values of a vendor's properties that its schema does not tell: where any text will not do."""

# By the last name of a place.
FITTING = {
    "InstanceType": "p4d.24xlarge",
    "ImageId": "ami-0fedcba9876543210",
    "CidrIp": "192.0.2.0/24",
    "CidrIpv6": "2001:db8::/32",
    "DestinationCidrBlock": "192.0.2.0/24",
    "KeyName": "back-door",
    "SpotMaxPrice": "9.75",
    "MaxPrice": "9.75",
    "UserData": "ZWNobyBoaQo=",
    "VolumeSize": 777,
    "Iops": 4321,
    "Throughput": 432,
    "SnapshotId": "snap-0fedcba9876543210",
    "KmsKeyId": "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555",
    "Cooldown": "77",
    "StartTime": "2099-05-01T00:00:00Z",
    "EndTime": "2099-06-01T00:00:00Z",
    "EndDate": "2099-06-01T00:00:00Z",
    "ExpirationDate": "2099-05-01T00:00:00Z",
    "TransitionDate": "2099-05-01T00:00:00Z",
    "ValidUntil": "2099-05-01T00:00:00Z",
    "ObjectSizeGreaterThan": "4096",
    "ObjectSizeLessThan": "8192",
    "TimeZone": "Asia/Tokyo",
    "Recurrence": "7 7 * * *",
    "Description": "changed by hand",
    "PermissionsBoundary": "arn:aws:iam::aws:policy/PowerUserAccess",
    "Region": "eu-west-1",
    "RoleArn": "arn:aws:iam::123456789012:role/recall",
    "WeightedCapacity": "7",
    "deadLetterTargetArn": "arn:aws:sqs:us-east-1:123456789012:recall",
    "ConfigurationValues": '{"replicaCount": 7}',
    "EventPattern": {"source": ["aws.recall"]},
    "ScheduleExpression": "rate(7 minutes)",
    "HttpCode": "200-299",
    "IpProtocol": "udp",
    "SslPolicy": "ELBSecurityPolicy-TLS13-1-2-2021-06",
    "KeyPolicy": {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kms:*", "Resource": "*"}],
    },
    "PolicyDocument": {
        "Version": "2012-10-17",
        "Statement": [{
            "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::999999999999:root"}, "Action": "*", "Resource": "*",
        }],
    },
}

# What goes together and the schema does not require: by the name of the object, what it has at least.
WHOLE = {
    "Taints": {"Key": "recall", "Value": "recall", "Effect": "NO_SCHEDULE"},
    "RedrivePolicy": {"deadLetterTargetArn": "arn:aws:sqs:us-east-1:123456789012:recall", "maxReceiveCount": 3},
    "Certificates": {"CertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/recall"},
}

# What else changes with a property, in the same object; None: it goes.
ALONG = {
    "EndDateType": {"EndDate": None},
    "AliasTarget": {"ResourceRecords": None, "TTL": None},
    "ThroughputMode": {"ProvisionedThroughputInMibps": None},
    "ProvisionedThroughputInMibps": {"ThroughputMode": "provisioned"},
    "SpotInstancePools": {"SpotAllocationStrategy": "lowest-price"},
}

# What must be there of a record, too, and stays where it is.
NEEDS = {name: {"SetIdentifier": "recall"} for name in ("Failover", "Region", "Weight")}
ALONG |= {
    "Failover": {"Region": None, "Weight": None},
    "Region": {"Failover": None, "Weight": None},
    "Weight": {"Failover": None, "Region": None},
}

ROUTED_TO = (
    "CarrierGatewayId", "EgressOnlyInternetGatewayId", "GatewayId", "InstanceId", "LocalGatewayId", "NatGatewayId",
    "NetworkInterfaceId", "TransitGatewayId", "VpcPeeringConnectionId",
)
ALONG |= {name: {other: None for other in ROUTED_TO if other != name} for name in ROUTED_TO}
