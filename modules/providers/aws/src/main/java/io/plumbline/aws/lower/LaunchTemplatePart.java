package io.plumbline.aws.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.aws.catalogue.Catalogue;
import io.plumbline.aws.kinds.LaunchTemplate;
import io.plumbline.graph.Resource;
import io.plumbline.model.Disk;
import io.plumbline.model.ExistingCapacityBlock;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.Reservation;
import io.plumbline.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node of a pool is. The metadata service always wants a token; two hops let containers
 * reach it.
 */
final class LaunchTemplatePart {
  /** Hops of the metadata service's answers to the node itself, and to containers on it. */
  static final int NODE = 1;

  static final int CONTAINERS = 2;

  private LaunchTemplatePart() {}

  static Resource resource(GpuPool pool, Parts parts, List<String> types, Catalogue catalogue) {
    Value interfaces = FabricInterfaces.of(pool, types, groups(pool), catalogue);
    return parts.make(
        GpuPoolParts.TEMPLATE,
        LaunchTemplate.KIND,
        Value.object(
            "name", parts.nameValue(GpuPoolParts.TEMPLATE, Names.LAUNCH_TEMPLATE),
            "imageId", image(requireNonNull(pool.image(), "validated")),
            "instanceType", types.isEmpty() ? Value.NULL : Value.text(types.get(0)),
            "userData", pool.bootScript() == null ? Value.NULL : pool.bootScript(),
            "iamInstanceProfile", profile(pool.role()),
            // An interface that is described carries the groups itself.
            "securityGroupIds", interfaces instanceof Value.Null ? groups(pool) : Value.NULL,
            "networkInterfaces", interfaces,
            "capacityReservationSpecification", reservation(pool.reservation()),
            "instanceMarketOptions", market(pool.reservation()),
            "blockDeviceMappings", Value.list(disk(pool.rootDisk())),
            "metadataOptions", metadata(CONTAINERS),
            "tagSpecifications", tagsOfInstances(parts),
            "tags", parts.tags(GpuPoolParts.TEMPLATE)));
  }

  /** EC2 itself looks up the parameter, each time that it starts a node. */
  private static Value image(Image image) {
    return switch (image) {
      case Image.ById byId -> Value.text(byId.id());
      case Image.ByParameter byParameter -> Value.text("resolve:ssm:" + byParameter.name());
    };
  }

  private static Value profile(@Nullable InstanceRole role) {
    return role == null
        ? Value.NULL
        : Value.object("name", Value.ref(Parts.address(role, InstanceRoleParts.PROFILE), "name"));
  }

  private static Value groups(GpuPool pool) {
    return pool.securedBy().isEmpty()
        ? Value.NULL
        : Value.list(pool.securedBy().stream().map(rules -> Value.ref(rules.id(), "id")).toList());
  }

  /** In this reservation, or not at all. */
  static Value reservation(@Nullable Reservation reservation) {
    return reservation == null
        ? Value.NULL
        : Value.object(
            "capacityReservationTarget",
            Value.object("capacityReservationId", reservation.liveId()));
  }

  /** What is in a block was paid for when it was bought. */
  static Value market(@Nullable Reservation reservation) {
    return reservation instanceof ExistingCapacityBlock
        ? Value.object("marketType", Value.text("capacity-block"))
        : Value.NULL;
  }

  static Value disk(Disk disk) {
    return Value.object(
        "deviceName", Value.text(disk.device()),
        "ebs",
            Value.object(
                "volumeSize", Value.whole(disk.size().gibibytes()),
                "volumeType", Value.text("gp3"),
                "iops", Value.whole(disk.iops()),
                "throughput", Value.whole(disk.throughput()),
                "encrypted", Value.flag(disk.encrypted()),
                "kmsKeyId", disk.key() == null ? Value.NULL : disk.key().arn(),
                "deleteOnTermination", Value.flag(true)));
  }

  /**
   * The metadata service, which wants a token.
   *
   * @param hops how far an answer goes: one ends at the node itself, two in its containers
   */
  static Value metadata(int hops) {
    return Value.object(
        "httpEndpoint", Value.text("enabled"),
        "httpTokens", Value.text("required"),
        "httpPutResponseHopLimit", Value.whole(hops));
  }

  static Value tagsOfInstances(Parts parts) {
    Value tags = parts.tagsOfInstances();
    return Value.list(
        Value.object("resourceType", Value.text("instance"), "tags", tags),
        Value.object("resourceType", Value.text("volume"), "tags", tags));
  }
}
