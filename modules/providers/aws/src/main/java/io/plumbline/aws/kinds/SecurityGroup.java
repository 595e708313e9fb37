package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.RemovalCommand.aws;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * A security group; its rules are kinds of their own. CloudFormation lets all traffic out of a
 * group that lists no egress of its own, so there egress rules that name no other group stand in
 * the group: {@code inlineEgress}, which only legalisation fills.
 */
public final class SecurityGroup {
  private SecurityGroup() {}

  private static final String RULES_ARE_KINDS = "rules are kinds of their own";

  /** An egress rule as CloudFormation writes it inside a group. */
  private static final Shape INLINE_EGRESS =
      record(
          text("ipProtocol"),
          whole("fromPort"),
          whole("toPort"),
          text("cidrIpv4").in(CLOUDFORMATION, "CidrIp"),
          text("cidrIpv6"),
          text("prefixListId").in(CLOUDFORMATION, "DestinationPrefixListId"),
          text("description"));

  public static final ResourceKind KIND =
      kind("security-group")
          .type("aws_security_group", "AWS::EC2::SecurityGroup")
          .read(Read.all("ec2:DescribeSecurityGroups"))
          .taggedBy("tags")
          .importedBy("id")
          .namedBy("name")
          .within("vpcId")
          .providerMade("GroupName", Value.text("default"))
          // EKS makes one for each cluster; nobody else can write a tag that begins so.
          .providerMade("Tags/Key", Value.text("aws:eks:cluster-name"))
          .output("id", "id", "GroupId", "GroupId")
          .attributes(
              text("name").inAws("GroupName").replaces(),
              text("description").in(CLOUDFORMATION, "GroupDescription").replaces(),
              ref("vpcId", "vpc", "id").replaces(),
              set("inlineEgress", INLINE_EGRESS)
                  .notIn(TERRAFORM, RULES_ARE_KINDS)
                  .in(CLOUDFORMATION, "SecurityGroupEgress")
                  .notIn(AWS_API, RULES_ARE_KINDS),
              Tags.tags())
          .notOurs("given by AWS", "GroupId", "SecurityGroupArn", "OwnerId")
          .notOurs(RULES_ARE_KINDS, "IpPermissions", "IpPermissionsEgress")
          .notRead("other VPCs that it is associated with")
          .makingTakes("ec2:CreateSecurityGroup")
          .free()
          .removedBy(aws("ec2 delete-security-group --group-id {id}"))
          .build();
}
