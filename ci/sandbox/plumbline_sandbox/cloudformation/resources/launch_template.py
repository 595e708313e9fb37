"""Launch templates: a change adds a version; CloudFormation never moves the default version."""

from ..api import gone
from .handler import Handler, handles


@handles("AWS::EC2::LaunchTemplate")
class LaunchTemplate(Handler):
    properties = {
        "LaunchTemplateData",
        "LaunchTemplateName",
        "TagSpecifications",
        "VersionDescription",
    }
    name_property = "LaunchTemplateName"
    name_limit = 128

    def create(self, work):
        members = self._version(work)
        if specifications := work.get("TagSpecifications"):
            members["TagSpecifications"] = specifications
        answer = work.services.ec2.create_launch_template(LaunchTemplateName=work.name, **members)
        return answer["LaunchTemplate"]["LaunchTemplateId"]

    @staticmethod
    def _version(work):
        members = {"LaunchTemplateData": work.get("LaunchTemplateData")}
        if description := work.get("VersionDescription"):
            members["VersionDescription"] = description
        return members

    def update(self, work):
        changed = ("LaunchTemplateData", "VersionDescription")
        if any(work.get(name) != work.previous.get(name) for name in changed):
            work.services.ec2.create_launch_template_version(
                LaunchTemplateId=work.physical_id, **self._version(work)
            )
        self._retag(work)

    @staticmethod
    def _retag(work):
        old, new = _own_tags(work.previous), _own_tags(work.properties)
        ec2 = work.services.ec2
        if removed := [{"Key": key} for key in old if key not in new]:
            ec2.delete_tags(Resources=[work.physical_id], Tags=removed)
        if new and new != old:
            tags = [{"Key": key, "Value": value} for key, value in new.items()]
            ec2.create_tags(Resources=[work.physical_id], Tags=tags)

    def delete(self, work):
        gone(work.services.ec2.delete_launch_template, LaunchTemplateId=work.physical_id)

    def attributes(self, work):
        found = work.services.ec2.describe_launch_templates(LaunchTemplateIds=[work.physical_id])
        template = found["LaunchTemplates"][0]
        return {
            "LaunchTemplateId": work.physical_id,
            "DefaultVersionNumber": str(template["DefaultVersionNumber"]),
            "LatestVersionNumber": str(template["LatestVersionNumber"]),
        }


def _own_tags(properties):
    return {
        tag["Key"]: tag["Value"]
        for specification in properties.get("TagSpecifications", [])
        if specification.get("ResourceType") == "launch-template"
        for tag in specification.get("Tags", [])
    }
