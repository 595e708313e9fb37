package io.plumbline.e2e.live;

import io.plumbline.aws.client.AwsClients;
import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.graph.IdentityTags;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Target;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * One thing of each kind, made by plain calls and described beside: what is read back can be held
 * against a description that no generator wrote.
 */
final class SmallFleet {
  static final String NAME = "e2e-fleet-";
  private static final String TRUST =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",\
      "Principal":{"Service":"ec2.amazonaws.com"}}]}\
      """;
  private static final String READ =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}\
      """;
  private static final String ENCRYPTED_TRANSPORT =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*",\
      "Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}\
      """;
  private static final String MANAGED = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";

  private final Ec2Client ec2;
  private final AutoScalingClient autoScaling;
  private final IamClient iam;
  private final S3Client s3;
  private final Target target;
  private final List<Resource> resources = new ArrayList<>();

  SmallFleet(AwsClients clients, Target target) {
    this.target = target;
    ec2 = clients.open(Ec2Client.builder());
    autoScaling = clients.open(AutoScalingClient.builder());
    iam = clients.open(IamClient.builder());
    s3 = clients.open(S3Client.builder().forcePathStyle(clients.pathStyle()));
  }

  /** Makes all, and describes it. */
  ResourceGraph make() {
    String vpc = network();
    String subnet = subnet(vpc);
    routes(vpc, subnet);
    firewall(vpc);
    role();
    bucket();
    group(template(), subnet);
    return new ResourceGraph(resources);
  }

  private String network() {
    String vpc =
        ec2.createVpc(
                r -> r.cidrBlock("10.0.0.0/16").tagSpecifications(tagged("net", ResourceType.VPC)))
            .vpc()
            .vpcId();
    describe("net", "vpc", "cidrBlock", text("10.0.0.0/16"), "tags", named("net"));
    String gateway =
        ec2.createInternetGateway(
                r -> r.tagSpecifications(tagged("net/gateway", ResourceType.INTERNET_GATEWAY)))
            .internetGateway()
            .internetGatewayId();
    ec2.attachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
    describe("net/gateway", "internet-gateway", "vpcId", id("net"), "tags", named("net/gateway"));
    return vpc;
  }

  private String subnet(String vpc) {
    String subnet =
        ec2.createSubnet(
                r ->
                    r.vpcId(vpc)
                        .cidrBlock("10.0.1.0/24")
                        .tagSpecifications(tagged("net/a", ResourceType.SUBNET)))
            .subnet()
            .subnetId();
    describe(
        "net/a",
        "subnet",
        "vpcId",
        id("net"),
        "cidrBlock",
        text("10.0.1.0/24"),
        "tags",
        named("net/a"));
    return subnet;
  }

  private void routes(String vpc, String subnet) {
    String table =
        ec2.createRouteTable(
                r -> r.vpcId(vpc).tagSpecifications(tagged("net/table", ResourceType.ROUTE_TABLE)))
            .routeTable()
            .routeTableId();
    String gateway = ec2.describeInternetGateways().internetGateways().get(0).internetGatewayId();
    ec2.createRoute(
        r -> r.routeTableId(table).destinationCidrBlock("0.0.0.0/0").gatewayId(gateway));
    ec2.associateRouteTable(r -> r.routeTableId(table).subnetId(subnet));
    describe("net/table", "route-table", "vpcId", id("net"), "tags", named("net/table"));
    describe(
        "net/out",
        "route",
        "routeTableId",
        id("net/table"),
        "destinationCidrBlock",
        text("0.0.0.0/0"),
        "gatewayId",
        id("net/gateway"));
    describe(
        "net/in",
        "route-table-association",
        "routeTableId",
        id("net/table"),
        "subnetId",
        id("net/a"));
  }

  private void firewall(String vpc) {
    String group =
        ec2.createSecurityGroup(
                r ->
                    r.vpcId(vpc)
                        .groupName(NAME + "wall")
                        .description("wall")
                        .tagSpecifications(tagged("wall", ResourceType.SECURITY_GROUP)))
            .groupId();
    IpPermission ssh =
        IpPermission.builder()
            .ipProtocol("tcp")
            .fromPort(22)
            .toPort(22)
            .ipRanges(List.of(IpRange.builder().cidrIp("10.0.0.0/8").build()))
            .build();
    ec2.authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(List.of(ssh)));
    describe(
        "wall",
        "security-group",
        "name",
        text(NAME + "wall"),
        "description",
        text("wall"),
        "vpcId",
        id("net"),
        "tags",
        named("wall"));
    describe(
        "wall/ssh",
        "security-group-ingress-rule",
        "groupId",
        id("wall"),
        "ipProtocol",
        text("tcp"),
        "fromPort",
        Value.whole(22),
        "toPort",
        Value.whole(22),
        "cidrIpv4",
        text("10.0.0.0/8"));
    describe(
        "wall/out",
        "security-group-egress-rule",
        "groupId",
        id("wall"),
        "ipProtocol",
        text("-1"),
        "cidrIpv4",
        text("0.0.0.0/0"));
  }

  private void role() {
    iam.createRole(
        r ->
            r.roleName(NAME + "role")
                .assumeRolePolicyDocument(TRUST)
                .tags(
                    tags("role").entrySet().stream()
                        .map(
                            e ->
                                software.amazon.awssdk.services.iam.model.Tag.builder()
                                    .key(e.getKey())
                                    .value(e.getValue())
                                    .build())
                        .toList()));
    iam.putRolePolicy(r -> r.roleName(NAME + "role").policyName("read").policyDocument(READ));
    iam.attachRolePolicy(r -> r.roleName(NAME + "role").policyArn(MANAGED));
    iam.createInstanceProfile(r -> r.instanceProfileName(NAME + "profile"));
    iam.addRoleToInstanceProfile(
        r -> r.instanceProfileName(NAME + "profile").roleName(NAME + "role"));
    describe(
        "role",
        "role",
        "name",
        text(NAME + "role"),
        "assumeRolePolicyDocument",
        JsonReader.read(TRUST),
        "tags",
        tagMap("role"));
    describe(
        "role/read",
        "role-policy",
        "roleName",
        Value.ref("role", "name"),
        "policyName",
        text("read"),
        "policyDocument",
        JsonReader.read(READ));
    describe(
        "role/managed",
        "role-policy-attachment",
        "roleName",
        Value.ref("role", "name"),
        "policyArn",
        text(MANAGED));
    describe(
        "role/profile",
        "instance-profile",
        "name",
        text(NAME + "profile"),
        "role",
        Value.ref("role", "name"));
  }

  private void bucket() {
    String name = NAME + "bucket";
    s3.createBucket(r -> r.bucket(name));
    s3.putBucketVersioning(
        r -> r.bucket(name).versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
    s3.putPublicAccessBlock(
        r ->
            r.bucket(name)
                .publicAccessBlockConfiguration(
                    b ->
                        b.blockPublicAcls(true)
                            .blockPublicPolicy(true)
                            .ignorePublicAcls(true)
                            .restrictPublicBuckets(true)));
    s3.putBucketPolicy(r -> r.bucket(name).policy(ENCRYPTED_TRANSPORT));
    s3.putBucketTagging(
        r ->
            r.bucket(name)
                .tagging(
                    t ->
                        t.tagSet(
                            tags("bucket").entrySet().stream()
                                .map(e -> Tag.builder().key(e.getKey()).value(e.getValue()).build())
                                .toList())));
    Value yes = Value.flag(true);
    describe(
        "bucket",
        "bucket",
        "bucketName",
        text(name),
        "versioning",
        text("Enabled"),
        "objectOwnership",
        text("BucketOwnerEnforced"),
        "publicAccessBlock",
        Value.object(
            "blockPublicAcls",
            yes,
            "blockPublicPolicy",
            yes,
            "ignorePublicAcls",
            yes,
            "restrictPublicBuckets",
            yes),
        "policy",
        JsonReader.read(ENCRYPTED_TRANSPORT),
        "tags",
        tagMap("bucket"));
  }

  private String template() {
    String template =
        ec2.createLaunchTemplate(
                r ->
                    r.launchTemplateName(NAME + "template")
                        .launchTemplateData(d -> d.imageId("ami-12345678").instanceType("t3.nano"))
                        .tagSpecifications(tagged("pool/template", ResourceType.LAUNCH_TEMPLATE)))
            .launchTemplate()
            .launchTemplateId();
    describe(
        "pool/template",
        "launch-template",
        "name",
        text(NAME + "template"),
        "imageId",
        text("ami-12345678"),
        "instanceType",
        text("t3.nano"),
        "tags",
        named("pool/template"));
    return template;
  }

  private void group(String template, String subnet) {
    autoScaling.createAutoScalingGroup(
        r ->
            r.autoScalingGroupName(NAME + "pool")
                .minSize(0)
                .maxSize(4)
                .desiredCapacity(0)
                .launchTemplate(t -> t.launchTemplateId(template).version("1"))
                .vpcZoneIdentifier(subnet)
                .tags(
                    tags("pool").entrySet().stream()
                        .map(
                            e ->
                                software.amazon.awssdk.services.autoscaling.model.Tag.builder()
                                    .key(e.getKey())
                                    .value(e.getValue())
                                    .propagateAtLaunch(true)
                                    .build())
                        .toList()));
    describe(
        "pool",
        "auto-scaling-group",
        "name",
        text(NAME + "pool"),
        "minSize",
        Value.whole(0),
        "maxSize",
        Value.whole(4),
        "subnets",
        Value.list(id("net/a")),
        "launchTemplate",
        Value.object(
            "launchTemplateId",
            id("pool/template"),
            "version",
            Value.ref("pool/template", "latestVersion")),
        "tags",
        Value.list(
            tags("pool").entrySet().stream()
                .map(
                    e ->
                        Value.object(
                            "key",
                            text(e.getKey()),
                            "value",
                            text(e.getValue()),
                            "propagateAtLaunch",
                            Value.flag(true)))
                .toList()));
  }

  private void describe(String address, String kind, Object... attributes) {
    ResourceKind known =
        AwsKinds.ALL.stream().filter(k -> k.id().equals(kind)).findFirst().orElseThrow();
    SourceLine line = new SourceLine("Fleet.java", resources.size() + 1);
    resources.add(Resource.of(address, known, Value.object(attributes), line));
  }

  private static Value text(String value) {
    return Value.text(value);
  }

  private static Value id(String address) {
    return Value.ref(address, "id");
  }

  private Map<String, String> tags(String address) {
    Map<String, String> tags = new LinkedHashMap<>();
    IdentityTags.of(target.environment(), target.stack(), address)
        .forEach((key, value) -> tags.put(key, ((Value.Text) value).value()));
    return tags;
  }

  private Obj tagMap(String address) {
    return new Obj(IdentityTags.of(target.environment(), target.stack(), address));
  }

  private Obj named(String address) {
    Map<String, Value> tags =
        new LinkedHashMap<>(IdentityTags.of(target.environment(), target.stack(), address));
    tags.put("Name", text(NAME + address));
    return new Obj(tags);
  }

  private TagSpecification tagged(String address, ResourceType type) {
    return TagSpecification.builder()
        .resourceType(type)
        .tags(
            named(address).members().entrySet().stream()
                .map(
                    e ->
                        software.amazon.awssdk.services.ec2.model.Tag.builder()
                            .key(e.getKey())
                            .value(((Value.Text) e.getValue()).value())
                            .build())
                .toList())
        .build();
  }
}
