"""Scaling policies, lifecycle hooks and scheduled actions: what was put comes back, and no more.

Shapes in the API reference:
- ScalingPolicy: members that were not put are left out; a step policy aggregates by Average unless
  told otherwise; Enabled is true by default. The policies of two groups may have the same name, and
  DeletePolicy takes a name or an ARN.
- Alarms of a target tracking policy: Auto Scaling makes two in CloudWatch, for high and for low
  load, named TargetTracking-GROUP-AlarmHigh-ID and …Low…, and removes them with the policy.
- LifecycleHook: NotificationTargetARN, RoleARN, NotificationMetadata as put (moto makes them up);
  HeartbeatTimeout 3600 and DefaultResult ABANDON by default; GlobalTimeout is a hundred times the
  heartbeat, 48 hours at most. Another PutLifecycleHook changes what it names.
- ScheduledUpdateGroupAction has an ARN.
- PutWarmPool: a MaxGroupPreparedCapacity of -1 removes it, and is not answered.
- What stands in a group goes with it.
- Alarms: EnableAlarmActions and DisableAlarmActions, which moto does not have.
"""

import uuid

from . import method

POLICY = (
    "AdjustmentType",
    "Cooldown",
    "EstimatedInstanceWarmup",
    "MetricAggregationType",
    "MinAdjustmentMagnitude",
    "PredictiveScalingConfiguration",
    "ScalingAdjustment",
    "StepAdjustments",
    "TargetTrackingConfiguration",
)
HOOK = (
    "DefaultResult",
    "HeartbeatTimeout",
    "LifecycleTransition",
    "NotificationMetadata",
    "NotificationTargetARN",
    "RoleARN",
)
LONGEST = 172800


def fill():
    from moto.autoscaling.exceptions import ValidationError
    from moto.autoscaling.models import AutoScalingBackend, FakeScheduledAction
    from moto.autoscaling.responses import AutoScalingResponse
    from moto.cloudwatch.responses import CloudWatchResponse

    _mend_policies(AutoScalingResponse, ValidationError)
    _mend_hooks(AutoScalingResponse, ValidationError)
    _mend_schedules(FakeScheduledAction, AutoScalingBackend)
    _mend_warm_pools(AutoScalingBackend)
    _mend_removal(AutoScalingBackend)
    _fill_alarm_actions(CloudWatchResponse)


def _group(backend, params, invalid):
    name = params["AutoScalingGroupName"]
    if name not in backend.autoscaling_groups:
        raise invalid(f"AutoScalingGroup name not found - AutoScalingGroup '{name}' not found")
    return name


def _arn(backend, what, group, rest):
    return (
        f"arn:aws:autoscaling:{backend.region_name}:{backend.account_id}:{what}:{uuid.uuid4()}"
        f":autoScalingGroupName/{group}:{rest}"
    )


def _mend_policies(responses, invalid):
    from moto.core.responses import ActionResult, EmptyResult

    @method(responses)
    def put_scaling_policy(self):
        backend, params = self.autoscaling_backend, self._get_params()
        group, name = _group(backend, params, invalid), params["PolicyName"]
        former = backend.policies.get((group, name))
        kind = params.get("PolicyType") or "SimpleScaling"
        policy = {
            "AutoScalingGroupName": group,
            "PolicyName": name,
            "PolicyARN": former["PolicyARN"]
            if former
            else _arn(backend, "scalingPolicy", group, f"policyName/{name}"),
            "PolicyType": kind,
            "Enabled": params.get("Enabled", True),
            "Alarms": former["Alarms"] if former else [],
            **{member: params[member] for member in POLICY if params.get(member) not in (None, [])},
        }
        if kind == "StepScaling":
            policy.setdefault("MetricAggregationType", "Average")
        backend.policies[group, name] = policy
        if kind == "TargetTrackingScaling" and not policy["Alarms"]:
            policy["Alarms"] = [_alarm(backend, policy, side) for side in ("High", "Low")]
        return ActionResult({"PolicyARN": policy["PolicyARN"], "Alarms": policy["Alarms"]})

    @method(responses)
    def describe_policies(self):
        group = self._get_param("AutoScalingGroupName")
        names = self._get_param("PolicyNames", [])
        kinds = self._get_param("PolicyTypes", [])
        found = [
            policy
            for policy in self.autoscaling_backend.policies.values()
            if (not group or policy["AutoScalingGroupName"] == group)
            and (not names or policy["PolicyName"] in names or policy["PolicyARN"] in names)
            and (not kinds or policy["PolicyType"] in kinds)
        ]
        return ActionResult({"ScalingPolicies": found})

    @method(responses)
    def delete_policy(self):
        backend = self.autoscaling_backend
        name, group = self._get_param("PolicyName"), self._get_param("AutoScalingGroupName")
        for key, policy in list(backend.policies.items()):
            if policy["PolicyARN"] == name or key == (group, name):
                _remove_policy(backend, key)
        return EmptyResult()


