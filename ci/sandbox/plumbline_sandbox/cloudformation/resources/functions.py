"""Lambda functions, what gives them their work, and their logs."""

import io
import zipfile

from ..api import gone
from .handler import Handler, handles


def archive(text):
    """The archive that CloudFormation makes of code in a template: one file, `index.py`."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        made.writestr("index.py", text)
    return content.getvalue()


def _member(name):
    """The API's name of a property."""
    return "KMSKeyArn" if name == "KmsKeyArn" else name


@handles("AWS::Lambda::Function")
class Function(Handler):
    # The settings that UpdateFunctionConfiguration takes, and what holds where nothing is said.
    settings = {
        "DeadLetterConfig": {},
        "Description": "",
        "Environment": {"Variables": {}},
        "EphemeralStorage": {"Size": 512},
        "FileSystemConfigs": [],
        "Handler": None,
        "KmsKeyArn": "",
        "LoggingConfig": {"LogFormat": "Text"},
        "MemorySize": 128,
        "Role": None,
        "Runtime": None,
        "SnapStart": {"ApplyOn": "None"},
        "Timeout": 3,
        "TracingConfig": {"Mode": "PassThrough"},
        "VpcConfig": {"SecurityGroupIds": [], "SubnetIds": []},
    }
    properties = {*settings, "Architectures", "Code", "FunctionName", "Tags"}
    name_property = "FunctionName"
    name_limit = 64

    def create(self, work):
        members = {
            _member(name): work.get(name)
            for name in (*self.settings, "Architectures")
            if name in work.properties
        }
        client(work).create_function(
            FunctionName=work.name,
            Code={"ZipFile": archive(work.get("Code")["ZipFile"])},
            Tags=work.tags,
            **members,
        )
        return work.name

    def update(self, work):
        functions = client(work)
        if work.get("Code") != work.previous.get("Code"):
            functions.update_function_code(
                FunctionName=work.physical_id, ZipFile=archive(work.get("Code")["ZipFile"])
            )
        # What was never said is not said now: moto would answer what AWS leaves out.
        members = {
            _member(name): work.get(name, value)
            for name, value in self.settings.items()
            if name in work.properties or name in work.previous
        }
        functions.update_function_configuration(FunctionName=work.physical_id, **members)
        arn = self.attributes(work)["Arn"]
        if removed := work.removed_tags():
            functions.untag_resource(Resource=arn, TagKeys=removed)
        if work.tags:
            functions.tag_resource(Resource=arn, Tags=work.tags)

    def delete(self, work):
        gone(client(work).delete_function, FunctionName=work.physical_id)

    def attributes(self, work):
        found = client(work).get_function(FunctionName=work.physical_id)
        return {"Arn": found["Configuration"]["FunctionArn"]}


@handles("AWS::Lambda::EventSourceMapping")
class EventSourceMapping(Handler):
    properties = {
        "BatchSize",
        "Enabled",
        "EventSourceArn",
        "FilterCriteria",
        "FunctionName",
        "FunctionResponseTypes",
        "MaximumBatchingWindowInSeconds",
        "ScalingConfig",
    }

    def create(self, work):
        return client(work).create_event_source_mapping(**work.properties)["UUID"]

    def update(self, work):
        members = {key: value for key, value in work.properties.items() if key != "EventSourceArn"}
        client(work).update_event_source_mapping(UUID=work.physical_id, **members)

    def delete(self, work):
        gone(client(work).delete_event_source_mapping, UUID=work.physical_id)

    def attributes(self, work):
        return {"Id": work.physical_id}


@handles("AWS::Logs::LogGroup")
class LogGroup(Handler):
    properties = {"LogGroupName", "RetentionInDays", "Tags"}
    name_property = "LogGroupName"
    name_limit = 512

    def create(self, work):
        work.physical_id = work.name
        work.services.logs.create_log_group(logGroupName=work.name, tags=work.tags)
        self._retain(work)
        return work.name

    @staticmethod
    def _retain(work):
        logs, name = work.services.logs, work.physical_id
        if days := work.get("RetentionInDays"):
            logs.put_retention_policy(logGroupName=name, retentionInDays=days)
        elif work.previous.get("RetentionInDays"):
            logs.delete_retention_policy(logGroupName=name)

    def update(self, work):
        logs = work.services.logs
        self._retain(work)
        arn = self.attributes(work)["Arn"].removesuffix(":*")
        if removed := work.removed_tags():
            logs.untag_resource(resourceArn=arn, tagKeys=removed)
        if work.tags:
            logs.tag_resource(resourceArn=arn, tags=work.tags)

    def delete(self, work):
        gone(work.services.logs.delete_log_group, logGroupName=work.physical_id)

    def attributes(self, work):
        groups = work.services.logs.describe_log_groups(logGroupNamePrefix=work.physical_id)
        names = {group["logGroupName"]: group["arn"] for group in groups["logGroups"]}
        return {"Arn": names[work.physical_id]}


def client(work):
    return getattr(work.services, "lambda")
