"""Parameters of Systems Manager."""

from botocore.exceptions import ClientError

from ..api import gone
from ..errors import ResourceFailure
from .handler import Handler, handles


@handles("AWS::SSM::Parameter")
class Parameter(Handler):
    properties = {
        "AllowedPattern",
        "DataType",
        "Description",
        "Name",
        "Tags",
        "Tier",
        "Type",
        "Value",
    }
    name_property = "Name"
    name_limit = 1011

    def create(self, work):
        try:
            self._put(work, work.name, Overwrite=False)
        except ClientError as problem:
            if problem.response["Error"]["Code"] == "ParameterAlreadyExists":
                raise ResourceFailure(f"{work.name} already exists") from None
            raise
        work.physical_id = work.name
        self._tags(work)
        return work.name

    def update(self, work):
        # Put anew, since a description or pattern that is left out would stay.
        if (set(work.previous) - set(work.properties)) & {"Description", "AllowedPattern"}:
            gone(work.services.ssm.delete_parameter, Name=work.physical_id)
        self._put(work, work.physical_id, Overwrite=True)
        if work.removed_tags():
            work.services.ssm.remove_tags_from_resource(
                ResourceType="Parameter", ResourceId=work.physical_id, TagKeys=work.removed_tags()
            )
        self._tags(work)

    @staticmethod
    def _put(work, name, **members):
        for each in ("AllowedPattern", "DataType", "Description", "Tier", "Type", "Value"):
            if each in work.properties:
                members[each] = work.get(each)
        work.services.ssm.put_parameter(Name=name, **members)

    @staticmethod
    def _tags(work):
        if work.tags:
            work.services.ssm.add_tags_to_resource(
                ResourceType="Parameter", ResourceId=work.physical_id, Tags=work.tag_list()
            )

    def delete(self, work):
        gone(work.services.ssm.delete_parameter, Name=work.physical_id)

    def attributes(self, work):
        return {"Type": work.get("Type"), "Value": work.get("Value")}
