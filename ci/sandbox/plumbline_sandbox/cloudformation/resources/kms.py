"""KMS keys and aliases."""

from ..api import gone
from .handler import Handler, handles
from .iam import document


@handles("AWS::KMS::Key")
class Key(Handler):
    properties = {
        "Description",
        "EnableKeyRotation",
        "Enabled",
        "KeyPolicy",
        "KeySpec",
        "KeyUsage",
        "MultiRegion",
        "PendingWindowInDays",
        "RotationPeriodInDays",
        "Tags",
    }

    def create(self, work):
        names = ("Description", "KeySpec", "KeyUsage", "MultiRegion")
        members = {name: work.get(name) for name in names if name in work.properties}
        if "KeyPolicy" in work.properties:
            members["Policy"] = document(work.get("KeyPolicy"))
        if work.tags:
            members["Tags"] = _tags(work.tags)
        key = work.services.kms.create_key(**members)["KeyMetadata"]
        work.physical_id = key["KeyId"]
        self._settings(work, {})
        return key["KeyId"]

    def update(self, work):
        kms, key, old = work.services.kms, {"KeyId": work.physical_id}, work.previous
        if work.get("Description") != old.get("Description"):
            kms.update_key_description(**key, Description=work.get("Description", ""))
        if work.get("KeyPolicy") != old.get("KeyPolicy") and "KeyPolicy" in work.properties:
            kms.put_key_policy(
                **key, PolicyName="default", Policy=document(work.get("KeyPolicy"))
            )
        if work.tags != work.previous_tags:
            if work.removed_tags():
                kms.untag_resource(**key, TagKeys=work.removed_tags())
            if work.tags:
                kms.tag_resource(**key, Tags=_tags(work.tags))
        self._settings(work, old)

    @staticmethod
    def _settings(work, old):
        kms, key = work.services.kms, {"KeyId": work.physical_id}
        if work.get("Enabled", True) != old.get("Enabled", True):
            (kms.enable_key if work.get("Enabled", True) else kms.disable_key)(**key)
        names = ("EnableKeyRotation", "RotationPeriodInDays")
        if [work.get(name) for name in names] != [old.get(name) for name in names]:
            if work.get("EnableKeyRotation"):
                kms.enable_key_rotation(
                    **key, RotationPeriodInDays=int(work.get("RotationPeriodInDays", 365))
                )
            elif old.get("EnableKeyRotation"):
                kms.disable_key_rotation(**key)

    def delete(self, work):
        gone(
            work.services.kms.schedule_key_deletion,
            KeyId=work.physical_id,
            PendingWindowInDays=int(work.get("PendingWindowInDays", 30)),
        )

    def attributes(self, work):
        found = work.services.kms.describe_key(KeyId=work.physical_id)["KeyMetadata"]
        return {"Arn": found["Arn"], "KeyId": found["KeyId"]}


def _tags(tags):
    return [{"TagKey": key, "TagValue": value} for key, value in tags.items()]


@handles("AWS::KMS::Alias")
class Alias(Handler):
    properties = {"AliasName", "TargetKeyId"}

    def create(self, work):
        work.services.kms.create_alias(
            AliasName=work.get("AliasName"), TargetKeyId=work.get("TargetKeyId")
        )
        return work.get("AliasName")

    def update(self, work):
        work.services.kms.update_alias(
            AliasName=work.physical_id, TargetKeyId=work.get("TargetKeyId")
        )

    def delete(self, work):
        gone(work.services.kms.delete_alias, AliasName=work.physical_id)
