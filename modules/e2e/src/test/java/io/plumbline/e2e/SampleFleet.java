package io.plumbline.e2e;

import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small fleet written down as resources, with each thing in it that a format could stumble over:
 * one resource in several documents, references in text, rules between groups, attachments, names
 * with hyphens.
 */
public final class SampleFleet {
  private final String name;
  private final List<Resource> resources = new ArrayList<>();
  private int line = 10;

  private SampleFleet(String name) {
    this.name = name;
  }

  /** All of it, with live names that begin with {@code name}. */
  public static ResourceGraph whole(String name) {
    SampleFleet fleet = new SampleFleet(name);
    fleet.network();
    fleet.fabric();
    fleet.worker();
    fleet.checkpoints();
    fleet.trainers();
    return new ResourceGraph(fleet.resources);
  }

  /** {@code graph} with one resource changed. */
  public static ResourceGraph with(ResourceGraph graph, Resource changed) {
    return new ResourceGraph(
        graph.resources().stream()
            .map(r -> r.address().equals(changed.address()) ? changed : r)
            .toList());
  }

  /** {@code resource} with one attribute changed. */
  public static Resource with(Resource resource, String attribute, Value value) {
    Map<String, Value> changed = new LinkedHashMap<>(resource.attributes().members());
    changed.put(attribute, value);
    return resource.withAttributes(new Value.Obj(changed));
  }

  private void network() {
    Value vpc = Value.ref("network", "id");
    add(
        "network",
        "vpc",
        "cidrBlock",
        Value.text("10.20.0.0/16"),
        "enableDnsSupport",
        Value.flag(true),
        "enableDnsHostnames",
        Value.flag(true),
        "tags",
        tags("network"));
    add(
        "network/public-a",
        "subnet",
        "vpcId",
        vpc,
        "cidrBlock",
        Value.text("10.20.0.0/20"),
        "availabilityZone",
        Value.text("us-east-1a"),
        "mapPublicIpOnLaunch",
        Value.flag(true),
        "tags",
        tags("network/public-a"));
    add("network/gateway", "internet-gateway", "vpcId", vpc, "tags", tags("network/gateway"));
    add("network/public", "route-table", "vpcId", vpc, "tags", tags("network/public"));
    add(
        "network/internet",
        "route",
        "routeTableId",
        Value.ref("network/public", "id"),
        "destinationCidrBlock",
        Value.text("0.0.0.0/0"),
        "gatewayId",
        Value.ref("network/gateway", "id"));
    add(
        "network/public-a-routes",
        "route-table-association",
        "routeTableId",
        Value.ref("network/public", "id"),
        "subnetId",
        Value.ref("network/public-a", "id"));
  }

  private void fabric() {
    Value group = Value.ref("fabric", "id");
    add(
        "fabric",
        "security-group",
        "name",
        live("fabric"),
        "description",
        Value.text("All traffic between workers"),
        "vpcId",
        Value.ref("network", "id"),
        "tags",
        tags("fabric"));
    for (String direction : List.of("ingress", "egress")) {
      add(
          "fabric/self-" + direction,
          "security-group-" + direction + "-rule",
          "groupId",
          group,
          "ipProtocol",
          Value.text("-1"),
          "referencedGroupId",
          group,
          "tags",
          tags("fabric/self-" + direction));
    }
    add(
        "fabric/out",
        "security-group-egress-rule",
        "groupId",
        group,
        "ipProtocol",
        Value.text("-1"),
        "cidrIpv4",
        Value.text("0.0.0.0/0"),
        "description",
        Value.text("Anywhere"),
        "tags",
        tags("fabric/out"));
  }

  private void worker() {
    Value role = Value.ref("worker", "name");
    add(
        "worker",
        "role",
        "name",
        live("worker"),
        "assumeRolePolicyDocument",
        statement(
            "sts:AssumeRole",
            "Principal",
            Value.object("Service", Value.text("ec2.amazonaws.com"))),
        "tags",
        tags("worker"));
    add(
        "worker/ssm",
        "role-policy-attachment",
        "roleName",
        role,
        "policyArn",
        Value.text("arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"));
    add(
        "worker/checkpoints",
        "role-policy",
        "roleName",
        role,
        "policyName",
        Value.text("checkpoints"),
        "policyDocument",
        statement(
            "s3:PutObject",
            "Resource",
            Value.join(Value.ref("checkpoints", "arn"), Value.text("/*"))));
    add(
        "worker/profile",
        "instance-profile",
        "name",
        live("worker"),
        "role",
        role,
        "tags",
        tags("worker/profile"));
  }

