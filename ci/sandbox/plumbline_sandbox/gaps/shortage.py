"""What AWS says of capacity and rights. How much there is, `limits` says.

Shapes in the API reference:
- A group that cannot start an instance keeps its desired capacity, has fewer instances, and says so
  in DescribeScalingActivities: the newest first, StatusCode Failed, StatusMessage with EC2's reason.
  moto always starts all, and lists no activity.
- GetServiceQuota answers Quota with Value. moto knows quotas of VPC alone.
- SimulatePrincipalPolicy answers EvaluationResults with EvalActionName and EvalDecision. moto has
  no such operation.
"""

import json

from .. import limits
from . import method

# EC2's quotas that are asked for. Real accounts start at 0 for most of them.
PLENTY = 1_000_000.0


def fill():
    _mend_groups()
    _mend_quotas()
    _mend_simulation()


def _mend_groups():
    from moto.autoscaling.models import FakeAutoScalingGroup
    from moto.autoscaling.responses import AutoScalingResponse
    from moto.core.responses import ActionResult
    from moto.core.utils import utcnow
    from moto.moto_api._internal import mock_random

    @method(FakeAutoScalingGroup)
    def replace_autoscaling_group_instances(self, count_needed, propagated_tags):
        most = limits.nodes(self.instance_type)
        left = count_needed if most is None else max(most - len(self.instance_states), 0)
        if made := min(count_needed, left):
            replace_autoscaling_group_instances.before(self, made, propagated_tags)
        if made < count_needed:
            self.plumbline_activities = [_failed(self), *self.plumbline_activities]

    def _failed(group):
        zone = group.availability_zones[0]
        now = utcnow()
        return {
            "ActivityId": str(mock_random.uuid4()),
            "AutoScalingGroupName": group.name,
            "Cause": "an instance was started in response to a difference between desired and "
            "actual capacity",
            "Description": "Launching a new EC2 instance.  Status Reason: no capacity",
            "Details": json.dumps({"Availability Zone": zone}),
            "EndTime": now,
            "Progress": 100,
            "StartTime": now,
            "StatusCode": "Failed",
            "StatusMessage": f"We currently do not have sufficient {group.instance_type} capacity "
            f"in the Availability Zone you requested ({zone}). Launching EC2 instance failed.",
        }

    FakeAutoScalingGroup.plumbline_activities = []

    @method(AutoScalingResponse)
    def describe_scaling_activities(self):
        name = self._get_param("AutoScalingGroupName")
        groups = self.autoscaling_backend.autoscaling_groups
        named = [groups[name]] if name in groups else [] if name else groups.values()
        found = [activity for group in named for activity in group.plumbline_activities]
        return ActionResult({"Activities": found})


def _mend_quotas():
    from moto.core.exceptions import JsonRESTError
    from moto.servicequotas.models import ServiceQuotasBackend

    @method(ServiceQuotasBackend)
    def get_service_quota(self, service_code, quota_code):
        if limits.denied("*"):
            raise JsonRESTError("AccessDeniedException", "no right to read quotas")
        if service_code == "ec2":
            found = {"ServiceCode": "ec2", "QuotaCode": quota_code, "Value": PLENTY}
        else:
            found = get_service_quota.before(self, service_code, quota_code)
        return {**found, "Value": limits.quota(quota_code, found["Value"])}


def _mend_simulation():
    from moto.core.responses import ActionResult
    from moto.iam.exceptions import IAMException
    from moto.iam.responses import IamResponse

    @method(IamResponse)
    def simulate_principal_policy(self):
        if limits.denied("*"):
            raise IAMException("AccessDenied", "no right to simulate")
        results = [
            {
                "EvalActionName": action,
                "EvalResourceName": "*",
                "EvalDecision": "implicitDeny" if limits.denied(action) else "allowed",
            }
            for action in self._get_param("ActionNames", [])
        ]
        return ActionResult({"EvaluationResults": results, "IsTruncated": False})