def _cloudwatch(backend):
    from moto.cloudwatch.models import cloudwatch_backends

    return cloudwatch_backends[backend.account_id][backend.region_name]


def _alarm(backend, policy, side):
    """One of the two alarms by which target tracking works."""
    target = policy["TargetTrackingConfiguration"]
    name = f"TargetTracking-{policy['AutoScalingGroupName']}-Alarm{side}-{uuid.uuid4()}"
    alarm = _cloudwatch(backend).put_metric_alarm(
        name=name,
        namespace="AWS/EC2",
        metric_name="CPUUtilization",
        comparison_operator=f"{'GreaterThan' if side == 'High' else 'LessThan'}Threshold",
        evaluation_periods=3 if side == "High" else 15,
        period=60,
        threshold=float(target["TargetValue"]),
        statistic="Average",
        description=f"DO NOT EDIT OR DELETE. For TargetTrackingScaling policy "
        f"{policy['PolicyARN']}.",
        dimensions=[
            {"Name": "AutoScalingGroupName", "Value": policy["AutoScalingGroupName"]},
        ],
        alarm_actions=[policy["PolicyARN"]],
    )
    return {"AlarmName": name, "AlarmARN": alarm.alarm_arn}


def _remove_policy(backend, key):
    policy = backend.policies.pop(key)
    _cloudwatch(backend).delete_alarms([alarm["AlarmName"] for alarm in policy["Alarms"]])


def _mend_hooks(responses, invalid):
    from moto.core.responses import ActionResult, EmptyResult

    @method(responses)
    def put_lifecycle_hook(self):
        backend, params = self.autoscaling_backend, self._get_params()
        group, name = _group(backend, params, invalid), params["LifecycleHookName"]
        hook = backend.lifecycle_hooks.setdefault(
            (group, name),
            {
                "AutoScalingGroupName": group,
                "LifecycleHookName": name,
                "HeartbeatTimeout": 3600,
                "DefaultResult": "ABANDON",
            },
        )
        hook.update(
            {member: params[member] for member in HOOK if params.get(member) not in (None, "")}
        )
        hook["HeartbeatTimeout"] = int(hook["HeartbeatTimeout"])
        hook["GlobalTimeout"] = min(100 * hook["HeartbeatTimeout"], LONGEST)
        return EmptyResult()

    @method(responses)
    def describe_lifecycle_hooks(self):
        group = _group(self.autoscaling_backend, self._get_params(), invalid)
        names = self._get_param("LifecycleHookNames", [])
        found = [
            hook
            for hook in self.autoscaling_backend.lifecycle_hooks.values()
            if hook["AutoScalingGroupName"] == group
            and (not names or hook["LifecycleHookName"] in names)
        ]
        return ActionResult({"LifecycleHooks": found})

    @method(responses)
    def delete_lifecycle_hook(self):
        key = self._get_param("AutoScalingGroupName"), self._get_param("LifecycleHookName")
        if self.autoscaling_backend.lifecycle_hooks.pop(key, None) is None:
            raise invalid("No Lifecycle Hook found")
        return EmptyResult()


def _mend_schedules(action_class, backend_class):
    @method(backend_class)
    def put_scheduled_update_group_action(self, **members):
        former = self.scheduled_actions.get(members["scheduled_action_name"])
        action = put_scheduled_update_group_action.before(self, **members)
        group, name = action.auto_scaling_group_name, action.scheduled_action_name
        action.scheduled_action_arn = (
            former.scheduled_action_arn
            if former
            else _arn(self, "scheduledUpdateGroupAction", group, f"scheduledActionName/{name}")
        )
        return action

    action_class.scheduled_action_arn = None


def _mend_warm_pools(backend_class):
    @method(backend_class)
    def put_warm_pool(self, group_name, max_group_prepared_capacity, *arguments, **members):
        most = max_group_prepared_capacity
        most = None if most in (-1, "-1") else most
        return put_warm_pool.before(self, group_name, most, *arguments, **members)


def _mend_removal(backend_class):
    @method(backend_class)
    def delete_auto_scaling_group(self, group_name):
        delete_auto_scaling_group.before(self, group_name)
        for key in [key for key in self.policies if key[0] == group_name]:
            _remove_policy(self, key)
        for key in [key for key in self.lifecycle_hooks if key[0] == group_name]:
            del self.lifecycle_hooks[key]
        for name, action in list(self.scheduled_actions.items()):
            if action.auto_scaling_group_name == group_name:
                del self.scheduled_actions[name]


def _fill_alarm_actions(responses):
    from moto.core.responses import EmptyResult

    def switch(self, on):
        alarms = self.cloudwatch_backend.alarms
        for name in self._get_param("AlarmNames", []):
            if name in alarms:
                alarms[name].actions_enabled = on
        return EmptyResult()

    @method(responses)
    def enable_alarm_actions(self):
        return switch(self, True)

    @method(responses)
    def disable_alarm_actions(self):
        return switch(self, False)
