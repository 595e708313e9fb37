"""Queues and their policies. The API takes all settings as text."""

import json

from ..api import gone
from .handler import Handler, handles

# What a queue has where the template does not say.
DEFAULTS = {
    "DelaySeconds": 0,
    "KmsDataKeyReusePeriodSeconds": 300,
    "KmsMasterKeyId": "",
    "MaximumMessageSize": 262144,
    "MessageRetentionPeriod": 345600,
    "ReceiveMessageWaitTimeSeconds": 0,
    "RedriveAllowPolicy": "",
    "RedrivePolicy": "",
    "SqsManagedSseEnabled": True,
    "VisibilityTimeout": 30,
}
# Of which a queue says nothing until it was told.
RARE = {"KmsDataKeyReusePeriodSeconds", "KmsMasterKeyId", "RedriveAllowPolicy"}


def said(value):
    """A setting as the API takes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value) if isinstance(value, dict) else str(value)


@handles("AWS::SQS::Queue")
class Queue(Handler):
    properties = {*DEFAULTS, "QueueName", "Tags"}
    name_property = "QueueName"
    name_limit = 80

    def create(self, work):
        settings = {name: said(work.get(name)) for name in DEFAULTS if name in work.properties}
        answer = work.services.sqs.create_queue(
            QueueName=work.name, Attributes=settings, tags=work.tags
        )
        return answer["QueueUrl"]

    def update(self, work):
        sqs, url = work.services.sqs, work.physical_id
        settings = {
            name: said(work.get(name, value))
            for name, value in DEFAULTS.items()
            if name in work.properties or name in work.previous or name not in RARE
        }
        sqs.set_queue_attributes(QueueUrl=url, Attributes=settings)
        if removed := work.removed_tags():
            sqs.untag_queue(QueueUrl=url, TagKeys=removed)
        if work.tags:
            sqs.tag_queue(QueueUrl=url, Tags=work.tags)

    def delete(self, work):
        gone(
            work.services.sqs.delete_queue,
            "AWS.SimpleQueueService.NonExistentQueue",
            "QueueDoesNotExist",
            QueueUrl=work.physical_id,
        )

    def attributes(self, work):
        answer = work.services.sqs.get_queue_attributes(
            QueueUrl=work.physical_id, AttributeNames=["QueueArn"]
        )
        name = work.physical_id.rsplit("/", 1)[-1]
        arn = answer["Attributes"]["QueueArn"]
        return {"Arn": arn, "QueueName": name, "QueueUrl": work.physical_id}


@handles("AWS::SQS::QueuePolicy")
class QueuePolicy(Handler):
    properties = {"PolicyDocument", "Queues"}

    def create(self, work):
        self._put(work, work.get("Queues"), said(work.get("PolicyDocument")))
        return f"{work.stack_name}-{work.logical_id}"[:128]

    def update(self, work):
        left = [url for url in work.previous["Queues"] if url not in work.get("Queues")]
        self._put(work, left, "")
        self._put(work, work.get("Queues"), said(work.get("PolicyDocument")))

    @staticmethod
    def _put(work, queues, policy):
        for url in queues:
            gone(
                work.services.sqs.set_queue_attributes,
                "AWS.SimpleQueueService.NonExistentQueue",
                "QueueDoesNotExist",
                QueueUrl=url,
                Attributes={"Policy": policy},
            )

    def delete(self, work):
        self._put(work, work.get("Queues"), "")

    def attributes(self, work):
        return {"Id": work.physical_id}
