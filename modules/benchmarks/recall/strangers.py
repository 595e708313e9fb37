"""Things of somebody else in the same account, to which ours can be pointed."""

from recall.values import FITTING

ZIP = bytes.fromhex("504b0506" + "00" * 18)  # an empty archive
ROLE = "arn:aws:iam::123456789012:role/recall"


def settle(session, url):
    """Makes them, and lets the properties that could name them do so."""
    clients = {name: session.client(name, endpoint_url=url)
               for name in ("ec2", "elbv2", "kms", "lambda", "route53", "sqs", "iam")}
    ec2 = clients["ec2"]
    vpc = ec2.create_vpc(CidrBlock="10.200.0.0/16")["Vpc"]["VpcId"]
    other = ec2.create_vpc(CidrBlock="10.201.0.0/16")["Vpc"]["VpcId"]
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.200.1.0/24")["Subnet"]["SubnetId"]
    ec2.create_placement_group(GroupName="recall", Strategy="cluster")
    peering = ec2.create_vpc_peering_connection(VpcId=vpc, PeerVpcId=other)["VpcPeeringConnection"]
    outward = ec2.create_egress_only_internet_gateway(VpcId=vpc)["EgressOnlyInternetGateway"]
    clients["iam"].create_role(RoleName="recall", AssumeRolePolicyDocument=(
        '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",'
        ' "Principal": {"Service": "lambda.amazonaws.com"}}]}'))
    key = clients["kms"].create_key()["KeyMetadata"]
    health = clients["route53"].create_health_check(
        CallerReference="recall", HealthCheckConfig={"Type": "TCP", "IPAddress": "192.0.2.1", "Port": 443})
    clients["sqs"].create_queue(QueueName="recall")
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    FITTING.update({
        "GatewayId": gateway,
        "PlacementGroup": "recall",
        "NetworkInterfaceId": ec2.create_network_interface(SubnetId=subnet)["NetworkInterface"]["NetworkInterfaceId"],
        "VpcPeeringConnectionId": peering["VpcPeeringConnectionId"],
        "EgressOnlyInternetGatewayId": outward["EgressOnlyInternetGatewayId"],
        "TransitGatewayId": ec2.create_transit_gateway()["TransitGateway"]["TransitGatewayId"],
        "NatGatewayId": ec2.create_nat_gateway(SubnetId=subnet, ConnectivityType="private")["NatGateway"][
            "NatGatewayId"],
        "CarrierGatewayId": ec2.create_carrier_gateway(VpcId=vpc)["CarrierGateway"]["CarrierGatewayId"],
        "HealthCheckId": health["HealthCheck"]["Id"],
        "FunctionName": clients["lambda"].create_function(
            FunctionName="recall", Runtime="python3.12", Role=ROLE, Handler="a.b", Code={"ZipFile": ZIP},
        )["FunctionArn"],
        "TargetKeyId": key["KeyId"],
        "TargetGroupArn": clients["elbv2"].create_target_group(
            Name="recall", Protocol="TCP", Port=80, VpcId=vpc, TargetType="instance",
        )["TargetGroups"][0]["TargetGroupArn"],
    })
    FITTING["TargetGroupARNs"] = FITTING["TargetGroupArn"]
