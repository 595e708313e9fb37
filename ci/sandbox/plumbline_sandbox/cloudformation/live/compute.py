"""Launch templates, of which the latest version counts."""

from .reader import picked, reads, tags_of


@reads("AWS::EC2::LaunchTemplate")
def launch_template(work):
    ec2, name = work.services.ec2, {"LaunchTemplateId": work.physical_id}
    found = ec2.describe_launch_templates(LaunchTemplateIds=[work.physical_id])["LaunchTemplates"][0]
    versions = ec2.describe_launch_template_versions(**name, Versions=["$Latest"])
    latest = versions["LaunchTemplateVersions"][0]
    return {
        **picked(latest, "LaunchTemplateData", "VersionDescription"),
        "TagSpecifications": _own_tags(work, tags_of(found)),
    }


def _own_tags(work, there):
    """What the template says, with the values that are there now."""
    return [
        {
            **specification,
            "Tags": [
                {"Key": tag["Key"], "Value": there[tag["Key"]]}
                for tag in specification["Tags"]
                if tag["Key"] in there
            ],
        }
        if specification.get("ResourceType") == "launch-template"
        else specification
        for specification in work.get("TagSpecifications", [])
    ]
