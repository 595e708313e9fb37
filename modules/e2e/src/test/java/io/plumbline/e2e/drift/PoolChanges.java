package io.plumbline.e2e.drift;

import static io.plumbline.e2e.drift.Change.drift;
import static io.plumbline.e2e.drift.Change.noDrift;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.LaunchTemplate;
import software.amazon.awssdk.services.autoscaling.model.LaunchTemplateOverrides;
import software.amazon.awssdk.services.autoscaling.model.MixedInstancesPolicy;
import software.amazon.awssdk.services.autoscaling.model.Tag;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupRequest;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateEbsBlockDevice;
import software.amazon.awssdk.services.ec2.model.RequestLaunchTemplateData;

/** What is done to groups of nodes and to their templates. */
final class PoolChanges {
  private static final String TRAINERS = "trainers/group";
  private static final String SPOT = "spot/group";
  private static final String TEMPLATE = "trainers/template";

  private PoolChanges() {}

  static List<Change> all() {
    return List.of(
        drift(
            "a group's maximum is raised",
            "changed trainers/group maxSize <- trainers",
            updated(TRAINERS, r -> r.maxSize(9), r -> r.maxSize(2))),
        drift(
            "a group's minimum is lowered",
            "changed trainers/group minSize <- trainers",
            updated(TRAINERS, r -> r.minSize(0), r -> r.minSize(2))),
        noDrift(
            "the autoscaler moves a size inside its band",
            updated(SPOT, r -> r.desiredCapacity(3), r -> r.desiredCapacity(0))),
        drift("a group is deleted", "missing trainers/group <- trainers", PoolChanges::deleteGroup),
        drift(
            "a group moves to the public subnet",
            "changed trainers/group subnets <- trainers",
            PoolChanges::moveGroup),
        drift(
            "a group's processes are suspended",
            "changed trainers/group suspendedProcesses <- trainers",
            PoolChanges::suspend),
        drift(
            "a group's nodes are protected from scaling in",
            "changed trainers/group newInstancesProtectedFromScaleIn <- trainers",
            updated(
                TRAINERS,
                r -> r.newInstancesProtectedFromScaleIn(true),
                r -> r.newInstancesProtectedFromScaleIn(false))),
        drift(
            "a group gets a warm pool",
            "changed trainers/group warmPool <- trainers",
            fleet -> {
              String name = fleet.group(TRAINERS).autoScalingGroupName();
              fleet.scaling().putWarmPool(r -> r.autoScalingGroupName(name).minSize(1));
              return () -> fleet.scaling().deleteWarmPool(r -> r.autoScalingGroupName(name));
            }),
        drift(
            "a group's tag has another value",
            "changed trainers/group tags/plumbline:environment/value <- trainers",
            fleet -> retag(fleet, "plumbline:environment", "prod")),
        drift(
            "a group gets the tags of another group",
            "changed trainers/group tags/plumbline:id/value <- trainers",
            fleet -> retag(fleet, "plumbline:id", SPOT)),
        drift(
            "a group's identity tag is removed",
            "changed trainers/group tags/plumbline:id <- trainers",
            PoolChanges::untag),
        drift(
            "the order of preference of types is turned round",
            "changed spot/group mixedInstancesPolicy/launchTemplate/overrides <- spot",
            mixed(PoolChanges::turnedRound)),
        drift(
            "the highest price paid for spare capacity is raised",
            "changed spot/group mixedInstancesPolicy/instancesDistribution/spotMaxPrice <- spot",
            mixed(
                policy ->
                    policy.toBuilder()
                        .instancesDistribution(
                            policy.instancesDistribution().toBuilder().spotMaxPrice("99").build())
                        .build())),
        drift(
            "a second group is made in our network",
            "unmanaged auto-scaling-group <- net",
            PoolChanges::secondGroup),
        drift(
            "a version of a template with another type is added",
            "changed trainers/template instanceType <- trainers",
            version(data -> data.instanceType("p4d.24xlarge"))),
        drift(
            "a version of a template that lets nodes start from a foreign disk is added",
            "changed trainers/template blockDeviceMappings/0/ebs/snapshotId <- trainers",
            PoolChanges::foreignDisk),
        drift(
            "a version of a template that shows tags to nodes is added",
            "changed trainers/template metadataOptions/instanceMetadataTags <- trainers",
            version(
                data ->
                    data.metadataOptions(
                        m ->
                            m.httpEndpoint("enabled")
                                .httpTokens("required")
                                .httpPutResponseHopLimit(2)
                                .instanceMetadataTags("enabled")))),
        drift(
            "a version of a template that lets a key in is added",
            "changed trainers/template keyName <- trainers",
            version(data -> data.keyName("back-door"))),
        drift(
            "a group moves on to a version of its template that lets a key in",
            "changed trainers/template keyName <- trainers",
            PoolChanges::backDoor),
        drift(
            "a version of a template is added and made the default",
            "changed trainers/template imageId <- trainers",
            PoolChanges::defaultVersion),
        drift(
            "a group moves to whatever version is the latest",
            "changed trainers/group launchTemplate/version <- trainers",
            fleet -> pin(fleet, "$Latest")));
  }

