"""What AWS does, as its documents say or its answers show; API references of November 2026."""

# Lists that come as they were given, since their order means something, or the service keeps it.
KEPT = {
    "Overrides",  # MixedInstancesPolicy: first wanted, first tried
    "TerminationPolicies",  # tried in this order
    "DefaultActions",
    "Actions",  # of a listener rule; the last one ends it
    "Layers",  # later ones lie over earlier ones
    "Command",
    "EntryPoint",
    "instanceTypes",  # of a node group: priorities
    "BlockDeviceMappings",
    "NetworkInterfaces",  # of a launch template, as it was written
    "MetricSpecifications",
    "Rules",  # of a bucket's lifecycle: Terraform's provider takes another order for an error
    "Versions",
    "IpRanges",
}

# Texts that are lists without an order.
COMMA_LISTS = {"VPCZoneIdentifier"}

ACCOUNT = "123456789012"
REGION = "us-east-1"

# Keys that may be asked for by id, and are answered as ARNs.
ARNS = {("efs", "KmsKeyId"), ("fsx", "KmsKeyId")}


def arn(service, member, text):
    return text if text.startswith("arn:") else f"arn:aws:kms:{REGION}:{ACCOUNT}:key/{text}"


GROUPS = "/AutoScalingGroups"
DISTRIBUTION = GROUPS + "/MixedInstancesPolicy/InstancesDistribution"
FULL_ACCESS = (
    '{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*",'
    '"Resource":"*"}]}'
)

# By service, operation and place: what stands there if the client said nothing of it.
FILLED_IN = {
    ("autoscaling", "DescribeAutoScalingGroups", GROUPS): {
        "DefaultCooldown": 300,
        "HealthCheckType": "EC2",
        "NewInstancesProtectedFromScaleIn": False,
        "TerminationPolicies": ["Default"],
        "TrafficSources": [],
        "ServiceLinkedRoleARN": f"arn:aws:iam::{ACCOUNT}:role/aws-service-role/"
        "autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
        "AvailabilityZoneDistribution": {"CapacityDistributionStrategy": "balanced-best-effort"},
        "AvailabilityZoneImpairmentPolicy": {
            "ZonalShiftEnabled": False,
            "ImpairedZoneHealthCheckBehavior": "IgnoreUnhealthy",
        },
        "CapacityReservationSpecification": {"CapacityReservationPreference": "default"},
    },
    ("autoscaling", "DescribeAutoScalingGroups", DISTRIBUTION): {
        "OnDemandAllocationStrategy": "prioritized",
        "OnDemandBaseCapacity": 0,
        "OnDemandPercentageAboveBaseCapacity": 100,
        "SpotAllocationStrategy": "lowest-price",
    },
    ("ec2", "DescribeVpcs", "/Vpcs"): {
        "InstanceTenancy": "default",
        "BlockPublicAccessStates": {"InternetGatewayBlockMode": "off"},
    },
    ("ec2", "DescribeSubnets", "/Subnets"): {
        "AssignIpv6AddressOnCreation": False,
        "MapCustomerOwnedIpOnLaunch": False,
        "EnableDns64": False,
        "Ipv6Native": False,
        "PrivateDnsNameOptionsOnLaunch": {
            "HostnameType": "ip-name",
            "EnableResourceNameDnsARecord": False,
            "EnableResourceNameDnsAAAARecord": False,
        },
        "BlockPublicAccessStates": {"InternetGatewayBlockMode": "off"},
    },
    ("ec2", "DescribeLaunchTemplates", "/LaunchTemplates"): {"Operator": {"Managed": False}},
    ("ec2", "DescribeLaunchTemplateVersions", "/LaunchTemplateVersions"): {
        "Operator": {"Managed": False}
    },
    ("ec2", "DescribeNatGateways", "/NatGateways"): {"ConnectivityType": "public"},
    ("ec2", "DescribeAddresses", "/Addresses"): {
        "PublicIpv4Pool": "amazon",
        "NetworkBorderGroup": REGION,
        "Domain": "vpc",
    },
    ("ec2", "DescribeVpcEndpoints", "/VpcEndpoints"): {
        "IpAddressType": "ipv4",
        "RequesterManaged": False,
        "PolicyDocument": FULL_ACCESS,
    },
    ("ec2", "DescribeFlowLogs", "/FlowLogs"): {
        "MaxAggregationInterval": 600,
        "DestinationOptions": {
            "FileFormat": "plain-text",
            "HiveCompatiblePartitions": False,
            "PerHourPartition": False,
        },
    },
    ("ec2", "DescribeCapacityReservations", "/CapacityReservations"): {
        "Tenancy": "default",
        "EbsOptimized": False,
        "EphemeralStorage": False,
        "InstanceMatchCriteria": "open",
    },
    ("efs", "DescribeFileSystems", "/FileSystems"): {
        "PerformanceMode": "generalPurpose",
        "ThroughputMode": "bursting",
        "FileSystemProtection": {"ReplicationOverwriteProtection": "ENABLED"},
    },
    ("eks", "DescribeCluster", "/cluster"): {
        "upgradePolicy": {"supportType": "EXTENDED"},
        "zonalShiftConfig": {"enabled": False},
        "deletionProtection": False,
    },
    ("eks", "DescribeNodegroup", "/nodegroup"): {
        "capacityType": "ON_DEMAND",
        "updateConfig": {"maxUnavailable": 1},
        "nodeRepairConfig": {"enabled": False},
    },
    ("events", "DescribeRule", ""): {"EventBusName": "default", "State": "ENABLED"},
    ("iam", "GetRole", "/Role"): {"MaxSessionDuration": 3600, "RoleLastUsed": {}},
    ("lambda", "GetFunction", "/Configuration"): {
        "Architectures": ["x86_64"],
        "EphemeralStorage": {"Size": 512},
        "PackageType": "Zip",
        "SnapStart": {"ApplyOn": "None", "OptimizationStatus": "Off"},
        "TracingConfig": {"Mode": "PassThrough"},
    },
    ("lambda", "ListEventSourceMappings", "/EventSourceMappings"): {
        "MaximumBatchingWindowInSeconds": 0,
        "FunctionResponseTypes": [],
    },
    ("logs", "DescribeLogGroups", "/logGroups"): {"logGroupClass": "STANDARD"},
    ("s3", "GetBucketEncryption", "/Rules"): {"BucketKeyEnabled": False},
    ("ssm", "DescribeParameters", "/Parameters"): {
        "Tier": "Standard",
        "DataType": "text",
        "Policies": [],
    },
}


