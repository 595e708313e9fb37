package io.plumbline.e2e.drift;

import static io.plumbline.e2e.drift.Change.drift;

import java.util.List;
import software.amazon.awssdk.services.ec2.model.IpPermission;

/** What is done to security rules. */
final class FabricChanges {
  private static final String WAY_OUT = "fabric/egress-tcp-443-to-0-0-0-0-0";

  private FabricChanges() {}

  static List<Change> all() {
    return List.of(
        drift(
            "a rule that lets the world in is added",
            "unmanaged security-group-ingress-rule <- fabric",
            fleet -> letIn(fleet, fleet.fabric())),
        drift(
            "a rule that lets everything out is added",
            "unmanaged security-group-egress-rule <- fabric",
            fleet -> {
              String group = fleet.fabric();
              IpPermission all = permission(6443);
              fleet.ec2().authorizeSecurityGroupEgress(r -> r.groupId(group).ipPermissions(all));
              return () ->
                  fleet.ec2().revokeSecurityGroupEgress(r -> r.groupId(group).ipPermissions(all));
            }),
        drift(
            "a rule is widened",
            "changed " + WAY_OUT + " cidrIpv4 <- fabric",
            fleet -> {
              modify(fleet, "10.0.0.0/8");
              return () -> modify(fleet, "0.0.0.0/0");
            }),
        drift("a rule is revoked", "missing " + WAY_OUT + " <- fabric", FabricChanges::revoke),
        drift(
            "a rule is added to the network's default group",
            "unmanaged security-group-ingress-rule <- net",
            fleet -> letIn(fleet, fleet.defaultGroup())),
        drift(
            "a tag of a security group is removed",
            "changed fabric tags/plumbline:stack <- fabric",
            fleet -> NetworkChanges.untag(fleet, fleet.fabric(), "plumbline:stack")),
        drift(
            "a security group is added that says to be of a stack that nobody knows",
            "unmanaged security-group <- net",
            fleet -> {
              String group = made(fleet, "hidden");
              NetworkChanges.tag(fleet, group, "plumbline:stack", "nobody");
              NetworkChanges.tag(fleet, group, "plumbline:environment", "nowhere");
              return () -> fleet.ec2().deleteSecurityGroup(r -> r.groupId(group));
            }),
        drift(
            "a security group is added",
            "unmanaged security-group <- net",
            fleet -> {
              String group = made(fleet, "by-hand");
              return () -> fleet.ec2().deleteSecurityGroup(r -> r.groupId(group));
            }));
  }

  /** Anybody, by SSH. */
  private static Runnable letIn(Fleet fleet, String group) {
    IpPermission ssh = permission(22);
    fleet.ec2().authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(ssh));
    return () -> fleet.ec2().revokeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(ssh));
  }

  private static String made(Fleet fleet, String group) {
    return fleet
        .ec2()
        .createSecurityGroup(r -> r.groupName(group).description("x").vpcId(fleet.vpc()))
        .groupId();
  }

  private static IpPermission permission(int port) {
    return IpPermission.builder()
        .ipProtocol("tcp")
        .fromPort(port)
        .toPort(port)
        .ipRanges(range -> range.cidrIp("0.0.0.0/0"))
        .build();
  }

  private static Runnable revoke(Fleet fleet) {
    String group = fleet.fabric();
    String rule = fleet.wayOut();
    fleet.ec2().revokeSecurityGroupEgress(r -> r.groupId(group).securityGroupRuleIds(rule));
    IpPermission again =
        permission(443).toBuilder()
            .ipRanges(r -> r.cidrIp("0.0.0.0/0").description("images, packages, object store"))
            .build();
    return () ->
        fleet.ec2().authorizeSecurityGroupEgress(r -> r.groupId(group).ipPermissions(again));
  }

  private static void modify(Fleet fleet, String block) {
    String group = fleet.fabric();
    String rule = fleet.wayOut();
    fleet
        .ec2()
        .modifySecurityGroupRules(
            r ->
                r.groupId(group)
                    .securityGroupRules(
                        u ->
                            u.securityGroupRuleId(rule)
                                .securityGroupRule(
                                    s ->
                                        s.ipProtocol("tcp")
                                            .fromPort(443)
                                            .toPort(443)
                                            .cidrIpv4(block)
                                            .description("images, packages, object store"))));
  }
}
