"""Reads a template: JSON or YAML with short-form functions, to plain data in the long form."""

import yaml

from .errors import ValidationError

BODY_LIMIT = 51_200
URL_LIMIT = 1_000_000
RESOURCE_LIMIT = 500
CROSSING_LIMIT = 200
SECTIONS = {
    "AWSTemplateFormatVersion",
    "Conditions",
    "Description",
    "Mappings",
    "Metadata",
    "Outputs",
    "Parameters",
    "Resources",
    "Rules",
}


class Loader(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):
    """YAML as CloudFormation reads it: `!Sub` is `Fn::Sub`, and a date stays text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, expression) for tag, expression in found if not tag.endswith(":timestamp")]
    for first, found in Loader.yaml_implicit_resolvers.items()
}


def _function(loader, suffix, node):
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    if suffix == "GetAtt" and isinstance(value, str):
        value = value.split(".", 1)
    return {suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}": value}


Loader.add_multi_constructor("!", _function)


def parse(body):
    """The template as data, or a ValidationError that says what is wrong with its form."""
    try:
        template = yaml.load(body, Loader=Loader)
    except yaml.YAMLError as problem:
        where = getattr(problem, "problem_mark", None)
        position = f" (line {where.line + 1}, column {where.column + 1})" if where else ""
        raise ValidationError(f"Template format error: YAML not well-formed.{position}") from None
    if not isinstance(template, dict):
        raise ValidationError("Template format error: unsupported structure.")
    _check(template)
    return template


def _check(template):
    unknown = sorted(set(template) - SECTIONS)
    if "Transform" in unknown:
        raise ValidationError("The sandbox does not run transforms.")
    if unknown:
        raise ValidationError(f"Invalid template property or properties {unknown}")
    resources = template.get("Resources")
    if not resources or not isinstance(resources, dict):
        raise ValidationError(
            "Template format error: At least one Resources member must be defined."
        )
    if len(resources) > RESOURCE_LIMIT:
        raise ValidationError(
            f"Template format error: Number of resources, {len(resources)}, is greater than "
            f"maximum allowed, {RESOURCE_LIMIT}"
        )
    for section in ("Parameters", "Outputs"):
        if len(template.get(section) or {}) > CROSSING_LIMIT:
            raise ValidationError(
                f"Template format error: Number of {section.lower()}, {len(template[section])}, is "
                f"greater than maximum allowed, {CROSSING_LIMIT}"
            )
    for name, resource in resources.items():
        if not str(name).isalnum():
            raise ValidationError(
                f"Template format error: Resource name {name} is non alphanumeric."
            )
        if not isinstance(resource, dict) or "Type" not in resource:
            raise ValidationError(
                f"Template format error: [/Resources/{name}] Every Resources object must contain "
                "a Type member."
            )
        _check_members(name, resource)


MEMBERS = {
    "Condition",
    "CreationPolicy",
    "DeletionPolicy",
    "DependsOn",
    "Metadata",
    "Properties",
    "Type",
    "UpdatePolicy",
    "UpdateReplacePolicy",
}


def _check_members(name, resource):
    unknown = sorted(set(resource) - MEMBERS)
    if unknown:
        raise ValidationError(f"Invalid template resource property '{unknown[0]}'")
    for policy in ("DeletionPolicy", "UpdateReplacePolicy"):
        allowed = ("Delete", "Retain", "Snapshot", "RetainExceptOnCreate")
        if resource.get(policy, "Delete") not in allowed:
            raise ValidationError(
                f"Template format error: Unrecognized {policy} {resource[policy]} for resource "
                f"{name}"
            )


def depends_on(resource):
    """The names a resource waits for by DependsOn."""
    names = resource.get("DependsOn") or []
    return [names] if isinstance(names, str) else list(names)
