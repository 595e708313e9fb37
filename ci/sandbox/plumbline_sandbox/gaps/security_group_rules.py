"""Security group rules: their descriptions, what makes two the same, their changes, their answers.

Shapes in the API reference:
- SecurityGroupRule has Description, ReferencedGroupInfo, PrefixListId, SecurityGroupRuleArn
  whatever the rule refers to. moto knows a description on a CIDR only.
- AuthorizeSecurityGroupIngress answers all rules that it made; moto those of the last permission.
- Two rules of a group that differ in their description alone are the same
  (InvalidPermission.Duplicate), and a rule is revoked without naming its description.
- ModifySecurityGroupRules takes every kind of source; moto an IPv4 CIDR only.
- UpdateSecurityGroupRuleDescriptionsIngress and Egress take SecurityGroupRuleDescriptions, by id.
- DeleteSecurityGroup answers DependencyViolation while a rule of another group refers to the
  group.
"""

from . import method


def fill():
    from moto.ec2.models import security_groups as models
    from moto.ec2.responses.security_groups import SecurityGroups

    _mend_rule(models.SecurityGroupRule)
    _mend_grouped_view(models.SecurityGroup)
    _mend_backend(models)
    _mend_answers(SecurityGroups)


def _mend_rule(rule):
    @method(rule)
    def __init__(self, *arguments, **members):
        __init__.before(self, *arguments, **members)
        lists = members.get("prefix_list_id") or (arguments[7] if len(arguments) > 7 else None)
        texts = [
            (part or {}).get("Description") for part in (self.ip_range, self.source_group, lists)
        ]
        self.plumbline_description = next((text for text in texts if text), None)

    rule.description = property(lambda self: self.plumbline_description)
    rule.security_group_rule_id = property(lambda self: self.id)
    rule.security_group_rule_arn = property(
        lambda self: (
            f"arn:aws:ec2:{self.ec2_backend.region_name}:{self.owner_id}:"
            f"security-group-rule/{self.id}"
        )
    )
    rule.group_owner_id = property(lambda self: self.owner_id)
    rule.tags = property(lambda self: self.get_tags())
    rule.referenced_group_info = property(_referenced)
    rule.__eq__ = lambda self, other: content(self) == content(other)
    rule.__hash__ = object.__hash__


def _referenced(rule):
    if not rule.source_group:
        return None
    return {"GroupId": rule.source_group.get("GroupId"), "UserId": rule.source_group.get("UserId")}


def content(rule):
    """What makes two rules of one group the same: all but the description and the id."""
    return (
        rule.ip_protocol,
        rule.from_port,
        rule.to_port,
        rule.ip_range.get("CidrIp"),
        rule.ip_range.get("CidrIpv6"),
        rule.source_group.get("GroupId"),
        rule.prefix_list_id,
    )


def _describe(rule, text):
    """Sets a description wherever moto shows it."""
    rule.plumbline_description = text or None
    for part in (rule.ip_range, rule.source_group):
        part.pop("Description", None)
        if text and part:
            part["Description"] = text


def _mend_grouped_view(group):
    @method(group)
    def _flattened_rules(self, rules):
        views = _flattened_rules.before(self, rules)
        texts = {
            rule.prefix_list_id: rule.description
            for rule in rules
            if rule.prefix_list_id and rule.description
        }
        for view in views:
            for item in view.prefix_list_ids:
                if item["PrefixListId"] in texts:
                    item["Description"] = texts[item["PrefixListId"]]
        return views


def _mend_backend(models):
    backend = models.SecurityGroupBackend

    @method(backend)
    def describe_security_groups(self, group_ids=None, groupnames=None, filters=None):
        for identifier in group_ids or []:
            if self.get_security_group_from_id(identifier) is None:
                raise models.InvalidSecurityGroupNotFoundError(identifier)
        return describe_security_groups.before(self, group_ids, groupnames, filters)

    @method(backend)
    def get_security_group_from_id(self, group_id):
        for groups in self.groups.values():
            if group_id in groups:
                return groups[group_id]
        return None

    @method(backend)
    def describe_security_group_rules(self, sg_rule_ids, filters):
        if (
            not sg_rule_ids
            and "security-group-rule-id" not in filters
            and "group-id" not in filters
        ):
            return describe_security_group_rules.before(self, sg_rule_ids, filters)
        # The usual questions, by id or by group, without a copy of every rule of the account.
        return _by_id_or_group(self, models, sg_rule_ids, filters)

    @method(backend)
    def _delete_security_group(self, vpc_id, group_id):
        users = [
            group.id
            for groups in self.groups.values()
            for group in groups.values()
            if group.id != group_id
            for rule in group.ingress_rules + group.egress_rules
            if rule.source_group.get("GroupId") == group_id
        ]
        if users:
            raise models_dependency_violation(group_id)
        return _delete_security_group.before(self, vpc_id, group_id)

    @method(backend)
    def modify_security_group_rules(self, group_id, rules):
        group = self.get_security_group_by_name_or_id(group_id)
        if group is None:
            raise models.InvalidSecurityGroupNotFoundError(group_id)
        for rule_id, new in rules.items():
            rule = group.get_rule(rule_id)
            if rule is None:
                raise models.InvalidSecurityGroupRuleIdNotFoundError(rule_id)
            _modify(self, rule, new)


