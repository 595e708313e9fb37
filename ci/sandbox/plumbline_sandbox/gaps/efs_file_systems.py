"""EFS: settings that can be changed.

Shapes in the API reference:
- UpdateFileSystem changes the throughput mode and the provisioned throughput, and answers the file
  system. PutBackupPolicy sets the backup policy's status; without one, and where it was disabled,
  DescribeBackupPolicy answers PolicyNotFound or the status. DeleteFileSystemPolicy removes the
  policy. moto has none of the three.
- An unknown file system is FileSystemNotFound to DescribeBackupPolicy as well.
- FileSystemProtection stands in every description, and is ENABLED unless somebody changed it.
"""

import json

from . import method


def fill():
    from moto.efs.exceptions import FileSystemNotFound, PolicyNotFound
    from moto.efs.models import EFSBackend, FileSystem
    from moto.efs.responses import EFSResponse

    def found(backend, file_system_id):
        if file_system_id not in backend.file_systems_by_id:
            raise FileSystemNotFound(file_system_id)
        return backend.file_systems_by_id[file_system_id]

    @method(FileSystem)
    def info_json(self):
        described = info_json.before(self)
        described["FileSystemProtection"] = {"ReplicationOverwriteProtection": "ENABLED"}
        return described

    @method(EFSBackend)
    def describe_backup_policy(self, file_system_id):
        policy = getattr(found(self, file_system_id), "_backup_status", None)
        if policy:
            return {"Status": policy}
        return describe_backup_policy.before(self, file_system_id)

    @method(EFSResponse)
    def put_backup_policy(self):
        status = self._get_param("BackupPolicy")["Status"]
        found(self.efs_backend, self._get_param("FileSystemId"))._backup_status = status
        return _answer({"BackupPolicy": {"Status": status}})

    @method(EFSResponse)
    def delete_file_system_policy(self):
        found(self.efs_backend, self._get_param("FileSystemId")).file_system_policy = None
        return _answer({})

    @method(EFSBackend)
    def describe_file_system_policy(self, file_system_id):
        policy = found(self, file_system_id).file_system_policy
        if not policy:
            raise PolicyNotFound("None")
        return policy

    @method(EFSResponse)
    def update_file_system(self):
        system = found(self.efs_backend, self._get_param("FileSystemId"))
        system.throughput_mode = self._get_param("ThroughputMode") or system.throughput_mode
        throughput = self._get_param("ProvisionedThroughputInMibps")
        fixed = system.throughput_mode == "provisioned"
        system.provisioned_throughput_in_mibps = (
            (throughput or system.provisioned_throughput_in_mibps) if fixed else None
        )
        body, headers = _answer(system.info_json())
        return body, {**headers, "status": 202}


def _answer(members):
    return json.dumps(members), {"Content-Type": "application/json"}
