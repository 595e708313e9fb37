"""EC2 answers an unknown id with an error of its own; moto leaves some out in silence.

API reference, error codes: InvalidVpcID.NotFound, InvalidSubnetID.NotFound, InvalidGroup.NotFound,
InvalidInternetGatewayID.NotFound, InvalidRouteTableID.NotFound, InvalidLaunchTemplateId.NotFound.
"""


def fill():
    """The test of this gap holds what moto does well already; nothing to mend so far."""