def filled_in(service, operation, path):
    return FILLED_IN.get((service, operation, path), {}).items()


# Attributes of load balancers and their targets, which are lists of keys and values.
OF_BALANCERS = {
    "access_logs.s3.enabled": "false",
    "access_logs.s3.bucket": "",
    "access_logs.s3.prefix": "",
    "deletion_protection.enabled": "false",
    "zonal_shift.config.enabled": "false",
}
OF_APPLICATION_BALANCERS = {
    "client_keep_alive.seconds": "3600",
    "connection_logs.s3.enabled": "false",
    "connection_logs.s3.bucket": "",
    "connection_logs.s3.prefix": "",
    "load_balancing.cross_zone.enabled": "true",
    "routing.http.desync_mitigation_mode": "defensive",
    "routing.http.drop_invalid_header_fields.enabled": "false",
    "routing.http.preserve_host_header.enabled": "false",
    "routing.http.x_amzn_tls_version_and_cipher_suite.enabled": "false",
    "routing.http.xff_client_port.enabled": "false",
    "routing.http.xff_header_processing.mode": "append",
    "routing.http2.enabled": "true",
    "waf.fail_open.enabled": "false",
}
OF_TARGETS = {
    "deregistration_delay.timeout_seconds": "300",
    "load_balancing.cross_zone.enabled": "use_load_balancer_configuration",
    "stickiness.enabled": "false",
    "target_group_health.dns_failover.minimum_healthy_targets.count": "1",
    "target_group_health.dns_failover.minimum_healthy_targets.percentage": "off",
    "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count": "1",
    "target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage": "off",
}


def entries(service, operation, items):
    """Keys with the values that AWS gives them, as far as the list has none of its own."""
    if service != "elbv2" or not operation.endswith("Attributes"):
        return []
    there = {item["Key"] for item in items}
    wanted = dict(OF_TARGETS if operation == "DescribeTargetGroupAttributes" else OF_BALANCERS)
    if "idle_timeout.timeout_seconds" in there:
        wanted.update(OF_APPLICATION_BALANCERS)
    return [{"Key": key, "Value": value} for key, value in wanted.items() if key not in there]
