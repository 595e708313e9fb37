"""Launch templates: versions by number, sources, deletion, paging, tags.

Shapes in the API reference:
- CreateLaunchTemplate: TagSpecifications beside LaunchTemplateData tag the template itself; those
  inside tag what is launched from it. moto mixes the two.
- CreateLaunchTemplateVersion: with a SourceVersion, what LaunchTemplateData leaves out is
  inherited.
- DeleteLaunchTemplateVersions: missing in moto. The default version stays, and a number is never
  given twice.
- DescribeLaunchTemplates, DescribeLaunchTemplateVersions: at most 200 a page, and a NextToken;
  moto cuts at 15 without one. The version $Latest without a template means that of every
  template.
- An unknown id answers InvalidLaunchTemplateId.NotFound; moto leaves it out in silence.
"""

from . import method


def fill():
    from moto.ec2.models import launch_templates as models
    from moto.ec2.responses.launch_templates import LaunchTemplates

    _mend_template(models)
    _mend_backend(models)
    _mend_creation(models, LaunchTemplates)
    _mend_reading(models, LaunchTemplates)
    _add_deletion(models, LaunchTemplates)


def _mend_template(models):
    template = models.LaunchTemplate
    # Tags are read when asked for: those that CreateTags adds later count too.
    template.tags = property(lambda self: self.get_tags(), lambda self, ignored: None)

    @method(template)
    def create_version(self, data, description):
        number = getattr(self, "plumbline_last_number", 0) + 1
        self.plumbline_last_number = number
        version = models.LaunchTemplateVersion(self, number, data, description)
        self.versions.append(version)
        return version

    @method(template)
    def get_version(self, num):
        wanted = str(num).lower()
        if wanted == "$latest":
            return self.versions[-1]
        if wanted == "$default":
            wanted = str(self.default_version_number)
        for version in self.versions:
            if str(version.number) == wanted:
                return version
        raise models.InvalidLaunchTemplateVersionNotFound(template_id=self.id, version=num)

    @method(template)
    def default_version(self):
        return self.get_version("$Default")


def _mend_backend(models):
    @method(models.LaunchTemplateBackend)
    def describe_launch_templates(self, template_names=None, template_ids=None, filters=None):
        for identifier in template_ids or []:
            self.get_launch_template(identifier)
        return describe_launch_templates.before(self, template_names, template_ids, filters)


def _mend_creation(models, responses):
    from moto.core.responses import ActionResult

    @method(responses)
    def create_launch_template(self):
        self.error_on_dryrun()
        data = data_of(self)
        template = self.ec2_backend.create_launch_template(
            self._get_param("LaunchTemplateName"),
            self._get_param("VersionDescription"),
            data,
            self._parse_tag_specification(),
        )
        return ActionResult({"LaunchTemplate": _template(self, template)})

    @method(responses)
    def create_launch_template_version(self):
        self.error_on_dryrun()
        template = _named(self)
        data = data_of(self)
        if source := self._get_param("SourceVersion"):
            data = {**template.get_version(source).data, **data}
        version = template.create_version(data, self._get_param("VersionDescription"))
        return ActionResult({"LaunchTemplateVersion": _version(self, template, version)})


def data_of(response):
    """The request's launch template data; empty user data is none."""
    from moto.ec2.utils import parse_user_data

    data = dict(response._get_param("LaunchTemplateData", {}))
    if user_data := data.pop("UserData", None):
        data["UserData"] = parse_user_data(user_data)
    return data


