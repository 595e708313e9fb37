package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.LaunchTemplateNetwork.flagAsText;
import static io.plumbline.kind.Attributes.decimal;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * The parts of a {@link LaunchTemplate} that say on what, where and on what terms an instance runs.
 */
final class LaunchTemplateHardware {
  private LaunchTemplateHardware() {}

  private static final Shape EBS =
      record(
          whole("volumeSize"),
          text("volumeType"),
          whole("iops"),
          whole("throughput"),
          whole("volumeInitializationRate"),
          text("snapshotId"),
          flagAsText("encrypted"),
          text("kmsKeyId"),
          flagAsText("deleteOnTermination"));

  static final Shape BLOCK_DEVICE =
      record(text("deviceName"), one("ebs", EBS), text("virtualName"), text("noDevice"));

  private static final Shape SPOT =
      record(
          decimal("maxPrice").everywhere(Codec.NUMBER_AS_TEXT),
          text("spotInstanceType"),
          text("instanceInterruptionBehavior"),
          whole("blockDurationMinutes"),
          text("validUntil"));

  static final Shape MARKET = record(text("marketType"), one("spotOptions", SPOT));

  static final Shape RESERVATION =
      record(
          text("capacityReservationPreference"),
          one(
              "capacityReservationTarget",
              record(
                  ref("capacityReservationId", "capacity-reservation", "id"),
                  text("capacityReservationResourceGroupArn"))));

  static final Shape PLACEMENT =
      record(
          text("availabilityZone"),
          ref("groupName", "placement-group", "name"),
          text("groupId").notIn(TERRAFORM, "the provider knows placement groups by name"),
          whole("partitionNumber"),
          text("tenancy"),
          text("affinity"),
          text("hostId"),
          text("hostResourceGroupArn"),
          text("spreadDomain"));

  static final Shape METADATA =
      record(
          text("httpEndpoint"),
          text("httpTokens"),
          whole("httpPutResponseHopLimit"),
          text("httpProtocolIpv6").byDefault(Value.text("disabled")),
          text("instanceMetadataTags").byDefault(Value.text("disabled")));

  static final Shape CPU = record(whole("coreCount"), whole("threadsPerCore"), text("amdSevSnp"));
}
