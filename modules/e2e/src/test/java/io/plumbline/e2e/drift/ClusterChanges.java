package io.plumbline.e2e.drift;

import static io.plumbline.e2e.drift.Change.drift;
import static io.plumbline.e2e.drift.Change.noDrift;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.AccessScopeType;
import software.amazon.awssdk.services.eks.model.LogType;
import software.amazon.awssdk.services.eks.model.SupportType;
import software.amazon.awssdk.services.eks.model.UpdateClusterConfigRequest;

/** What is done to a cluster, and to who may enter it. */
final class ClusterChanges {
  static final String CLUSTER = "sandbox-cluster-fleet-cluster";

  private static final String ROLES = "arn:aws:iam::123456789012:role/";
  private static final String POLICIES = "arn:aws:eks::aws:cluster-access-policy/AmazonEKS";

  private ClusterChanges() {}

  static List<Change> all() {
    return List.of(
        drift(
            "the whole world reaches the API",
            "changed cluster endpointPublicAccess <- cluster",
            fleet -> {
              set(fleet, r -> r.resourcesVpcConfig(v -> v.endpointPublicAccess(true)));
              return () ->
                  set(fleet, r -> r.resourcesVpcConfig(v -> v.endpointPublicAccess(false)));
            }),
        drift(
            "nobody records any more who did what",
            "changed cluster logging <- cluster",
            fleet -> {
              log(fleet, false);
              return () -> log(fleet, true);
            }),
        drift(
            "the cluster has another version",
            "changed cluster version <- cluster",
            fleet -> {
              eks(fleet).updateClusterVersion(r -> r.name(CLUSTER).version("1.98"));
              return () -> eks(fleet).updateClusterVersion(r -> r.name(CLUSTER).version("1.99"));
            }),
        drift(
            "the cluster stays on its version, for six times the price",
            "changed cluster supportType <- cluster",
            fleet -> {
              support(fleet, SupportType.EXTENDED);
              return () -> support(fleet, SupportType.STANDARD);
            }),
        drift(
            "a tag of the cluster is removed",
            "changed cluster tags/plumbline:id <- cluster",
            fleet -> {
              String arn = eks(fleet).describeCluster(r -> r.name(CLUSTER)).cluster().arn();
              eks(fleet).untagResource(r -> r.resourceArn(arn).tagKeys("plumbline:id"));
              return () ->
                  eks(fleet)
                      .tagResource(r -> r.resourceArn(arn).tags(Map.of("plumbline:id", "cluster")));
            }),
        drift(
            "somebody becomes an administrator",
            "unmanaged eks-access-entry <- cluster",
            fleet -> {
              enter(fleet, ROLES + "intruder", null);
              allow(fleet, ROLES + "intruder", "ClusterAdminPolicy");
              return () -> leave(fleet, ROLES + "intruder");
            }),
        drift(
            "nodes of somebody else may join",
            "unmanaged eks-access-entry <- cluster",
            fleet -> {
              enter(fleet, ROLES + "foreign-node", "EC2_LINUX");
              return () -> leave(fleet, ROLES + "foreign-node");
            }),
        drift(
            "who may edit some may do everything",
            "unmanaged eks-access-policy <- cluster",
            fleet -> {
              allow(fleet, ROLES + "ops", "ClusterAdminPolicy");
              return () ->
                  eks(fleet)
                      .disassociateAccessPolicy(
                          r ->
                              r.clusterName(CLUSTER)
                                  .principalArn(ROLES + "ops")
                                  .policyArn(POLICIES + "ClusterAdminPolicy"));
            }),
        new Change(
            "who may edit some namespaces may edit all",
            List.of(
                "changed cluster/rights-ops accessScope/type <- cluster",
                "changed cluster/rights-ops accessScope/namespaces <- cluster"),
            fleet -> {
              allow(fleet, ROLES + "ops", "EditPolicy");
              return () ->
                  eks(fleet)
                      .associateAccessPolicy(
                          r ->
                              r.clusterName(CLUSTER)
                                  .principalArn(ROLES + "ops")
                                  .policyArn(POLICIES + "EditPolicy")
                                  .accessScope(
                                      s -> s.type(AccessScopeType.NAMESPACE).namespaces("jobs")));
            }),
        drift(
            "pods get another role",
            "changed pods/association roleArn <- pods",
            fleet -> {
              String before = role(fleet, ROLES + "mighty");
              return () -> role(fleet, before);
            }),
        drift(
            "the group that EKS made lets the world in",
            "unmanaged security-group-ingress-rule <- net",
            fleet -> {
              String group = group(fleet);
              fleet
                  .ec2()
                  .authorizeSecurityGroupIngress(
                      r ->
                          r.groupId(group)
                              .ipProtocol("tcp")
                              .fromPort(443)
                              .toPort(443)
                              .cidrIp("0.0.0.0/0"));
              return () ->
                  fleet
                      .ec2()
                      .revokeSecurityGroupIngress(
                          r ->
                              r.groupId(group)
                                  .ipProtocol("tcp")
                                  .fromPort(443)
                                  .toPort(443)
                                  .cidrIp("0.0.0.0/0"));
            }),
        noDrift("nothing is done, whatever EKS made by itself", fleet -> () -> {}));
  }

  static EksClient eks(Fleet fleet) {
    return fleet.aws().eks();
  }

  private static void set(Fleet fleet, Consumer<UpdateClusterConfigRequest.Builder> change) {
    eks(fleet).updateClusterConfig(r -> change.accept(r.name(CLUSTER)));
  }

  private static void log(Fleet fleet, boolean on) {
    set(fleet, r -> r.logging(l -> l.clusterLogging(c -> c.types(LogType.AUDIT).enabled(on))));
  }

  private static void support(Fleet fleet, SupportType type) {
    set(fleet, r -> r.upgradePolicy(u -> u.supportType(type)));
  }

  private static void enter(Fleet fleet, String principal, @Nullable String type) {
    eks(fleet).createAccessEntry(r -> r.clusterName(CLUSTER).principalArn(principal).type(type));
  }

  private static void allow(Fleet fleet, String principal, String policy) {
    eks(fleet)
        .associateAccessPolicy(
            r ->
                r.clusterName(CLUSTER)
                    .principalArn(principal)
                    .policyArn(POLICIES + policy)
                    .accessScope(s -> s.type(AccessScopeType.CLUSTER)));
  }

  private static void leave(Fleet fleet, String principal) {
    eks(fleet).deleteAccessEntry(r -> r.clusterName(CLUSTER).principalArn(principal));
  }

  /** Gives pods another role; answers the one before. */
  private static String role(Fleet fleet, String arn) {
    String id =
        eks(fleet)
            .listPodIdentityAssociations(r -> r.clusterName(CLUSTER))
            .associations()
            .get(0)
            .associationId();
    String before =
        eks(fleet)
            .describePodIdentityAssociation(r -> r.clusterName(CLUSTER).associationId(id))
            .association()
            .roleArn();
    eks(fleet)
        .updatePodIdentityAssociation(r -> r.clusterName(CLUSTER).associationId(id).roleArn(arn));
    return before;
  }

  private static String group(Fleet fleet) {
    return fleet.ec2().describeSecurityGroups().securityGroups().stream()
        .filter(each -> each.groupName().startsWith("eks-cluster-sg-"))
        .map(SecurityGroup::groupId)
        .findFirst()
        .orElseThrow();
  }
}