def _mend_reading(models, responses):
    from moto.core.responses import ActionResult

    @method(responses)
    def describe_launch_templates(self):
        self.error_on_dryrun()
        templates = self.ec2_backend.describe_launch_templates(
            template_names=self._get_param("LaunchTemplateNames", []),
            template_ids=self._get_param("LaunchTemplateIds", []),
            filters=self._filters_from_querystring(),
        )
        return ActionResult(_page(self, "LaunchTemplates", templates, _template))

    @method(responses)
    def describe_launch_template_versions(self):
        self.error_on_dryrun()
        found = self.ec2_backend.describe_launch_template_versions(
            template_name=self._get_param("LaunchTemplateName"),
            template_id=self._get_param("LaunchTemplateId"),
            versions=self._get_param("Versions", []),
            min_version=self._get_int_param("MinVersion"),
            max_version=self._get_int_param("MaxVersion"),
            max_results=None,
        )
        return ActionResult(
            _page(self, "LaunchTemplateVersions", found, lambda me, pair: _version(me, *pair))
        )

    @method(models.LaunchTemplateBackend)
    def describe_launch_template_versions(  # noqa: F811
        self, template_name, template_id, versions, min_version, max_version, max_results
    ):
        if template_name or template_id:
            template = (
                self.get_launch_template_by_name(template_name)
                if template_name
                else self.get_launch_template(template_id)
            )
            if versions:
                return [(template, template.get_version(number)) for number in versions]
            low, high = min_version or 0, max_version or float("inf")
            return [(template, item) for item in template.versions if low <= item.number <= high]
        return describe_launch_template_versions.before(
            self, template_name, template_id, versions, min_version, max_version, max_results
        )


def _add_deletion(models, responses):
    from moto.core.responses import ActionResult

    @method(responses)
    def delete_launch_template_versions(self):
        self.error_on_dryrun()
        template = _named(self)
        done, refused = [], []
        for number in self._get_param("Versions", []):
            _delete_version(template, number, done, refused)
        return ActionResult(
            {
                "SuccessfullyDeletedLaunchTemplateVersions": done,
                "UnsuccessfullyDeletedLaunchTemplateVersions": refused,
            }
        )

    def _delete_version(template, number, done, refused):
        item = {"LaunchTemplateId": template.id, "LaunchTemplateName": template.name}
        found = [version for version in template.versions if str(version.number) == str(number)]
        if not found:
            error = {
                "Code": "launchTemplateVersionDoesNotExist",
                "Message": f"Launch Template Version {number} does not exist.",
            }
        elif template.is_default(found[0]):
            error = {
                "Code": "unexpectedError",
                "Message": "You cannot delete the default version of a launch template.",
            }
        else:
            template.versions.remove(found[0])
            done.append({**item, "VersionNumber": found[0].number})
            return
        refused.append({**item, "VersionNumber": int(number), "ResponseError": error})


def _named(response):
    """The template that a request names by id or by name."""
    if identifier := response._get_param("LaunchTemplateId"):
        return response.ec2_backend.get_launch_template(identifier)
    return response.ec2_backend.get_launch_template_by_name(
        response._get_param("LaunchTemplateName")
    )


def _page(response, member, items, shape):
    """Only the page's items are put in shape: a bulk read asks for thousands."""
    from .ec2_paging import Paged, position, token

    start = position(response._get_param("NextToken"))
    size = min(response._get_int_param("MaxResults", 200), 200)
    result = {member: [shape(response, item) for item in items[start : start + size]]}
    if len(items) > start + size:
        result["NextToken"] = token(start + size)
    return Paged(result)


def _template(response, template):
    return {
        "CreateTime": template.create_time,
        "CreatedBy": f"arn:{response.partition}:iam::{response.current_account}:root",
        "DefaultVersionNumber": template.default_version_number,
        "LatestVersionNumber": template.latest_version_number,
        "LaunchTemplateId": template.id,
        "LaunchTemplateName": template.name,
        "Tags": template.tags,
    }


def _version(response, template, version):
    return {
        "CreateTime": version.create_time,
        "CreatedBy": f"arn:{response.partition}:iam::{response.current_account}:root",
        "DefaultVersion": template.is_default(version),
        "LaunchTemplateData": version.data,
        "LaunchTemplateId": template.id,
        "LaunchTemplateName": template.name,
        "VersionDescription": version.description,
        "VersionNumber": version.number,
    }
