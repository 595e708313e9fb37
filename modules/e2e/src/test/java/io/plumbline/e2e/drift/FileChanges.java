package io.plumbline.e2e.drift;

import static io.plumbline.e2e.drift.Change.drift;

import java.util.List;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.efs.model.LifecyclePolicy;
import software.amazon.awssdk.services.efs.model.MountTargetDescription;
import software.amazon.awssdk.services.efs.model.Status;

/** What is done to the shared files, and to where they are mounted. */
final class FileChanges {
  private static final String ANYBODY =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "*", "Resource": "*"}]}
      """;

  private FileChanges() {}

  static List<Change> all() {
    return List.of(
        drift(
            "the files are slower",
            "changed home throughputMode <- home",
            fleet -> {
              speed(fleet, "bursting");
              return () -> speed(fleet, "elastic");
            }),
        drift(
            "nobody backs the files up",
            "changed home backupPolicy <- home",
            fleet -> {
              backUp(fleet, Status.DISABLED);
              return () -> backUp(fleet, Status.ENABLED);
            }),
        drift(
            "files stay where they are dear to keep",
            "changed home lifecyclePolicies/AFTER_30_DAYS <- home",
            fleet -> {
              List<LifecyclePolicy> before =
                  efs(fleet)
                      .describeLifecycleConfiguration(r -> r.fileSystemId(id(fleet)))
                      .lifecyclePolicies();
              age(fleet, List.of());
              return () -> age(fleet, before);
            }),
        drift(
            "anybody may mount the files",
            "changed home policy <- home",
            fleet -> {
              efs(fleet).putFileSystemPolicy(r -> r.fileSystemId(id(fleet)).policy(ANYBODY));
              return () -> efs(fleet).deleteFileSystemPolicy(r -> r.fileSystemId(id(fleet)));
            }),
        drift(
            "another group guards the mount target",
            "changed home/mount-private-us-east-1a securityGroups <- home",
            fleet -> {
              String mount = mount(fleet).mountTargetId();
              List<String> before =
                  efs(fleet)
                      .describeMountTargetSecurityGroups(r -> r.mountTargetId(mount))
                      .securityGroups();
              guard(fleet, mount, List.of(fleet.defaultGroup()));
              return () -> guard(fleet, mount, before);
            }),
        drift(
            "a tag of the files is removed",
            "changed home tags/plumbline:id <- home",
            fleet -> {
              String id = id(fleet);
              efs(fleet).untagResource(r -> r.resourceId(id).tagKeys("plumbline:id"));
              return () ->
                  efs(fleet)
                      .tagResource(
                          r -> r.resourceId(id).tags(t -> t.key("plumbline:id").value("home")));
            }));
  }

  private static EfsClient efs(Fleet fleet) {
    return fleet.aws().efs();
  }

  private static String id(Fleet fleet) {
    return efs(fleet).describeFileSystems().fileSystems().stream()
        .map(FileSystemDescription::fileSystemId)
        .findFirst()
        .orElseThrow();
  }

  private static MountTargetDescription mount(Fleet fleet) {
    return efs(fleet).describeMountTargets(r -> r.fileSystemId(id(fleet))).mountTargets().get(0);
  }

  private static void speed(Fleet fleet, String mode) {
    efs(fleet).updateFileSystem(r -> r.fileSystemId(id(fleet)).throughputMode(mode));
  }

  private static void backUp(Fleet fleet, Status status) {
    efs(fleet).putBackupPolicy(r -> r.fileSystemId(id(fleet)).backupPolicy(b -> b.status(status)));
  }

  private static void age(Fleet fleet, List<LifecyclePolicy> policies) {
    efs(fleet)
        .putLifecycleConfiguration(r -> r.fileSystemId(id(fleet)).lifecyclePolicies(policies));
  }

  private static void guard(Fleet fleet, String mount, List<String> groups) {
    efs(fleet).modifyMountTargetSecurityGroups(r -> r.mountTargetId(mount).securityGroups(groups));
  }
}
