"""Replaces nodes that AWS takes back, or whose hardware fails.

EventBridge sends its events through a queue: each at least once, in any order, and of every instance
of the account. So each is held against the groups that are ours, and doing one twice does nothing.
What fails goes back to the queue, and after some attempts to the dead letters.

    GROUPS     names of the scaling groups that are looked after, with commas
    DRAINED    those of them that have a hook by which a node that has to go finishes its work
    REBALANCE  replace: a node that is likely to be taken back soon is given up at once; else nothing
"""

import json
import logging
import os

import boto3

LOG = logging.getLogger()
LOG.setLevel(logging.INFO)
AT_A_TIME = 50  # the most instances that one call describes

INTERRUPTED = {
    "EC2 Spot Instance Interruption Warning",
    "EC2 Capacity Reservation Instance Interruption Warning",
    "EC2 Interruptible Capacity Reservation Instance Interruption Warning",
}
# In the codes of events of AWS Health, of which there are many: what stands on hardware that fails.
FAILING = ("RETIREMENT", "INSTANCE_STOP", "DEGRADED")


def handler(event, context):
    failed = []
    for record in event["Records"]:
        try:
            handle(json.loads(record["body"]))
        except Exception:  # whatever it is, the other events are none the worse for it
            LOG.exception("not handled: message %s", record["messageId"])
            failed.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failed}


def handle(event):
    deed, instances = what_to_do(event)
    if deed is None:
        LOG.info("nothing to do: %s", event["detail-type"])
        return
    scaling = boto3.client("autoscaling")
    for node in ours(scaling, instances):
        LOG.info("%s %s: %s", deed.__name__, node["InstanceId"], event["detail-type"])
        deed(scaling, node)


def what_to_do(event):
    """The deed, or None, and the instances that the event is about."""
    kind, detail = event["detail-type"], event["detail"]
    if kind in INTERRUPTED:
        return leave, [detail["instance-id"]]
    if kind == "EC2 Instance Rebalance Recommendation":
        deed = terminate if os.environ.get("REBALANCE") == "replace" else None
        return deed, [detail["instance-id"]]
    if kind == "AWS Health Event":
        code, closed = detail["eventTypeCode"], detail.get("statusCode") == "closed"
        deed = give_up if not closed and any(word in code for word in FAILING) else None
        # Some events name instances by their ARN; some name volumes, or who is well again.
        ids = [
            entity["entityValue"].rsplit("/", 1)[-1]
            for entity in detail.get("affectedEntities", [])
            if entity.get("status") not in ("RESOLVED", "UNIMPAIRED")
        ]
        return deed, [value for value in ids if value.startswith("i-")]
    return None, []


def ours(scaling, instances):
    """The nodes among these instances that stand in our groups and are not on their way out."""
    groups = names("GROUPS")
    for start in range(0, len(instances), AT_A_TIME):
        answer = scaling.describe_auto_scaling_instances(
            InstanceIds=instances[start : start + AT_A_TIME]
        )
        for node in answer["AutoScalingInstances"]:
            live = node["LifecycleState"] in ("InService", "Standby")
            if node["AutoScalingGroupName"] in groups and live:
                yield node


def names(variable):
    return set(os.environ.get(variable, "").split(","))


def leave(scaling, node):
    """The replacement starts at once; the node leaves its load balancers, and has until its end to
    save what it works on.

    Where a hook drains nodes, the group itself terminates the node: the hook runs, the node stays a
    member of its group, waiting, and AWS takes it back if that is sooner. Without a hook the group
    would end it there and then, and take from it the minutes that it is given; so it is detached,
    and stands alone until AWS ends it. Capacity Rebalancing does neither: it acts on each
    recommendation, long before a warning and often for nothing."""
    if node["AutoScalingGroupName"] in names("DRAINED"):
        terminate(scaling, node)
        return
    scaling.detach_instances(
        AutoScalingGroupName=node["AutoScalingGroupName"],
        InstanceIds=[node["InstanceId"]],
        ShouldDecrementDesiredCapacity=False,
    )


def terminate(scaling, node):
    """It goes through the group's hooks, and is replaced."""
    scaling.terminate_instance_in_auto_scaling_group(
        InstanceId=node["InstanceId"], ShouldDecrementDesiredCapacity=False
    )


def give_up(scaling, node):
    """The group terminates and replaces what is not healthy."""
    if node["HealthStatus"].lower() != "unhealthy":
        scaling.set_instance_health(
            InstanceId=node["InstanceId"],
            HealthStatus="Unhealthy",
            ShouldRespectGracePeriod=False,
        )
