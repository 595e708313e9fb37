"""The type of a nested stack."""

KIND = "AWS::CloudFormation::Stack"


def is_nested(resource_type):
    return resource_type == KIND
