package io.plumbline.aws.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.aws.kinds.EksAccessEntry;
import io.plumbline.aws.kinds.EksAccessPolicy;
import io.plumbline.aws.kinds.EksCluster;
import io.plumbline.aws.kinds.LogGroup;
import io.plumbline.graph.Resource;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.KubernetesCluster.Access;
import io.plumbline.model.KubernetesCluster.Level;
import io.plumbline.model.KubernetesCluster.Log;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An EKS cluster, the role that it acts in, the log group that it would make for itself and keep
 * for ever, and who may enter it.
 */
final class KubernetesClusterParts {
  private static final String ROLE = "role";
  private static final String SECRETS = "secrets";
  private static final String LOGS = "logs";
  private static final String POLICY = "AmazonEKSClusterPolicy";

  private final KubernetesCluster cluster;
  private final Parts parts;
  private final String region;
  private final RoleParts role;

  KubernetesClusterParts(KubernetesCluster cluster, Parts parts, String region) {
    this.cluster = cluster;
    this.parts = parts;
    this.region = region;
    this.role = new RoleParts(parts, ROLE, region);
  }

  List<Resource> resources() {
    List<Resource> made = new ArrayList<>();
    List<String> first = new ArrayList<>();
    made.add(role.role(Policies.trust("eks.amazonaws.com")));
    made.add(role.attachment(POLICY));
    first.add(parts.address(RoleParts.part(POLICY)));
    if (cluster.secretsKey() != null) {
      made.add(role.policy(SECRETS, List.of(useOf(cluster.secretsKey().arn()))));
      first.add(parts.address(SECRETS));
    }
    if (!cluster.logs().isEmpty()) {
      made.add(logs());
      first.add(parts.address(LOGS));
    }
    made.add(cluster().withAfter(first));
    cluster.accesses().forEach(access -> made.addAll(access(access)));
    return made;
  }

  /** What EKS wants of the role of a cluster whose secrets have a key. */
  private static Value useOf(Value key) {
    return Value.object(
        "Effect", Value.text("Allow"),
        "Action",
            Value.texts(List.of("kms:Encrypt", "kms:Decrypt", "kms:ListGrants", "kms:DescribeKey")),
        "Resource", Value.list(key));
  }

  private String name() {
    return parts.name("", Names.CLUSTER);
  }

  /** Called as EKS calls it, and there first, so that EKS takes it for its own. */
  private Resource logs() {
    return parts.make(
        LOGS,
        LogGroup.KIND,
        Value.object(
            "logGroupName", Value.text("/aws/eks/" + name() + "/cluster"),
            "retentionInDays", Value.whole(cluster.keepLogs().toDays()),
            "tags", parts.tags(LOGS)));
  }

  private Resource cluster() {
    Map<String, Value> attributes = new LinkedHashMap<>();
    attributes.put("name", Value.text(name()));
    attributes.put("version", Value.text(requireNonNull(cluster.version(), "validated")));
    attributes.put("roleArn", role.arn());
    attributes.put("authenticationMode", Value.text("API"));
    attributes.put("bootstrapClusterCreatorAdminPermissions", Value.flag(false));
    attributes.put(
        "subnetIds", Value.list(SubnetIds.of(requireNonNull(cluster.subnets(), "validated"))));
    if (!cluster.securedBy().isEmpty()) {
      attributes.put(
          "securityGroupIds",
          Value.list(
              cluster.securedBy().stream().map(rules -> Value.ref(rules.id(), "id")).toList()));
    }
    endpoint(attributes);
    attributes.put("ipFamily", Value.text("ipv4"));
    if (cluster.serviceCidr() != null) {
      attributes.put("serviceIpv4Cidr", Value.text(cluster.serviceCidr().toString()));
    }
    if (cluster.secretsKey() != null) {
      attributes.put(
          "encryptionConfig",
          Value.object(
              "resources", Value.texts(List.of("secrets")),
              "keyArn", cluster.secretsKey().arn()));
    }
    attributes.put(
        "logging", Value.texts(cluster.logs().stream().map(KubernetesClusterParts::word).toList()));
    attributes.put("supportType", Value.text(cluster.support().name()));
    Map<String, Value> tags = new LinkedHashMap<>(parts.tags("").members());
    cluster.tags().forEach((key, value) -> tags.putIfAbsent(key, Value.text(value)));
    attributes.put("tags", new Value.Obj(tags));
    return parts.make("", EksCluster.KIND, new Value.Obj(attributes));
  }

  private void endpoint(Map<String, Value> attributes) {
    boolean isPublic = !cluster.endpoint().publicFrom().isEmpty();
    attributes.put("endpointPrivateAccess", Value.flag(cluster.endpoint().isPrivate()));
    attributes.put("endpointPublicAccess", Value.flag(isPublic));
    if (isPublic) {
      attributes.put(
          "publicAccessCidrs",
          Value.texts(
              cluster.endpoint().publicFrom().stream().map(Object::toString).sorted().toList()));
    }
  }

  private static String word(Log log) {
    return switch (log) {
      case API -> "api";
      case AUDIT -> "audit";
      case AUTHENTICATOR -> "authenticator";
      case CONTROLLER_MANAGER -> "controllerManager";
      case SCHEDULER -> "scheduler";
    };
  }

  private List<Resource> access(Access access) {
    String entry = "access-" + access.id();
    Value clusterName = Value.ref(parts.address(""), "name");
    return List.of(
        parts.make(
            entry,
            EksAccessEntry.KIND,
            Value.object(
                "clusterName", clusterName,
                "principalArn", access.principal(),
                "type", Value.text("STANDARD"),
                "tags", parts.tags(entry))),
        parts.make(
            "rights-" + access.id(),
            EksAccessPolicy.KIND,
            Value.object(
                "clusterName", clusterName,
                "principalArn", Value.ref(parts.address(entry), "principalArn"),
                "policyArn",
                    Value.text(
                        "arn:"
                            + Policies.partition(region)
                            + ":eks::aws:cluster-access-policy/"
                            + policy(access.level())),
                "accessScope", scope(access.namespaces()))));
  }

  private static String policy(Level level) {
    return switch (level) {
      case CLUSTER_ADMIN -> "AmazonEKSClusterAdminPolicy";
      case ADMIN -> "AmazonEKSAdminPolicy";
      case EDIT -> "AmazonEKSEditPolicy";
      case VIEW -> "AmazonEKSViewPolicy";
    };
  }

  private static Value scope(List<String> namespaces) {
    return namespaces.isEmpty()
        ? Value.object("type", Value.text("cluster"))
        : Value.object("type", Value.text("namespace"), "namespaces", Value.texts(namespaces));
  }
}