  private static Change.Deed updated(
      String address,
      Consumer<UpdateAutoScalingGroupRequest.Builder> change,
      Consumer<UpdateAutoScalingGroupRequest.Builder> back) {
    return fleet -> {
      update(fleet, address, change);
      return () -> update(fleet, address, back);
    };
  }

  private static void update(
      Fleet fleet, String address, Consumer<UpdateAutoScalingGroupRequest.Builder> change) {
    String name = fleet.group(address).autoScalingGroupName();
    fleet.scaling().updateAutoScalingGroup(r -> r.autoScalingGroupName(name).applyMutation(change));
  }

  private static Runnable deleteGroup(Fleet fleet) {
    AutoScalingGroup before = fleet.group(TRAINERS);
    fleet
        .scaling()
        .deleteAutoScalingGroup(
            r -> r.autoScalingGroupName(before.autoScalingGroupName()).forceDelete(true));
    return () -> make(fleet, before, before.autoScalingGroupName(), before.minSize());
  }

  private static void make(Fleet fleet, AutoScalingGroup like, String name, int size) {
    boolean same = name.equals(like.autoScalingGroupName());
    fleet
        .scaling()
        .createAutoScalingGroup(
            r ->
                r.autoScalingGroupName(name)
                    .minSize(size)
                    .maxSize(like.maxSize())
                    .desiredCapacity(size)
                    .launchTemplate(
                        t ->
                            t.launchTemplateId(like.launchTemplate().launchTemplateId())
                                .version(like.launchTemplate().version()))
                    .vpcZoneIdentifier(like.vpcZoneIdentifier())
                    .defaultCooldown(like.defaultCooldown())
                    .healthCheckType(like.healthCheckType())
                    .healthCheckGracePeriod(like.healthCheckGracePeriod())
                    .tags(same ? tags(like) : List.of()));
  }

  private static List<Tag> tags(AutoScalingGroup group) {
    return group.tags().stream()
        .map(
            tag ->
                Tag.builder()
                    .key(tag.key())
                    .value(tag.value())
                    .propagateAtLaunch(tag.propagateAtLaunch())
                    .build())
        .toList();
  }

  private static Runnable moveGroup(Fleet fleet) {
    String before = fleet.group(TRAINERS).vpcZoneIdentifier();
    String open = fleet.subnet("net/public-us-east-1a");
    update(fleet, TRAINERS, r -> r.vpcZoneIdentifier(open));
    return () -> update(fleet, TRAINERS, r -> r.vpcZoneIdentifier(before));
  }

  private static Runnable suspend(Fleet fleet) {
    String name = fleet.group(TRAINERS).autoScalingGroupName();
    fleet.scaling().suspendProcesses(r -> r.autoScalingGroupName(name).scalingProcesses("Launch"));
    return () ->
        fleet
            .scaling()
            .resumeProcesses(r -> r.autoScalingGroupName(name).scalingProcesses("Launch"));
  }

  private static Runnable retag(Fleet fleet, String key, String value) {
    AutoScalingGroup group = fleet.group(TRAINERS);
    Tag before = tag(group, key);
    fleet.scaling().createOrUpdateTags(r -> r.tags(before.toBuilder().value(value).build()));
    return () -> fleet.scaling().createOrUpdateTags(r -> r.tags(before));
  }

  private static Runnable untag(Fleet fleet) {
    Tag before = tag(fleet.group(TRAINERS), "plumbline:id");
    fleet.scaling().deleteTags(r -> r.tags(before));
    return () -> fleet.scaling().createOrUpdateTags(r -> r.tags(before));
  }

  private static Tag tag(AutoScalingGroup group, String key) {
    return tags(group).stream()
        .filter(tag -> tag.key().equals(key))
        .findFirst()
        .orElseThrow()
        .toBuilder()
        .resourceId(group.autoScalingGroupName())
        .resourceType("auto-scaling-group")
        .build();
  }

  /** Changes the policy of the spot pool. */
  private interface PolicyChange {
    MixedInstancesPolicy of(MixedInstancesPolicy policy);
  }

