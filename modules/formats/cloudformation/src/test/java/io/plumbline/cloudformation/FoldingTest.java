package io.plumbline.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.graph.FoldedIntoList;
import io.plumbline.graph.Folding;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FoldingTest {
  private static final Value GROUP = Value.ref("group", "id");

  private static ResourceKind kind(String id) {
    return AwsKinds.ALL.stream().filter(kind -> kind.id().equals(id)).findFirst().orElseThrow();
  }

  private static Resource resource(String address, String kind, Object... attributes) {
    return Resource.of(address, kind(kind), Value.object(attributes), new SourceLine("A.java", 3));
  }

  private static Resource group(String address) {
    return resource(address, "security-group", "name", Value.text(address));
  }

  private static Resource egress(String address, String cidr) {
    return resource(
        address,
        "security-group-egress-rule",
        "groupId",
        GROUP,
        "ipProtocol",
        Value.text("-1"),
        "cidrIpv4",
        Value.text(cidr),
        "tags",
        Value.object("plumbline:id", Value.text(address)));
  }

  private static Resource attachment(String address, Value policy) {
    return resource(
        address,
        "role-policy-attachment",
        "roleName",
        Value.ref("role", "name"),
        "policyArn",
        policy);
  }

  private static final List<Resource> ALL =
      List.of(
          egress("group/all", "0.0.0.0/0"),
          group("group"),
          egress("group/some", "10.0.0.0/8"),
          resource(
              "group/self",
              "security-group-egress-rule",
              "groupId",
              GROUP,
              "ipProtocol",
              Value.text("-1"),
              "referencedGroupId",
              GROUP),
          attachment(
              "role/ssm", Value.text("arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore")),
          attachment("role/s3", Value.text("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess")),
          resource(
              "rule/target",
              "event-target",
              "rule",
              Value.ref("rule", "name"),
              "id",
              Value.text("queue"),
              "arn",
              Value.ref("queue", "arn")),
          resource("rule", "event-rule", "name", Value.text("e")),
          resource(
              "cluster/rights-ops",
              "eks-access-policy",
              "clusterName",
              Value.ref("cluster", "name"),
              "principalArn",
              Value.ref("cluster/access-ops", "principalArn"),
              "policyArn",
              Value.text("arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy")),
          resource("cluster", "eks-cluster", "name", Value.text("c")),
          resource(
              "cluster/access-ops",
              "eks-access-entry",
              "clusterName",
              Value.ref("cluster", "name"),
              "principalArn",
              Value.text("arn:aws:iam::123456789012:role/ops")),
          resource("role", "role", "name", Value.text("r")),
          resource("profile", "instance-profile", "name", Value.text("p"))
              .withAfter(List.of("role/ssm", "role", "group/all")));

  private static void undoesWhatItDid(Folding.Rule rule, ResourceGraph graph) {
    Folding folding = new Folding(rule);
    assertThat(List.copyOf(folding.undo(folding.fold(graph)).resources()))
        .isEqualTo(List.copyOf(graph.resources()));
  }

  @Property(tries = 200)
  void undoesWhatItDid(@ForAll Random random) {
    List<Resource> resources = new ArrayList<>(ALL);
    Collections.shuffle(resources, random);
    ResourceGraph graph = new ResourceGraph(resources);
    undoesWhatItDid(new FoldedEgress(), graph);
    undoesWhatItDid(
        new FoldedIntoList(kind("role-policy-attachment"), Dialect.CLOUDFORMATION), graph);
    undoesWhatItDid(new FoldedIntoList(kind("event-target"), Dialect.CLOUDFORMATION), graph);
    undoesWhatItDid(new FoldedIntoList(kind("eks-access-policy"), Dialect.CLOUDFORMATION), graph);
  }

  @Test
  void writesTargetsIntoTheRule() {
    ResourceGraph legal = CloudFormationFormat.legal(new ResourceGraph(ALL));

    assertThat(legal.get("rule").attributes().get("targets"))
        .isEqualTo(
            Value.list(Value.object("id", Value.text("queue"), "arn", Value.ref("queue", "arn"))));
    assertThat(legal.find("rule/target")).isNull();
  }

  @Test
  void writesWhatSomebodyMayDoIntoTheEntry() {
    ResourceGraph legal = CloudFormationFormat.legal(new ResourceGraph(ALL));

    assertThat(legal.get("cluster/access-ops").attributes().get("accessPolicies"))
        .isEqualTo(
            Value.list(
                Value.object(
                    "policyArn",
                    Value.text("arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy"))));
    assertThat(legal.find("cluster/rights-ops")).isNull();
  }

  @Test
  void writesEgressToAddressesIntoTheGroup() {
    ResourceGraph legal = CloudFormationFormat.legal(new ResourceGraph(ALL));

    assertThat(legal.get("group").attributes().get("inlineEgress"))
        .isEqualTo(
            Value.list(
                Value.object("ipProtocol", Value.text("-1"), "cidrIpv4", Value.text("0.0.0.0/0")),
                Value.object(
                    "ipProtocol", Value.text("-1"), "cidrIpv4", Value.text("10.0.0.0/8"))));
    assertThat(legal.find("group/all")).isNull();
    assertThat(legal.find("group/self")).isNotNull();
  }

  @Test
  void writesAttachmentsIntoTheRole() {
    ResourceGraph legal = CloudFormationFormat.legal(new ResourceGraph(ALL));

    assertThat(legal.get("role").attributes().get("managedPolicyArns"))
        .isEqualTo(
            Value.texts(
                List.of(
                    "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
                    "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess")));
    assertThat(legal.get("profile").after()).containsExactly("role", "group");
  }

  @Test
  void reportsAllThatNoTemplateCanSay() {
    ResourceGraph graph =
        new ResourceGraph(
            List.of(
                group("open"),
                Resource.existing("role", kind("role"), new Lookup.ByName("theirs"), null),
                attachment("role/ssm", Value.text("arn")),
                resource("secret", "vpc", "cidrBlock", Value.text("{{resolve:ssm:/a}}")),
                resource("x", "vpc").withFormerly("secret")));

    assertThatThrownBy(() -> Sayable.check(CloudFormationFormat.legal(graph)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(
            "PLB-CFN-001",
            "role/ssm",
            "PLB-CFN-002",
            "open",
            "PLB-CFN-003",
            "PLB-CFN-004",
            "A.java:3");
  }
}
