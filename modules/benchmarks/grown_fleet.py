"""Grows a fleet of two pools that Terraform deployed into a sandbox to one of thousands, in a minute or two.

Terraform waits five seconds at each launch template, so that a thousand pools take twelve minutes. Here the two pools are
copied instead: what the API says of each is what the copy is made of, under another name, and so is what Terraform's state
says of it. That such a state is true is not taken on trust: the deploy that follows has Terraform plan the whole fleet, and
must find nothing to change.

Called with the Python of the sandbox, which has the SDK: URL, state file, number of pools; the two pools are `pool-0` and
`pool-1`, and number n becomes a copy of the one with the same remainder.
"""

import json
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import boto3

SOURCES = 2


def main(url, state_file, pools):
    settings = {
        "endpoint_url": url,
        "region_name": "us-east-1",
        "aws_access_key_id": "sandbox",
        "aws_secret_access_key": "sandbox",
    }
    fleet = Fleet(boto3.client("ec2", **settings), boto3.client("autoscaling", **settings))
    state_path = Path(state_file)
    state = json.loads(state_path.read_text())
    ours = [resource for resource in state["resources"] if re.match(r"pool-\d+_", resource["name"])]
    numbers = range(SOURCES, int(pools))
    with ThreadPoolExecutor(2) as threads:
        copies = list(threads.map(fleet.copy, numbers))
    for number, changed in zip(numbers, copies, strict=True):
        state["resources"] += [renamed(each, number, changed) for each in ours if is_of(number, each["name"])]
    state["serial"] += 1
    state_path.write_text(json.dumps(state, indent=2))


def is_of(number, name):
    """Whether it belongs to the pool that a number is a copy of."""
    return name.startswith(f"pool-{number % SOURCES}_")


def renamed(document, number, changed=None):
    """The same, said of another pool.

    `changed` are ids and ARNs of the source and what they are for the copy.
    """
    text = json.dumps(document, default=str)
    for old, new in (changed or {}).items():
        text = text.replace(old, new)
    return json.loads(re.sub(rf"\bpool-{number % SOURCES}(?!\d)", f"pool-{number}", text))


class Fleet:
    """The pools in the account."""

    def __init__(self, ec2, auto_scaling):
        self.ec2 = ec2
        self.auto_scaling = auto_scaling
        self.sources = [self._source(number) for number in range(SOURCES)]

    def _source(self, number):
        name = f"bench-many-pools-pool-{number}"
        [template] = self.ec2.describe_launch_templates(LaunchTemplateNames=[f"{name}-template"])["LaunchTemplates"]
        [version] = self.ec2.describe_launch_template_versions(
            LaunchTemplateId=template["LaunchTemplateId"], Versions=["$Latest"]
        )["LaunchTemplateVersions"]
        return template, version["LaunchTemplateData"], self._group(f"{name}-group")

    def _group(self, name):
        [group] = self.auto_scaling.describe_auto_scaling_groups(AutoScalingGroupNames=[name])["AutoScalingGroups"]
        return group

    def copy(self, number):
        """Makes one pool; returns what its template and group are called, by what their sources are."""
        template, data, group = self.sources[number % SOURCES]
        made = self.ec2.create_launch_template(
            LaunchTemplateName=renamed(template["LaunchTemplateName"], number),
            LaunchTemplateData=renamed(data, number),
            TagSpecifications=[{"ResourceType": "launch-template", "Tags": renamed(template["Tags"], number)}],
        )["LaunchTemplate"]
        changed = {template["LaunchTemplateId"]: made["LaunchTemplateId"]}
        request = self._writable(renamed(group, number, changed))
        self.auto_scaling.create_auto_scaling_group(**request)
        arn = self._group(request["AutoScalingGroupName"])["AutoScalingGroupARN"]
        return {group["AutoScalingGroupARN"]: arn, **changed}

    def _writable(self, group):
        """What a request may say, of what an answer says. A template goes by its id or its name, not by both."""
        members = self.auto_scaling.meta.service_model.operation_model("CreateAutoScalingGroup").input_shape.members
        request = {name: value for name, value in group.items() if name in members}
        mixed = request.get("MixedInstancesPolicy", {}).get("LaunchTemplate", {}).get("LaunchTemplateSpecification")
        (mixed or request["LaunchTemplate"]).pop("LaunchTemplateName")
        return request


if __name__ == "__main__":
    main(*sys.argv[1:])