  private static Change.Deed mixed(PolicyChange change) {
    return fleet -> {
      MixedInstancesPolicy before = withoutName(fleet.group(SPOT).mixedInstancesPolicy());
      update(fleet, SPOT, r -> r.mixedInstancesPolicy(change.of(before)));
      return () -> update(fleet, SPOT, r -> r.mixedInstancesPolicy(before));
    };
  }

  /** EC2 answers a template's id and name, and takes but one of them. */
  private static MixedInstancesPolicy withoutName(MixedInstancesPolicy policy) {
    LaunchTemplate nodes = policy.launchTemplate();
    return policy.toBuilder()
        .launchTemplate(
            nodes.toBuilder()
                .launchTemplateSpecification(
                    nodes.launchTemplateSpecification().toBuilder()
                        .launchTemplateName(null)
                        .build())
                .build())
        .build();
  }

  private static MixedInstancesPolicy turnedRound(MixedInstancesPolicy policy) {
    List<LaunchTemplateOverrides> turned = policy.launchTemplate().overrides().reversed();
    return policy.toBuilder()
        .launchTemplate(policy.launchTemplate().toBuilder().overrides(turned).build())
        .build();
  }

  private static Runnable secondGroup(Fleet fleet) {
    make(fleet, fleet.group(TRAINERS), "by-hand", 0);
    return () ->
        fleet
            .scaling()
            .deleteAutoScalingGroup(r -> r.autoScalingGroupName("by-hand").forceDelete(true));
  }

  private static Change.Deed version(Consumer<RequestLaunchTemplateData.Builder> change) {
    return fleet -> {
      String added = addVersion(fleet, change);
      return () -> deleteVersion(fleet, added);
    };
  }

  private static Runnable foreignDisk(Fleet fleet) {
    String id = fleet.template(TEMPLATE);
    LaunchTemplateEbsBlockDevice disk =
        fleet
            .ec2()
            .describeLaunchTemplateVersions(r -> r.launchTemplateId(id).versions("1"))
            .launchTemplateVersions()
            .get(0)
            .launchTemplateData()
            .blockDeviceMappings()
            .get(0)
            .ebs();
    return version(
            data ->
                data.blockDeviceMappings(
                    b ->
                        b.deviceName("/dev/sda1")
                            .ebs(
                                e ->
                                    e.volumeSize(disk.volumeSize())
                                        .volumeType(disk.volumeType())
                                        .iops(disk.iops())
                                        .throughput(disk.throughput())
                                        .encrypted(disk.encrypted())
                                        .deleteOnTermination(disk.deleteOnTermination())
                                        .snapshotId("snap-0123456789abcdef0"))))
        .to(fleet);
  }

  private static String addVersion(
      Fleet fleet, Consumer<RequestLaunchTemplateData.Builder> change) {
    String id = fleet.template(TEMPLATE);
    return fleet
        .ec2()
        .createLaunchTemplateVersion(
            r -> r.launchTemplateId(id).sourceVersion("1").launchTemplateData(change))
        .launchTemplateVersion()
        .versionNumber()
        .toString();
  }

  private static void deleteVersion(Fleet fleet, String version) {
    String id = fleet.template(TEMPLATE);
    fleet.ec2().deleteLaunchTemplateVersions(r -> r.launchTemplateId(id).versions(version));
  }

  private static Runnable backDoor(Fleet fleet) {
    String added = addVersion(fleet, data -> data.keyName("back-door"));
    Runnable back = pin(fleet, added);
    return () -> {
      back.run();
      deleteVersion(fleet, added);
    };
  }

  private static Runnable defaultVersion(Fleet fleet) {
    String added = addVersion(fleet, data -> data.imageId("ami-0123456789abcdef0"));
    makeDefault(fleet, added);
    return () -> {
      makeDefault(fleet, "1");
      deleteVersion(fleet, added);
    };
  }

  private static void makeDefault(Fleet fleet, String version) {
    String id = fleet.template(TEMPLATE);
    fleet.ec2().modifyLaunchTemplate(r -> r.launchTemplateId(id).defaultVersion(version));
  }

  private static Runnable pin(Fleet fleet, String version) {
    String id = fleet.template(TEMPLATE);
    String before = fleet.group(TRAINERS).launchTemplate().version();
    update(fleet, TRAINERS, r -> r.launchTemplate(t -> t.launchTemplateId(id).version(version)));
    return () ->
        update(fleet, TRAINERS, r -> r.launchTemplate(t -> t.launchTemplateId(id).version(before)));
  }
}
