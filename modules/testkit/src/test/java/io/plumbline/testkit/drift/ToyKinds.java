package io.plumbline.testkit.drift;

import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.json;
import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.map;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.reference;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.model.Design;
import io.plumbline.model.Target;
import io.plumbline.spi.Provider;
import io.plumbline.value.Value;
import java.util.List;

/** A provider of nothing, with one kind for each way in which kinds are read and recognised. */
final class ToyKinds implements Provider {

  private static Attribute tags() {
    return map("tags").in(AWS_API, Codec.entries("Key", "Value")).byDefault(Value.Obj.EMPTY);
  }

  /** Named by a tag; recognised by tags alone where the name is lost. */
  static final ResourceKind NETWORK =
      kind("network")
          .read(Read.all("toy:ListNetworks"))
          .taggedBy("tags")
          .namedBy("tags/Name")
          .providerMade("IsDefault", Value.flag(true))
          .output("id", "id", "id", "NetworkId")
          .attributes(text("cidr").replaces(), flag("dns").byDefault(Value.flag(true)), tags())
          .build();

  /** Stands in a network; known by it and its range where tags are lost. */
  static final ResourceKind SUBNET =
      kind("subnet")
          .read(Read.all("toy:ListSubnets"))
          .taggedBy("tags")
          .keyedBy("networkId", "cidr")
          .within("networkId")
          .providerMade("Makers/Service", Value.flag(true))
          .output("id", "id", "id", "SubnetId")
          .attributes(ref("networkId", "network", "id").replaces(), text("cidr").replaces(), tags())
          .build();

  /** Has a name, and a second document. */
  static final ResourceKind TEMPLATE =
      kind("template")
          .read(Read.all("toy:ListTemplates"))
          .read("version", Read.by("TemplateId", "toy:GetVersions"))
          .taggedBy("tags")
          .namedBy("name")
          .output("id", "id", "id", "TemplateId")
          .output("latestVersion", "latest", "latest", "Latest")
          .attributes(
              text("name").replaces(),
              text("image").in(AWS_API, "version:Data/Image"),
              text("secret").notIn(AWS_API, "written only"),
              set("policies", Shape.Leaf.TEXT).in(AWS_API, "version:Data/Policies"),
              list(
                      "disks",
                      record(
                          text("device"),
                          whole("size"),
                          flag("encrypted").byDefault(Value.flag(false))))
                  .in(AWS_API, "version:Data/Disks"),
              set("interfaces", record(whole("index"), text("type").byDefault(Value.text("lan"))))
                  .in(AWS_API, "version:Data/Interfaces"),
              tags())
          .build();

  /** Its tags are a set of records; another controller moves its size. */
  static final ResourceKind GROUP =
      kind("group")
          .read(Read.all("toy:ListGroups"))
          .taggedBy("tags")
          .namedBy("name")
          .within("subnets")
          .output("id", "id", "id", "Name")
          .output("arn", "arn", "arn", "arn:{partition}:group/{Name}")
          .attributes(
              text("name").replaces(),
              whole("maxSize"),
              whole("desired"),
              whole("cooldown").byDefault(Value.whole(300)),
              text("context"),
              one(
                  "template",
                  record(ref("id", "template", "id"), ref("version", "template", "latestVersion"))),
              set("subnets", reference("subnet", "id")),
              set("tags", record(text("key"), text("value"), flag("atLaunch")))
                  .byDefault(Value.list()))
          .build();

  /** Read by its name, one by one; its policy is a document. */
  static final ResourceKind ROLE =
      kind("role")
          .read(Read.by("name", "toy:GetRole"))
          .taggedBy("tags")
          .namedBy("name")
          .output("name", "name", "name", "Name")
          .attributes(text("name").replaces(), json("trust").in(AWS_API, Codec.JSON_TEXT), tags())
          .build();

  /** Without tags; read by its parent, recognised by parent and name. */
  static final ResourceKind POLICY =
      kind("policy")
          .read(Read.by("role", "toy:ListPolicies"))
          .keyedBy("role", "name")
          .within("role")
          .output("id", "id", "id", "{Role}:{Name}")
          .attributes(
              ref("role", "role", "name").replaces(),
              text("name").replaces(),
              json("document").in(AWS_API, Codec.JSON_TEXT))
          .build();

  /** Without tags and name; rows inside those of another kind. */
  static final ResourceKind RULE =
      kind("rule")
          .read(Read.all("toy:ListNetworks").each("Rules", "NetworkId").soughtBy("networkId"))
          .keyedBy("networkId", "port")
          .within("networkId")
          .providerMade("Origin", Value.text("provider"))
          .attributes(
              ref("networkId", "network", "id").replaces(),
              whole("port").replaces(TERRAFORM),
              text("action"))
          .build();

  /** Stands in one thing and is known by another. */
  static final ResourceKind LINK =
      kind("link")
          .read(Read.all("toy:ListNetworks").each("Links", "NetworkId").soughtBy("networkId"))
          .keyedBy("subnetId")
          .within("networkId")
          .output("id", "id", "id", "LinkId")
          .attributes(ref("networkId", "network", "id"), ref("subnetId", "subnet", "id"))
          .build();

  private static final List<ResourceKind> ALL =
      List.of(GROUP, LINK, NETWORK, POLICY, ROLE, RULE, SUBNET, TEMPLATE);

  static ResourceKind find(String id) {
    return ALL.stream().filter(kind -> kind.id().equals(id)).findFirst().orElse(null);
  }

  @Override
  public String id() {
    return "toy";
  }

  @Override
  public Dialect api() {
    return AWS_API;
  }

  @Override
  public List<ResourceKind> kinds() {
    return ALL;
  }

  @Override
  public List<Diagnostic> validate(Design design, Target target) {
    return List.of();
  }

  @Override
  public ResourceGraph lower(Design design, Target target) {
    return ResourceGraph.EMPTY;
  }
}
