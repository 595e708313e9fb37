"""Resolves a template's parameters: given values, defaults, types, constraints, SSM look-ups."""

import re

from botocore.exceptions import ClientError

from .errors import ValidationError


def resolve(template, supplied, stack, services):
    """All parameters, pseudo ones included, by name."""
    declared = template.get("Parameters") or {}
    if extra := sorted(set(supplied) - set(declared)):
        raise ValidationError(f"Parameters: [{', '.join(extra)}] do not exist in the template")
    missing = [
        name for name, body in declared.items() if name not in supplied and "Default" not in body
    ]
    if missing:
        raise ValidationError(f"Parameters: [{', '.join(missing)}] must have values")
    values = _pseudo(stack)
    for name, body in declared.items():
        text = str(supplied.get(name, body.get("Default")))
        _check(name, body, text)
        values[name] = _typed(body.get("Type", "String"), text, services)
    return values


def _pseudo(stack):
    china = stack.region.startswith("cn-")
    return {
        "AWS::AccountId": stack.account,
        "AWS::NotificationARNs": [],
        "AWS::Partition": "aws-cn" if china else "aws",
        "AWS::Region": stack.region,
        "AWS::StackId": stack.identifier,
        "AWS::StackName": stack.name,
        "AWS::URLSuffix": "amazonaws.com.cn" if china else "amazonaws.com",
    }


def _check(name, body, text):
    allowed = [str(value) for value in body.get("AllowedValues") or []]
    if allowed and text not in allowed:
        raise ValidationError(
            f"Parameter '{name}' must be one of AllowedValues: {', '.join(allowed)}"
        )
    pattern = body.get("AllowedPattern")
    if pattern and not re.fullmatch(pattern, text):
        raise ValidationError(f"Parameter '{name}' must match pattern {pattern}")
    if body.get("Type") == "Number":
        _check_number(name, body, text)
    elif len(text) < int(body.get("MinLength", 0)):
        raise ValidationError(
            f"Parameter '{name}' must contain at least {body['MinLength']} characters"
        )
    elif len(text) > int(body.get("MaxLength", 4096)):
        raise ValidationError(
            f"Parameter '{name}' must contain at most {body.get('MaxLength', 4096)} characters"
        )


def _check_number(name, body, text):
    try:
        number = float(text)
    except ValueError:
        raise ValidationError(f"Parameter '{name}' must be a number.") from None
    if number < float(body.get("MinValue", number)):
        raise ValidationError(
            f"Parameter '{name}' must be a number not less than {body['MinValue']}"
        )
    if number > float(body.get("MaxValue", number)):
        raise ValidationError(
            f"Parameter '{name}' must be a number not greater than {body['MaxValue']}"
        )


def _typed(kind, text, services):
    if kind.startswith("AWS::SSM::Parameter::Value<"):
        text = look_up(text, services)
        kind = kind[len("AWS::SSM::Parameter::Value<") : -1]
    if kind == "CommaDelimitedList" or kind.startswith("List<"):
        return [part.strip() for part in text.split(",")] if text else []
    return text


def look_up(name, services):
    """The value of an SSM parameter, `name` or `name:version`."""
    try:
        return services.ssm.get_parameter(Name=name)["Parameter"]["Value"]
    except ClientError:
        raise ValidationError(
            f"Unable to fetch parameters [{name}] from parameter store for this account."
        ) from None


DYNAMIC = re.compile(r"\{\{resolve:(ssm|ssm-secure|secretsmanager):([^}]+)\}\}")


def resolve_dynamic(value, services):
    """Replaces `{{resolve:ssm:NAME}}` in texts."""
    if isinstance(value, dict):
        return {key: resolve_dynamic(item, services) for key, item in value.items()}
    if isinstance(value, list):
        return [resolve_dynamic(item, services) for item in value]
    if not isinstance(value, str) or "{{resolve:" not in value:
        return value

    def replacement(match):
        if match.group(1) != "ssm":
            raise ValidationError(f"The sandbox does not resolve {match.group(1)} references.")
        return look_up(match.group(2), services)

    return DYNAMIC.sub(replacement, value)
