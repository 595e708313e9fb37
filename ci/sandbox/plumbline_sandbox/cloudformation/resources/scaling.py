"""What moves the size of a group: policies, schedules, hooks, warm pools, and alarms."""

from botocore.exceptions import ClientError

from ..api import error_code, gone
from .handler import Handler, handles


def _group_gone(operation, **members):
    """What stands in a group goes with it."""
    try:
        operation(**members)
    except ClientError as problem:
        if error_code(problem) != "ValidationError":
            raise


@handles("AWS::AutoScaling::ScalingPolicy")
class ScalingPolicy(Handler):
    """The name is made up; the id is the ARN."""

    properties = {
        "AdjustmentType",
        "AutoScalingGroupName",
        "EstimatedInstanceWarmup",
        "MetricAggregationType",
        "MinAdjustmentMagnitude",
        "PolicyType",
        "PredictiveScalingConfiguration",
        "StepAdjustments",
        "TargetTrackingConfiguration",
    }

    def create(self, work):
        return self._put(work, work.name)

    def update(self, work):
        self._put(work, self._name(work.physical_id))

    @staticmethod
    def _put(work, name):
        return work.services.autoscaling.put_scaling_policy(PolicyName=name, **work.properties)[
            "PolicyARN"
        ]

    @staticmethod
    def _name(arn):
        return arn.rsplit("policyName/", 1)[-1]

    def delete(self, work):
        work.services.autoscaling.delete_policy(PolicyName=work.physical_id)

    def attributes(self, work):
        return {"Arn": work.physical_id, "PolicyName": self._name(work.physical_id)}


@handles("AWS::AutoScaling::ScheduledAction")
class ScheduledAction(Handler):
    properties = {
        "AutoScalingGroupName",
        "DesiredCapacity",
        "EndTime",
        "MaxSize",
        "MinSize",
        "Recurrence",
        "StartTime",
        "TimeZone",
    }

    def create(self, work):
        self._put(work, work.name)
        return work.name

    def identified(self, identifier):
        return identifier["ScheduledActionName"]

    def update(self, work):
        self._put(work, work.physical_id)

    @staticmethod
    def _put(work, name):
        work.services.autoscaling.put_scheduled_update_group_action(
            ScheduledActionName=name, **work.properties
        )

    def delete(self, work):
        _group_gone(
            work.services.autoscaling.delete_scheduled_action,
            AutoScalingGroupName=work.get("AutoScalingGroupName"),
            ScheduledActionName=work.physical_id,
        )

    def attributes(self, work):
        return {"ScheduledActionName": work.physical_id}


@handles("AWS::AutoScaling::LifecycleHook")
class LifecycleHook(Handler):
    properties = {
        "AutoScalingGroupName",
        "DefaultResult",
        "HeartbeatTimeout",
        "LifecycleHookName",
        "LifecycleTransition",
    }
    name_property = "LifecycleHookName"

    def create(self, work):
        self._put(work)
        return work.name

    def identified(self, identifier):
        return identifier["LifecycleHookName"]

    def update(self, work):
        self._put(work)

    @staticmethod
    def _put(work):
        members = {"DefaultResult": "ABANDON", "HeartbeatTimeout": 3600, **work.properties}
        members["LifecycleHookName"] = work.name
        work.services.autoscaling.put_lifecycle_hook(**members)

    def delete(self, work):
        _group_gone(
            work.services.autoscaling.delete_lifecycle_hook,
            AutoScalingGroupName=work.get("AutoScalingGroupName"),
            LifecycleHookName=work.physical_id,
        )


@handles("AWS::AutoScaling::WarmPool")
class WarmPool(Handler):
    """A group has one at most, and its id is the group's name."""

    properties = {
        "AutoScalingGroupName",
        "InstanceReusePolicy",
        "MaxGroupPreparedCapacity",
        "MinSize",
        "PoolState",
    }

    def create(self, work):
        work.services.autoscaling.put_warm_pool(**work.properties)
        return work.get("AutoScalingGroupName")

    def update(self, work):
        members = {"MaxGroupPreparedCapacity": -1, "MinSize": 0, "PoolState": "Stopped"}
        work.services.autoscaling.put_warm_pool(**{**members, **work.properties})

    def delete(self, work):
        _group_gone(
            work.services.autoscaling.delete_warm_pool,
            AutoScalingGroupName=work.physical_id,
            ForceDelete=True,
        )


@handles("AWS::CloudWatch::Alarm")
class Alarm(Handler):
    properties = {
        "ActionsEnabled",
        "AlarmActions",
        "AlarmDescription",
        "AlarmName",
        "ComparisonOperator",
        "DatapointsToAlarm",
        "Dimensions",
        "EvaluationPeriods",
        "InsufficientDataActions",
        "MetricName",
        "Metrics",
        "Namespace",
        "OKActions",
        "Period",
        "Statistic",
        "Tags",
        "Threshold",
        "TreatMissingData",
        "Unit",
    }
    name_property = "AlarmName"

    def create(self, work):
        self._put(work, work.name, Tags=work.tag_list())
        return work.name

    def update(self, work):
        self._put(work, work.physical_id)
        cloudwatch, arn = work.services.cloudwatch, self.attributes(work)["Arn"]
        if removed := work.removed_tags():
            cloudwatch.untag_resource(ResourceARN=arn, TagKeys=removed)
        cloudwatch.tag_resource(ResourceARN=arn, Tags=work.tag_list())

    @staticmethod
    def _put(work, name, **more):
        members = {key: value for key, value in work.properties.items() if key != "Tags"}
        work.services.cloudwatch.put_metric_alarm(**{**members, "AlarmName": name, **more})

    def delete(self, work):
        gone(work.services.cloudwatch.delete_alarms, AlarmNames=[work.physical_id])

    def attributes(self, work):
        services = work.services
        return {
            "Arn": f"arn:aws:cloudwatch:{services.region}:{services.account}"
            f":alarm:{work.physical_id}"
        }
