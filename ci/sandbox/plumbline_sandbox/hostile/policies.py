"""Policy documents, written anew with the same meaning."""

import json
import re
from urllib.parse import quote, unquote

ACCOUNT = re.compile(r"\d{12}")
# Of a statement; the order within says nothing (IAM User Guide, Grammar of the policy language).
LISTS = ("Action", "NotAction", "Resource", "NotResource")


def rewritten(text, chance):
    """The document, if the text is one; None if it is something else."""
    encoded = text.startswith("%7B")
    plain = unquote(text) if encoded else text
    if not plain.lstrip().startswith("{") or '"Statement"' not in plain:
        return None
    try:
        document = json.loads(plain)
    except ValueError:
        return None
    statements = document["Statement"]
    many = statements if isinstance(statements, list) else [statements]
    document["Statement"] = [_statement(each, chance) for each in many]
    anew = json.dumps(_shuffled(document, chance), indent=chance.choice((None, 2)))
    return quote(anew, safe="-_.~") if encoded else anew


def _statement(statement, chance):
    told = dict(statement)
    for name in LISTS:
        if name in told:
            told[name] = _fewest(told[name], chance)
    for name in ("Principal", "NotPrincipal"):
        if isinstance(told.get(name), dict):
            told[name] = {kind: _principals(who, chance) for kind, who in told[name].items()}
    if "Condition" in told:
        told["Condition"] = {
            test: {key: _fewest(_texts(value), chance) for key, value in keys.items()}
            for test, keys in told["Condition"].items()
        }
    return _shuffled(told, chance)


def _principals(who, chance):
    many = who if isinstance(who, list) else [who]
    named = [f"arn:aws:iam::{each}:root" if ACCOUNT.fullmatch(each) else each for each in many]
    return _fewest(named, chance)


def _texts(value):
    """Flags and numbers are answered as text."""
    if isinstance(value, list):
        return [_texts(each) for each in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _fewest(value, chance):
    """One stands for a list of one; more come in any order."""
    if not isinstance(value, list):
        return value
    if len(value) == 1:
        return value[0]
    return chance.sample(value, len(value))


def _shuffled(members, chance):
    return dict(chance.sample(list(members.items()), len(members)))
