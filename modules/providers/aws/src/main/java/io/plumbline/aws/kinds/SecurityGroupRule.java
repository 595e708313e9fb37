package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.RemovalCommand.aws;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Lens;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.List;

/**
 * A rule of a security group: a protocol, its ports, and one other side. CloudFormation cannot tag
 * one, so the group and the content tell it from others. Both directions are alike but for the
 * words.
 */
public final class SecurityGroupRule {
  private SecurityGroupRule() {}

  /** All ports: what AWS answers for a rule about every protocol, which names none. */
  private static final Value ALL = Value.whole(-1);

  public static final ResourceKind INGRESS = rule("ingress", "Ingress", "Source", false);

  public static final ResourceKind EGRESS = rule("egress", "Egress", "Destination", true);

  /**
   * A default group lets in what comes from itself, and all out; the one that EKS makes for a
   * cluster has a rule to itself as well, for EFA.
   */
  private static boolean isOfDefaultGroup(Obj rule) {
    boolean everywhere =
        rule.get("CidrIpv4").equals(Value.text("0.0.0.0/0"))
            || rule.get("CidrIpv6").equals(Value.text("::/0"));
    Value other = Lens.find(rule, List.of("ReferencedGroupInfo", "GroupId"));
    boolean itself = other.equals(rule.get("GroupId"));
    boolean expected = itself || (everywhere && rule.get("IsEgress").equals(Value.flag(true)));
    return expected && rule.get("IpProtocol").equals(Value.text("-1"));
  }

  private static ResourceKind rule(String id, String type, String otherSide, boolean egress) {
    return kind("security-group-" + id + "-rule")
        .type("aws_vpc_security_group_" + id + "_rule", "AWS::EC2::SecurityGroup" + type)
        .read(Read.all("ec2:DescribeSecurityGroupRules").where("IsEgress", Value.flag(egress)))
        .keyedBy(
            "groupId",
            "ipProtocol",
            "fromPort",
            "toPort",
            "cidrIpv4",
            "cidrIpv6",
            "prefixListId",
            "referencedGroupId")
        .within("groupId")
        .broughtAlong(SecurityGroupRule::isOfDefaultGroup)
        .output("id", "id", "Ref", "SecurityGroupRuleId")
        .attributes(
            ref("groupId", "security-group", "id").in(TERRAFORM, "security_group_id").replaces(),
            text("ipProtocol").replaces(CLOUDFORMATION),
            whole("fromPort").replaces(CLOUDFORMATION).byDefault(ALL),
            whole("toPort").replaces(CLOUDFORMATION).byDefault(ALL),
            text("cidrIpv4").in(CLOUDFORMATION, "CidrIp").replaces(CLOUDFORMATION),
            text("cidrIpv6").replaces(CLOUDFORMATION),
            text("prefixListId")
                .in(CLOUDFORMATION, otherSide + "PrefixListId")
                .replaces(CLOUDFORMATION),
            ref("referencedGroupId", "security-group", "id")
                .in(TERRAFORM, "referenced_security_group_id")
                .in(CLOUDFORMATION, otherSide + "SecurityGroupId")
                .in(AWS_API, "ReferencedGroupInfo/GroupId")
                .replaces(CLOUDFORMATION),
            text("description").asGiven(),
            Tags.tags().notIn(CLOUDFORMATION, "CloudFormation does not tag rules"))
        .notOurs("given by AWS", "SecurityGroupRuleId", "SecurityGroupRuleArn", "GroupOwnerId")
        .notOurs("the direction is the kind", "IsEgress")
        .notOurs(
            "follows from the other group",
            "ReferencedGroupInfo/PeeringStatus",
            "ReferencedGroupInfo/UserId",
            "ReferencedGroupInfo/VpcId",
            "ReferencedGroupInfo/VpcPeeringConnectionId")
        .makingTakes("ec2:AuthorizeSecurityGroup" + type)
        .free()
        .removedBy(
            aws(
                "ec2 revoke-security-group-"
                    + id
                    + " --group-id {groupId} --security-group-rule-ids {id}"))
        .build();
  }
}
