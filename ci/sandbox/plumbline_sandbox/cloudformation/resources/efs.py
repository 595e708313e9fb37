"""EFS file systems and mount targets."""

from ..api import gone
from .handler import Handler, handles
from .iam import document


@handles("AWS::EFS::FileSystem")
class FileSystem(Handler):
    properties = {
        "AvailabilityZoneName",
        "BackupPolicy",
        "Encrypted",
        "FileSystemPolicy",
        "FileSystemTags",
        "KmsKeyId",
        "LifecyclePolicies",
        "PerformanceMode",
        "ProvisionedThroughputInMibps",
        "ThroughputMode",
    }

    def create(self, work):
        names = (
            "AvailabilityZoneName",
            "Encrypted",
            "KmsKeyId",
            "PerformanceMode",
            "ProvisionedThroughputInMibps",
            "ThroughputMode",
        )
        made = work.services.efs.create_file_system(
            CreationToken=f"{work.stack_name}-{work.logical_id}"[:64],
            Tags=work.tag_list(),
            **{name: work.get(name) for name in names if name in work.properties},
        )
        work.physical_id = made["FileSystemId"]
        self._settings(work, {})
        return work.physical_id

    def update(self, work):
        efs, system, old = work.services.efs, {"FileSystemId": work.physical_id}, work.previous
        names = ("ProvisionedThroughputInMibps", "ThroughputMode")
        if [work.get(name) for name in names] != [old.get(name) for name in names]:
            members = {name: work.get(name) for name in names if name in work.properties}
            members.setdefault("ThroughputMode", "bursting")
            efs.update_file_system(**system, **members)
        if work.removed_tags():
            efs.untag_resource(ResourceId=work.physical_id, TagKeys=work.removed_tags())
        if work.tags:
            efs.tag_resource(ResourceId=work.physical_id, Tags=work.tag_list())
        self._settings(work, old)

    @staticmethod
    def _settings(work, old):
        efs, system = work.services.efs, {"FileSystemId": work.physical_id}
        if work.get("LifecyclePolicies") != old.get("LifecyclePolicies"):
            policies = work.get("LifecyclePolicies", [])
            efs.put_lifecycle_configuration(**system, LifecyclePolicies=policies)
        if work.get("BackupPolicy") != old.get("BackupPolicy"):
            status = work.get("BackupPolicy", {"Status": "DISABLED"})
            efs.put_backup_policy(**system, BackupPolicy=status)
        if work.get("FileSystemPolicy") != old.get("FileSystemPolicy"):
            if "FileSystemPolicy" in work.properties:
                policy = document(work.get("FileSystemPolicy"))
                efs.put_file_system_policy(**system, Policy=policy)
            else:
                efs.delete_file_system_policy(**system)

    def delete(self, work):
        gone(work.services.efs.delete_file_system, FileSystemId=work.physical_id)

    def attributes(self, work):
        account, region = work.services.account, work.services.region
        arn = f"arn:aws:elasticfilesystem:{region}:{account}:file-system/{work.physical_id}"
        return {"Arn": arn, "FileSystemId": work.physical_id}


@handles("AWS::EFS::MountTarget")
class MountTarget(Handler):
    properties = {"FileSystemId", "IpAddress", "SecurityGroups", "SubnetId"}

    def create(self, work):
        names = ("FileSystemId", "IpAddress", "SecurityGroups", "SubnetId")
        members = {name: work.get(name) for name in names if name in work.properties}
        return work.services.efs.create_mount_target(**members)["MountTargetId"]

    def update(self, work):
        work.services.efs.modify_mount_target_security_groups(
            MountTargetId=work.physical_id, SecurityGroups=work.get("SecurityGroups")
        )

    def delete(self, work):
        gone(work.services.efs.delete_mount_target, MountTargetId=work.physical_id)

    def attributes(self, work):
        found = work.services.efs.describe_mount_targets(MountTargetId=work.physical_id)
        return {"Id": work.physical_id, "IpAddress": found["MountTargets"][0]["IpAddress"]}
