package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.RemovalCommand.aws;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/**
 * A capacity reservation, and a capacity block, which AWS answers as one. It has no name: the tag
 * {@code Name} is its live name. Those that have ended are not read: AWS lists them for a while.
 */
public final class CapacityReservation {
  private CapacityReservation() {}

  private static final Codec TAGS =
      Tags.ENTRIES
          .then(
              new Codec(
                  tags ->
                      Value.object(
                          "ResourceType", Value.text("capacity-reservation"), "Tags", tags),
                  Codec.member("Tags").decode()))
          .then(Codec.ONLY_ITEM);

  private static final String NOT_SAID = "version 5 of the provider has no argument for it";

  public static final ResourceKind KIND =
      kind("capacity-reservation")
          .type("aws_ec2_capacity_reservation", "AWS::EC2::CapacityReservation")
          .read(Read.all("ec2:DescribeCapacityReservations(present)"))
          .taggedBy("tags")
          .importedBy("id")
          .namedBy("tags/Name")
          .irreplaceable()
          .output("id", "id", "Ref", "CapacityReservationId")
          .attributes(
              text("instanceType").replaces(),
              text("instancePlatform").replaces(),
              text("availabilityZone").replaces(),
              text("availabilityZoneId")
                  .notIn(TERRAFORM, NOT_SAID)
                  .replaces()
                  .filledIn("follows from the zone"),
              whole("instanceCount").in(AWS_API, "TotalInstanceCount"),
              text("tenancy").replaces().byDefault(Value.text("default")),
              flag("ebsOptimized").replaces().byDefault(Value.flag(false)),
              flag("ephemeralStorage").replaces().byDefault(Value.flag(false)),
              text("instanceMatchCriteria").replaces(TERRAFORM).byDefault(Value.text("open")),
              text("endDateType").byDefault(Value.text("unlimited")),
              text("endDate").asGiven(),
              ref("placementGroupArn", "placement-group", "arn").replaces(CLOUDFORMATION).asGiven(),
              text("outpostArn").in(CLOUDFORMATION, "OutPostArn").replaces().asGiven(),
              text("unusedReservationBillingOwnerId").notIn(TERRAFORM, NOT_SAID).asGiven(),
              Tags.tags().in(CLOUDFORMATION, "TagSpecifications", TAGS).replaces(CLOUDFORMATION))
          .notOurs(
              "given by AWS",
              "CapacityReservationId",
              "CapacityReservationArn",
              "OwnerId",
              "CreateDate",
              "StartDate")
          .notOurs("changes with use", "AvailableInstanceCount", "CapacityAllocations")
          .notOurs("passes by itself", "State")
          .notOurs(
              "of reservations that are made for later", "CommitmentInfo", "DeliveryPreference")
          .notOurs("bought, never made", "ReservationType")
          .notOurs("of a fleet of reservations", "CapacityReservationFleetId")
          .notRead("sharing with other accounts", "resource groups that it is in")
          .notOurs(
              "of capacity lent to other accounts, or bought as a block",
              "CapacityBlockId",
              "Interruptible",
              "InterruptibleCapacityAllocation",
              "InterruptionInfo")
          .makingTakes("ec2:CreateCapacityReservation")
          .removedBy(aws("ec2 cancel-capacity-reservation" + " --capacity-reservation-id {id}"))
          .build();
}
