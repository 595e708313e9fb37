"""The engine's objects in the shapes of the CloudFormation API."""

import json


def _without_none(members):
    return {name: value for name, value in members.items() if value is not None}


def parameters(target):
    if target is None:
        return []
    declared = target.template.get("Parameters") or {}
    return [
        _without_none(
            {
                "ParameterKey": name,
                "ParameterValue": "****"
                if str(body.get("NoEcho")).lower() == "true"
                else str(target.supplied.get(name, body.get("Default"))),
                "ResolvedValue": target.parameters[name]
                if body.get("Type", "").startswith("AWS::SSM::")
                else None,
            }
        )
        for name, body in declared.items()
    ]


def _tags(target):
    tags = target.tags if target else {}
    return [{"Key": key, "Value": value} for key, value in tags.items()]


def stack(item):
    return _without_none(
        {
            "StackId": item.identifier,
            "StackName": item.name,
            "ChangeSetId": item.change_set_id,
            "Description": item.target.template.get("Description") if item.target else None,
            "Parameters": parameters(item.target),
            "CreationTime": item.creation_time,
            "DeletionTime": item.deletion_time,
            "LastUpdatedTime": item.last_updated,
            "RollbackConfiguration": {},
            "StackStatus": item.status,
            "StackStatusReason": item.status_reason,
            "DisableRollback": item.on_failure == "DO_NOTHING",
            "NotificationARNs": [],
            "Capabilities": item.target.capabilities if item.target else [],
            "Outputs": list(item.outputs),
            "Tags": _tags(item.target),
            "EnableTerminationProtection": item.termination_protection,
            "DriftInformation": {"StackDriftStatus": "NOT_CHECKED"},
            "ParentId": item.parent_id,
            "RootId": item.root_id,
        }
    )


def stack_summary(item):
    return _without_none(
        {
            "StackId": item.identifier,
            "StackName": item.name,
            "TemplateDescription": item.target.template.get("Description") if item.target else None,
            "CreationTime": item.creation_time,
            "LastUpdatedTime": item.last_updated,
            "DeletionTime": item.deletion_time,
            "StackStatus": item.status,
            "StackStatusReason": item.status_reason,
            "DriftInformation": {"StackDriftStatus": "NOT_CHECKED"},
            "ParentId": item.parent_id,
            "RootId": item.root_id,
        }
    )


def resource(owner, item, detail=False):
    time = "LastUpdatedTimestamp" if detail else "Timestamp"
    return _without_none(
        {
            "StackName": owner.name,
            "StackId": owner.identifier,
            "LogicalResourceId": item.logical_id,
            "PhysicalResourceId": item.physical_id,
            "ResourceType": item.resource_type,
            time: item.timestamp,
            "ResourceStatus": item.status,
            "ResourceStatusReason": item.status_reason,
            "Metadata": json.dumps(item.body["Metadata"])
            if detail and "Metadata" in item.body
            else None,
            "DriftInformation": {"StackResourceDriftStatus": "NOT_CHECKED"},
        }
    )


def resource_summary(item):
    return _without_none(
        {
            "LogicalResourceId": item.logical_id,
            "PhysicalResourceId": item.physical_id,
            "ResourceType": item.resource_type,
            "LastUpdatedTimestamp": item.timestamp,
            "ResourceStatus": item.status,
            "ResourceStatusReason": item.status_reason,
            "DriftInformation": {"StackResourceDriftStatus": "NOT_CHECKED"},
        }
    )


def change_set(item):
    return _without_none(
        {
            "ChangeSetName": item.name,
            "ChangeSetId": item.identifier,
            "StackId": item.stack.identifier,
            "StackName": item.stack.name,
            "Description": item.description,
            "Parameters": parameters(item.target),
            "CreationTime": item.creation_time,
            "ExecutionStatus": item.execution_status,
            "Status": item.status,
            "StatusReason": item.status_reason,
            "NotificationARNs": [],
            "RollbackConfiguration": {},
            "Capabilities": item.target.capabilities if item.target else [],
            "Tags": _tags(item.target),
            "IncludeNestedStacks": item.include_nested,
            "ParentChangeSetId": item.parent_id,
            "RootChangeSetId": item.root_id,
            "OnStackFailure": item.on_failure,
            **_drift(item),
        }
    )


def _drift(item):
    """What is said where drift is looked at alone."""
    if not item.target or not item.target.reverts_drift:
        return {}
    drifted = any(change.drift_status in ("MODIFIED", "DELETED") for change in item.changes)
    return {
        "DeploymentMode": "REVERT_DRIFT",
        "StackDriftStatus": "DRIFTED" if drifted else "IN_SYNC",
    }


def change_set_summary(item):
    members = change_set(item)
    names = (
        "StackId",
        "StackName",
        "ChangeSetId",
        "ChangeSetName",
        "ExecutionStatus",
        "Status",
        "StatusReason",
        "CreationTime",
        "Description",
        "IncludeNestedStacks",
        "ParentChangeSetId",
        "RootChangeSetId",
    )
    return {name: members[name] for name in names if name in members}


def changes(item):
    return [
        {
            "Type": "Resource",
            "ResourceChange": _without_none(
                {
                    "Action": change.action,
                    "PolicyAction": _policy_action(item, change),
                    "LogicalResourceId": change.logical_id,
                    "PhysicalResourceId": change.physical_id or None,
                    "ResourceType": change.resource_type,
                    "Replacement": change.replacement,
                    "Scope": change.scope,
                    "Details": change.details,
                    "ChangeSetId": change.change_set_id,
                    "ResourceDriftStatus": change.drift_status,
                }
            ),
        }
        for change in item.changes
    ]


def _policy_action(item, change):
    """What becomes of the old resource where a change removes or replaces it."""
    present = item.stack.resources.get(change.logical_id)
    if change.action == "Remove":
        return "Retain" if present.retained() else "Delete"
    if change.replacement == "True":
        kept = present.retained("UpdateReplacePolicy")
        return "ReplaceAndRetain" if kept else "ReplaceAndDelete"
    return None


def template_summary(template):
    kinds = sorted({body["Type"] for body in template["Resources"].values()})
    iam = any(kind.startswith("AWS::IAM::") for kind in kinds)
    return _without_none(
        {
            "Parameters": [
                _without_none(
                    {
                        "ParameterKey": name,
                        "DefaultValue": _text(body.get("Default")),
                        "ParameterType": body.get("Type", "String"),
                        "NoEcho": str(body.get("NoEcho")).lower() == "true",
                        "Description": body.get("Description"),
                        "ParameterConstraints": {
                            "AllowedValues": [str(item) for item in body.get("AllowedValues", [])]
                        },
                    }
                )
                for name, body in (template.get("Parameters") or {}).items()
            ],
            "Description": template.get("Description"),
            "Capabilities": ["CAPABILITY_NAMED_IAM"] if iam else [],
            "ResourceTypes": kinds,
            "Version": str(template.get("AWSTemplateFormatVersion", "2010-09-09")),
            "Metadata": json.dumps(template["Metadata"]) if "Metadata" in template else None,
        }
    )


def template_validation(template):
    summary = template_summary(template)
    names = ("ParameterKey", "DefaultValue", "NoEcho", "Description")
    result = {
        "Parameters": [
            {name: item[name] for name in names if name in item} for item in summary["Parameters"]
        ],
        "Capabilities": summary["Capabilities"],
    }
    if "Description" in summary:
        result["Description"] = summary["Description"]
    return result


def _text(value):
    return None if value is None else str(value)
