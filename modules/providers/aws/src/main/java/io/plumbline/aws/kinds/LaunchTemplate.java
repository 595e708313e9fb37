package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.RemovalCommand.aws;
import static io.plumbline.kind.Attributes.asGiven;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.map;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.reference;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * An EC2 launch template. Terraform spells it flat; CloudFormation and the API put the data one
 * level down, the API in a second document. The latest version is read, and groups pin its number,
 * since CloudFormation never moves the default version.
 */
public final class LaunchTemplate {
  private LaunchTemplate() {}

  /** CloudFormation tags the template itself among what else a template may tag. */
  private static final Codec TAGS_OF_TEMPLATE =
      Tags.ENTRIES
          .then(
              new Codec(
                  tags -> Value.object("ResourceType", Value.text("launch-template"), "Tags", tags),
                  Codec.member("Tags").decode()))
          .then(Codec.ONLY_ITEM);

  private static final Shape TAG_SPECIFICATION =
      record(
          text("resourceType"),
          map("tags").in(CLOUDFORMATION, Tags.ENTRIES).in(AWS_API, Tags.ENTRIES));

  public static final ResourceKind KIND =
      kind("launch-template")
          .type("aws_launch_template", "AWS::EC2::LaunchTemplate")
          .read(Read.all("ec2:DescribeLaunchTemplates").soughtBy("name"))
          .read(
              "version", Read.by("LaunchTemplateId", "ec2:DescribeLaunchTemplateVersions($Latest)"))
          .taggedBy("tags")
          .importedBy("id")
          .namedBy("name")
          .output("id", "id", "Ref", "LaunchTemplateId")
          .output("name", "name", "LaunchTemplateName", "LaunchTemplateName")
          .output("latestVersion", "latest_version", "LatestVersionNumber", "LatestVersionNumber")
          .attributes(
              text("name").inAws("LaunchTemplateName").replaces(),
              text("versionDescription")
                  .in(TERRAFORM, "description")
                  .in(AWS_API, "version:VersionDescription"))
          .under(
              "LaunchTemplateData",
              "version:LaunchTemplateData",
              asGiven(
                  text("imageId"),
                  text("instanceType"),
                  one("instanceRequirements", InstanceRequirements.SHAPE),
                  text("keyName"),
                  text("kernelId"),
                  text("ramDiskId"),
                  text("userData").everywhere(Codec.BASE64),
                  flag("ebsOptimized").in(TERRAFORM, Codec.FLAG_AS_TEXT),
                  one(
                      "iamInstanceProfile",
                      record(
                          one("name", reference("instance-profile", "name")),
                          one("arn", reference("instance-profile", "arn")))),
                  list("networkInterfaces", LaunchTemplateNetwork.INTERFACE),
                  set("securityGroupIds", reference("security-group", "id"))
                      .in(TERRAFORM, "vpc_security_group_ids"),
                  set("securityGroups", Shape.Leaf.TEXT).in(TERRAFORM, "security_group_names"),
                  list("blockDeviceMappings", LaunchTemplateHardware.BLOCK_DEVICE),
                  one("instanceMarketOptions", LaunchTemplateHardware.MARKET),
                  one("capacityReservationSpecification", LaunchTemplateHardware.RESERVATION),
                  one("placement", LaunchTemplateHardware.PLACEMENT),
                  one("metadataOptions", LaunchTemplateHardware.METADATA),
                  one("cpuOptions", LaunchTemplateHardware.CPU),
                  one("creditSpecification", record(text("cpuCredits"))),
                  one("enclaveOptions", record(flag("enabled"))),
                  one("hibernationOptions", record(flag("configured"))),
                  one("monitoring", record(flag("enabled"))),
                  one("maintenanceOptions", record(text("autoRecovery"))),
                  one("privateDnsNameOptions", LaunchTemplateNetwork.PRIVATE_DNS_NAME),
                  one("networkPerformanceOptions", record(text("bandwidthWeighting")))
                      .notIn(TERRAFORM, "version 5 of the provider has no argument for it")
                      .notIn(CLOUDFORMATION, "CloudFormation has no property for it"),
                  set("licenseSpecifications", record(text("licenseConfigurationArn")))
                      .in(TERRAFORM, "license_specification"),
                  text("instanceInitiatedShutdownBehavior"),
                  flag("disableApiTermination"),
                  flag("disableApiStop"),
                  set("tagSpecifications", TAG_SPECIFICATION)))
          .attributes(Tags.tags().in(CLOUDFORMATION, "TagSpecifications", TAGS_OF_TEMPLATE))
          .notOurs("given by AWS", "LaunchTemplateId", "CreateTime", "CreatedBy", "Operator")
          .notOurs(
              "counted by AWS; groups pin the latest version",
              "DefaultVersionNumber",
              "LatestVersionNumber",
              "version:VersionNumber",
              "version:DefaultVersion")
          .notOurs(
              "says again what the template says",
              "version:LaunchTemplateId",
              "version:LaunchTemplateName",
              "version:CreateTime",
              "version:CreatedBy",
              "version:Operator",
              "version:LaunchTemplateData/Operator")
          .notOurs(
              "retired by AWS",
              "version:LaunchTemplateData/ElasticGpuSpecifications",
              "version:LaunchTemplateData/ElasticInferenceAccelerators")
          .notOurs("passes by itself", "version:LaunchTemplateData/MetadataOptions/State")
          .notOurs(
              "follows from the interface's first address",
              "version:LaunchTemplateData/NetworkInterfaces/PrivateIpAddresses/Primary",
              "version:LaunchTemplateData/NetworkInterfaces/Ipv6Addresses/IsPrimaryIpv6")
          .notRead("versions other than the latest", "what stands behind an image's id")
          .notOurs(
              "a setting newer than what engines can say of it here",
              "version:LaunchTemplateData/InstanceRequirements/RequireEncryptionInTransit",
              "version:LaunchTemplateData/Placement/AvailabilityZoneId")
          .notRead("encryption in transit as a requirement", "zones by id")
          .makingTakes("ec2:CreateLaunchTemplate")
          .free()
          .removedBy(aws("ec2 delete-launch-template --launch-template-id {id}"))
          .build();
}
