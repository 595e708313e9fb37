package io.plumbline.e2e.deploy;

import io.plumbline.e2e.harness.Aws;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.RequestLaunchTemplateData;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * The network {@code corporate} of another team with its subnet {@code corporate-a}, and thirty
 * things that team has in it.
 */
final class Neighbours {
  static final int THINGS = 30;

  private final Aws aws;
  private final String vpc;
  private final List<String> made = new ArrayList<>();

  private Neighbours(Aws aws, String vpc) {
    this.aws = aws;
    this.vpc = vpc;
  }

  static Neighbours moveInto(Aws aws) {
    String vpc = aws.ec2().createVpc(v -> v.cidrBlock("10.60.0.0/16")).vpc().vpcId();
    Neighbours neighbours = new Neighbours(aws, vpc);
    neighbours.name(vpc, "corporate");
    neighbours.name(neighbours.subnet(0), "corporate-a");
    neighbours.furnish();
    return neighbours;
  }

  private void furnish() {
    for (int i = 1; i <= 8; i++) {
      String subnet = subnet(i);
      name(subnet, "theirs-" + i);
      made.add(subnet);
      made.add(group(i));
    }
    for (int i = 1; i <= 7; i++) {
      made.add(template(i));
      made.add(scalingGroup(i));
    }
  }

  private String subnet(int number) {
    Ec2Client ec2 = aws.ec2();
    return ec2.createSubnet(
            s -> s.vpcId(vpc).cidrBlock("10.60." + number + ".0/24").availabilityZone("us-east-1a"))
        .subnet()
        .subnetId();
  }

  private String group(int number) {
    String id =
        aws.ec2()
            .createSecurityGroup(
                g -> g.groupName("theirs-" + number).description("Theirs").vpcId(vpc))
            .groupId();
    aws.ec2()
        .authorizeSecurityGroupIngress(
            r -> r.groupId(id).ipProtocol("tcp").fromPort(22).toPort(22).cidrIp("10.0.0.0/8"));
    return id;
  }

  private String template(int number) {
    RequestLaunchTemplateData data =
        RequestLaunchTemplateData.builder()
            .imageId("ami-0abcdef1234567890")
            .instanceType("g5.xlarge")
            .build();
    return aws.ec2()
        .createLaunchTemplate(
            t -> t.launchTemplateName("theirs-" + number).launchTemplateData(data))
        .launchTemplate()
        .launchTemplateId();
  }

  private String scalingGroup(int number) {
    String name = "theirs-" + number;
    String subnet = made.get((number - 1) * 2);
    aws.autoScaling()
        .createAutoScalingGroup(
            g ->
                g.autoScalingGroupName(name)
                    .minSize(0)
                    .maxSize(2)
                    .vpcZoneIdentifier(subnet)
                    .launchTemplate(t -> t.launchTemplateName(name).version("$Latest")));
    return name;
  }

  private void name(String id, String name) {
    aws.ec2().createTags(t -> t.resources(id).tags(Tag.builder().key("Name").value(name).build()));
  }

  int count() {
    return made.size();
  }

  /** All that the API says of the network and of what is theirs, in order. */
  String documents() {
    Ec2Client ec2 = aws.ec2();
    Stream<Object> network =
        Stream.of(
                ec2.describeVpcs().vpcs().stream().filter(v -> v.vpcId().equals(vpc)),
                ec2.describeSubnets().subnets().stream()
                    .filter(s -> s.vpcId().equals(vpc))
                    .map(s -> s.toBuilder().availableIpAddressCount(0).build()),
                ec2.describeRouteTables().routeTables().stream().filter(t -> t.vpcId().equals(vpc)),
                ec2.describeSecurityGroups().securityGroups().stream()
                    .filter(g -> vpc.equals(g.vpcId()) && isTheirs(g.groupId(), g.groupName())),
                ec2.describeSecurityGroupRules(r -> {}).securityGroupRules().stream()
                    .filter(r -> made.contains(r.groupId())))
            .flatMap(each -> each);
    Stream<Object> machines =
        Stream.of(
                ec2.describeLaunchTemplates().launchTemplates().stream()
                    .filter(t -> made.contains(t.launchTemplateId())),
                ec2
                    .describeLaunchTemplateVersions(v -> v.versions("$Latest"))
                    .launchTemplateVersions()
                    .stream()
                    .filter(v -> made.contains(v.launchTemplateId())),
                aws.autoScaling().describeAutoScalingGroups().autoScalingGroups().stream()
                    .filter(g -> made.contains(g.autoScalingGroupName())))
            .flatMap(each -> each);
    return Stream.concat(network, machines)
        .map(Object::toString)
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private boolean isTheirs(String id, String name) {
    return made.contains(id) || name.equals("default");
  }
}