  private static Value statement(String action, String member, Value value) {
    return Value.object(
        "Version", Value.text("2012-10-17"),
        "Statement",
            Value.list(
                Value.object(
                    "Effect", Value.text("Allow"), "Action", Value.text(action), member, value)));
  }

  private void checkpoints() {
    add(
        "checkpoints",
        "bucket",
        "bucketName",
        live("checkpoints"),
        "versioning",
        Value.text("Enabled"),
        "encryption",
        Value.object("sseAlgorithm", Value.text("AES256")),
        "publicAccessBlock",
        Value.object(
            "blockPublicAcls", Value.flag(true),
            "blockPublicPolicy", Value.flag(true),
            "ignorePublicAcls", Value.flag(true),
            "restrictPublicBuckets", Value.flag(true)),
        "policy",
        othersMayList(),
        "tags",
        tags("checkpoints"));
  }

  private Value othersMayList() {
    return Value.object(
        "Version",
        Value.text("2012-10-17"),
        "Statement",
        Value.object(
            "Effect",
            Value.text("Allow"),
            "Principal",
            Value.object("AWS", Value.text("arn:aws:iam::123456789012:root")),
            "Action",
            Value.text("s3:ListBucket"),
            "Resource",
            Value.join(Value.text("arn:aws:s3:::"), live("checkpoints"))));
  }

  private void trainers() {
    Value template = Value.ref("trainers/template", "id");
    add(
        "trainers/template",
        "launch-template",
        "name",
        live("trainers"),
        "instanceType",
        Value.text("p5.48xlarge"),
        "imageId",
        Value.text("ami-0123456789abcdef0"),
        "userData",
        Value.join(
            Value.text("#!/bin/bash\nset -eu\nBUCKET=$"),
            Value.text("{1:-"),
            Value.ref("checkpoints", "name"),
            Value.text("}\necho \"${HOME} %{x}\" 'héllo'\n")),
        "iamInstanceProfile",
        Value.object("name", Value.ref("worker/profile", "name")),
        "securityGroupIds",
        Value.list(Value.ref("fabric", "id")),
        "metadataOptions",
        Value.object("httpTokens", Value.text("required"), "httpEndpoint", Value.text("enabled")));
    add(
        "trainers/group",
        "auto-scaling-group",
        "name",
        live("trainers"),
        "minSize",
        Value.whole(0),
        "maxSize",
        Value.whole(4),
        "subnets",
        Value.list(Value.ref("network/public-a", "id")),
        "launchTemplate",
        Value.object(
            "launchTemplateId",
            template,
            "version",
            Value.ref("trainers/template", "latestVersion")),
        "healthCheckGracePeriod",
        Value.whole(0),
        "tags",
        Value.list(
            Value.object(
                "key", Value.text("plumbline:id"),
                "value", Value.text("trainers/group"),
                "propagateAtLaunch", Value.flag(false))));
    Resource group = resources.removeLast();
    resources.add(group.withAfter(List.of("worker/ssm", "worker/checkpoints")));
  }

  private Value live(String suffix) {
    return Value.text(name + "-" + suffix);
  }

  private Value tags(String address) {
    return Value.object(
        "Name", live(address.replace('/', '-')), "plumbline:id", Value.text(address));
  }

  private void add(String address, String kind, Object... attributes) {
    SourceLine source = new SourceLine("stacks/src/main/java/Training.java", line++);
    resources.add(Resource.of(address, kind(kind), Value.object(attributes), source));
  }

  /** The AWS kind of this id. */
  public static ResourceKind kind(String id) {
    return AwsKinds.ALL.stream().filter(kind -> kind.id().equals(id)).findFirst().orElseThrow();
  }
}
