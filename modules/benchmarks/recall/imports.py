"""Makes what Terraform deployed known to CloudFormation, so that the Cloud Control API of the sandbox finds it."""

import copy
import json
import re
import time

from recall.terraform import local

STACK = "recall"
# What identifies a type, where it is not called the same in Terraform's state: by type and member.
SAID = {
    ("AWS::EC2::VPCGatewayAttachment", "AttachmentType"): lambda state: "IGW",
    ("AWS::EC2::Route", "CidrBlock"): lambda state: next(
        filter(None, map(state.get, ("destination_cidr_block", "destination_ipv6_cidr_block",
                                     "destination_prefix_list_id")))),
    ("AWS::EKS::Nodegroup", "Id"): lambda state: state["id"].replace(":", "/"),
    ("AWS::EKS::AccessEntry", "PrincipalArn"): lambda state: state["principal_arn"],
    ("AWS::Route53::RecordSet", "Id"): lambda state: state["name"],
    ("AWS::IAM::RolePolicy", "RoleName"): lambda state: state["role"],
    ("AWS::AutoScaling::LifecycleHook", "LifecycleHookName"): lambda state: state["name"],
    ("AWS::AutoScaling::WarmPool", "AutoScalingGroupName"): lambda state: state["name"],
    ("AWS::SQS::Queue", "QueueUrl"): lambda state: state["url"],
}


def take_in(session, url, template, variables, graph, kinds, state):
    """Imports each resource of CloudFormation's template under the id that Terraform's state has."""
    stacks = session.client("cloudformation", endpoint_url=url)
    template = copy.deepcopy(template)
    wanted = []
    for logical, (address, kind, _) in graph.items():
        resource = template["Resources"][logical]
        resource.setdefault("DeletionPolicy", "Retain")
        kind_type, named = resource["Type"], local(address)
        values = {name: value for each in kinds[kind]["terraformTypes"].values()
                  for name, value in state.get(f"{each}.{named}", {}).items()}
        wanted.append({
            "LogicalResourceId": logical,
            "ResourceType": kind_type,
            "ResourceIdentifier": {
                member: _identifying(kind_type, member, values) for member in _identifiers(kind_type)
            },
        })
    store = session.client("s3", endpoint_url=url)
    store.create_bucket(Bucket=STACK)
    store.put_object(Bucket=STACK, Key="template", Body=json.dumps(template))
    stacks.create_change_set(
        StackName=STACK, ChangeSetName="take", ChangeSetType="IMPORT",
        TemplateURL=f"https://{STACK}.s3.amazonaws.com/template",
        Parameters=[{"ParameterKey": k, "ParameterValue": v} for k, v in variables.items()],
        ResourcesToImport=wanted, Capabilities=["CAPABILITY_NAMED_IAM"])
    stacks.execute_change_set(StackName=STACK, ChangeSetName="take")
    while (stack := stacks.describe_stacks(StackName=STACK)["Stacks"][0])["StackStatus"] == "IMPORT_IN_PROGRESS":
        time.sleep(0.5)
    if stack["StackStatus"] != "IMPORT_COMPLETE":
        raise RuntimeError(stack.get("StackStatusReason"))


def _identifiers(kind_type):
    from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER

    document = PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", kind_type).schema
    return [pointer.removeprefix("/properties/") for pointer in document["primaryIdentifier"]]


def _identifying(kind, member, values):
    if (kind, member) in SAID:
        return SAID[kind, member](values)
    snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", member).lower()
    for name in (snake, "arn" if member.endswith("Arn") else "id", "name"):
        if values.get(name):
            return values[name]
    raise KeyError(f"{kind} {member}")
