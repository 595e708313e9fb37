package io.plumbline.e2e.drift;

import static io.plumbline.e2e.drift.Change.drift;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.model.EndDateType;
import software.amazon.awssdk.services.ec2.model.ModifyCapacityReservationRequest;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** What is done to reservations and placement groups. */
final class CapacityChanges {
  private static final Instant END = Instant.parse("2099-01-31T00:00:00Z");

  private CapacityChanges() {}

  static List<Change> all() {
    return List.of(
        drift(
            "a reservation is made larger",
            "changed kept instanceCount <- kept",
            modified(r -> r.instanceCount(8), r -> r.instanceCount(4))),
        drift(
            "a reservation is to end earlier",
            "changed kept endDate <- kept",
            modified(
                r -> r.endDateType(EndDateType.LIMITED).endDate(END.minusSeconds(3600)),
                r -> r.endDateType(EndDateType.LIMITED).endDate(END))),
        drift(
            "a reservation loses the tag that says what it is",
            "changed kept tags/plumbline:id <- kept",
            fleet ->
                NetworkChanges.untag(
                    fleet, fleet.reservation("kept").capacityReservationId(), "plumbline:id")),
        drift("a second reservation is made", "duplicate kept <- kept", CapacityChanges::second),
        drift(
            "a second placement group is made",
            "duplicate heads/placement <- heads",
            fleet -> {
              TagSpecification tags =
                  TagSpecification.builder()
                      .resourceType(ResourceType.PLACEMENT_GROUP)
                      .tags(fleet.placement("heads/placement").tags())
                      .build();
              fleet
                  .ec2()
                  .createPlacementGroup(
                      r -> r.groupName("second").strategy("spread").tagSpecifications(tags));
              return () -> fleet.ec2().deletePlacementGroup(r -> r.groupName("second"));
            }),
        drift(
            "a group of nodes is no longer kept apart",
            "changed heads/group placementGroup <- heads",
            fleet -> {
              String group = fleet.group("heads/group").autoScalingGroupName();
              String placement = fleet.group("heads/group").placementGroup();
              place(fleet, group, fleet.placement("kept/placement").groupName());
              return () -> place(fleet, group, placement);
            }));
  }

  private static void place(Fleet fleet, String group, String placement) {
    fleet
        .scaling()
        .updateAutoScalingGroup(r -> r.autoScalingGroupName(group).placementGroup(placement));
  }

  private static Change.Deed modified(
      Consumer<ModifyCapacityReservationRequest.Builder> change,
      Consumer<ModifyCapacityReservationRequest.Builder> back) {
    return fleet -> {
      String id = fleet.reservation("kept").capacityReservationId();
      fleet.ec2().modifyCapacityReservation(r -> r.capacityReservationId(id).applyMutation(change));
      return () ->
          fleet
              .ec2()
              .modifyCapacityReservation(r -> r.capacityReservationId(id).applyMutation(back));
    };
  }

  private static Runnable second(Fleet fleet) {
    TagSpecification tags =
        TagSpecification.builder()
            .resourceType(ResourceType.CAPACITY_RESERVATION)
            .tags(fleet.reservation("kept").tags())
            .build();
    String id =
        fleet
            .ec2()
            .createCapacityReservation(
                r ->
                    r.instanceType("p5.48xlarge")
                        .instancePlatform("Linux/UNIX")
                        .availabilityZone("us-east-1a")
                        .instanceCount(1)
                        .tagSpecifications(tags))
            .capacityReservation()
            .capacityReservationId();
    return () -> fleet.ec2().cancelCapacityReservation(r -> r.capacityReservationId(id));
  }
}