def models_dependency_violation(group_id):
    from moto.ec2.exceptions import DependencyViolationError

    return DependencyViolationError(f"resource {group_id} has a dependent object")


def _modify(backend, rule, new):
    from moto.ec2.models.security_groups import SecurityGroupRule

    group = new.get("ReferencedGroupId")
    source = {"GroupId": group, "UserId": backend.account_id} if group else None
    lists = {"PrefixListId": new["PrefixListId"]} if new.get("PrefixListId") else None
    ranges = {
        name: new[theirs]
        for name, theirs in (("CidrIp", "CidrIpv4"), ("CidrIpv6", "CidrIpv6"))
        if new.get(theirs)
    }
    draft = SecurityGroupRule(
        backend,
        new.get("IpProtocol"),
        rule.group_id,
        new.get("FromPort"),
        new.get("ToPort"),
        ranges or None,
        source,
        lists,
        is_egress=rule.is_egress,
    )
    for name in (
        "ip_protocol",
        "from_port",
        "to_port",
        "ip_range",
        "source_group",
        "prefix_list_id",
    ):
        setattr(rule, name, getattr(draft, name))
    _describe(rule, new.get("Description"))


def _by_id_or_group(backend, models, identifiers, filters):
    import copy

    groups = [group for groups in backend.groups.values() for group in groups.values()]
    if wanted := filters.get("group-id"):
        for identifier in wanted:
            if not models.is_valid_security_group_id(identifier):
                raise models.InvalidGroupIdMalformedError(identifier)
        groups = [group for group in groups if group.id in wanted]
    rules = [rule for group in groups for rule in group.egress_rules + group.ingress_rules]
    if identifiers:
        known = {rule.id for rule in rules}
        for identifier in identifiers:
            if identifier not in known:
                raise models.InvalidSecurityGroupRuleIdNotFoundError(identifier)
        rules = [rule for rule in rules if rule.id in set(identifiers)]
    rules = [copy.copy(rule) for rule in rules if rule.matches_filters(filters)]
    for rule in rules:
        # As AWS does here, unlike in DescribeSecurityGroups: no port is -1.
        rule.from_port = -1 if rule.from_port is None else rule.from_port
        rule.to_port = -1 if rule.to_port is None else rule.to_port
    return rules


def _mend_answers(responses):
    from moto.core.responses import ActionResult

    def authorize(direction):
        def answer(self):
            self.error_on_dryrun()
            operation = getattr(self.ec2_backend, f"authorize_security_group_{direction}")
            made = []
            for members in self._process_rules_from_querystring():
                rules, _ = operation(**members)
                made += rules
            return ActionResult({"Return": True, "SecurityGroupRules": made})

        return answer

    def describe(direction):
        name = f"update_security_group_rule_descriptions_{direction}"
        before = getattr(responses, name)

        def answer(self):
            texts = self._get_param("SecurityGroupRuleDescriptions", [])
            if not texts:
                _describe_by_permission(self, direction)
                return ActionResult({"Return": True})
            for item in texts:
                _describe(_rule(self, item["SecurityGroupRuleId"]), item.get("Description"))
            return ActionResult({"Return": True})

        answer.before = before
        return answer

    for direction in ("ingress", "egress"):
        method(responses, f"authorize_security_group_{direction}")(authorize(direction))
        method(responses, f"update_security_group_rule_descriptions_{direction}")(
            describe(direction)
        )


def _rule(response, identifier):
    from moto.ec2.exceptions import InvalidSecurityGroupRuleIdNotFoundError

    for groups in response.ec2_backend.groups.values():
        for group in groups.values():
            if rule := group.get_rule(identifier):
                return rule
    raise InvalidSecurityGroupRuleIdNotFoundError(identifier)


def _describe_by_permission(response, direction):
    backend = response.ec2_backend
    for members in response._process_rules_from_querystring():
        group = backend.get_security_group_by_name_or_id(members["group_name_or_id"])
        rules = group.ingress_rules if direction == "ingress" else group.egress_rules
        for wanted in backend._iterate_security_rules(
            members["ip_protocol"],
            group.id,
            members["from_port"],
            members["to_port"],
            members["ip_ranges"],
            members["source_groups"],
            members["prefix_list_ids"],
        ):
            for rule in rules:
                if rule == wanted:
                    _describe(rule, wanted.description)
