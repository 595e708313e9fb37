package io.plumbline.terraform;

import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.map;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.files.Zip;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Raw;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Attributes;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Lens;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.testkit.golden.Golden;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TerraformFormatTest {
  private static final ResourceKind VPC =
      kind("vpc")
          .type("aws_vpc", "AWS::EC2::VPC")
          .read(Read.all("ec2:DescribeVpcs"))
          .output("id", "id", "Ref", "VpcId")
          .attributes(text("cidrBlock"), map("tags"))
          .build();

  private static final ResourceKind TEMPLATE =
      kind("launch-template")
          .type("aws_launch_template", "AWS::EC2::LaunchTemplate")
          .output("id", "id", "Ref", "LaunchTemplateId")
          .attributes(
              text("name"), text("userData").everywhere(Codec.BASE64), ref("vpcId", "vpc", "id"))
          .build();

  private static final ResourceKind BUCKET =
      kind("bucket")
          .type("aws_s3_bucket", "AWS::S3::Bucket")
          .document(TERRAFORM, "versioning", "aws_s3_bucket_versioning", "bucket", "id")
          .irreplaceable()
          .read(Read.all("s3:ListBuckets"))
          .output("id", "id", "Ref", "Name")
          .attributes(
              text("bucket"),
              text("versioning").in(TERRAFORM, "versioning:versioning_configuration/status"),
              flag("forceDestroy"))
          .build();

  private static final Target TARGET =
      new Target(
          "sandbox",
          "training",
          new Site("main", "aws", "terraform", Map.of("region", "eu-west-1"), null));

  static Target target(String... settings) {
    Map<String, String> all = new TreeMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    return new Target("sandbox", "training", new Site("main", "aws", "terraform", all, null));
  }

  private static String render(ResourceGraph graph, Target target) {
    StringBuilder out = new StringBuilder();
    try {
      new TerraformFormat().render(graph, target).get("main.tf.json").writeTo(out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString();
  }

  private static Value at(String text, String... path) {
    return Lens.find(JsonReader.read(text), List.of(path));
  }

  private static Resource vpc(String address) {
    return Resource.of(address, VPC, Value.object("cidrBlock", Value.text("10.0.0.0/16")), null);
  }

  @Test
  void putsCodeIntoAnArchiveBesideTheConfiguration() throws IOException {
    ResourceKind function =
        ResourceKind.kind("function")
            .type("aws_lambda_function", "AWS::Lambda::Function")
            .output("id", "id", "Ref", "Id")
            .attributes(
                Attributes.text("code")
                    .zippedIn(Dialect.TERRAFORM, "index.py", "filename", "source_code_hash"))
            .build();
    Resource repair =
        Resource.of(
            "fleet/repair", function, Value.object("code", Value.text("${x} pass\n")), null);
    ResourceGraph graph = new ResourceGraph(List.of(repair));

    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    new TerraformFormat().render(graph, TARGET).get("fleet_repair.zip").writeTo(archive);

    byte[] expected = Zip.of("index.py", "${x} pass\n");
    assertThat(archive.toByteArray()).isEqualTo(expected);
    assertThat(at(render(graph, TARGET), "resource", "aws_lambda_function", "fleet_repair"))
        .isEqualTo(
            Value.object(
                "filename", Value.text("${path.module}/fleet_repair.zip"),
                "source_code_hash", Value.text(Zip.digest(expected))));
  }

  @Test
  void writesOneConfiguration() {
    Resource bucket =
        Resource.of(
            "checkpoints",
            BUCKET,
            Value.object(
                "bucket", Value.text("sandbox-checkpoints"), "versioning", Value.text("Enabled")),
            null);
    Resource template =
        Resource.of(
                "trainers/template",
                TEMPLATE,
                Value.object(
                    "userData",
                    Value.join(
                        Value.text("#!/bin/sh\naws s3 ls $"),
                        bucket.ref("id"),
                        Value.text("/${HOME}\n")),
                    "vpcId",
                    Value.ref("8net", "id")),
                null)
            .withFormerly("workers/template")
            .withAfter(List.of("checkpoints"))
            .withRaw(
                List.of(
                    new Raw(
                        TERRAFORM,
                        "metadata_options/http_tokens",
                        Value.text("required"),
                        "hardening"),
                    new Raw(
                        TERRAFORM,
                        "lifecycle/ignore_changes",
                        Value.list(Value.text("tags")),
                        "tagger")));
    ResourceGraph graph =
        new ResourceGraph(List.of(template, vpc("8net"), bucket.withFormerly("ckpt")));

    Golden.check(
        Path.of("src/test/resources/golden/whole/expected/main.tf.json"), render(graph, TARGET));
  }

  @Test
  void takesIdsOfExistingThingsAsVariables() {
    Resource existing = Resource.existing("shared", VPC, new Lookup.ById("vpc-1"), null);
    Resource other = Resource.existing("other/net", VPC, new Lookup.ByName("n"), null);
    Resource unused = Resource.existing("unused", VPC, new Lookup.ByName("n"), null);
    Resource a = Resource.of("a", TEMPLATE, Value.object("vpcId", existing.ref("id")), null);
    Resource b = Resource.of("b", TEMPLATE, Value.object("vpcId", other.ref("id")), null);
    String text = render(new ResourceGraph(List.of(existing, other, unused, a, b)), TARGET);

    assertThat(at(text, "variable"))
        .isEqualTo(
            Value.object(
                "shared",
                    Value.object(
                        "type", Value.text("string"),
                        "description", Value.text("id of the existing vpc shared"),
                        "default", Value.text("vpc-1")),
                "other_net",
                    Value.object(
                        "type", Value.text("string"),
                        "description", Value.text("id of the existing vpc other/net"))));
    assertThat(at(text, "resource", "aws_launch_template", "b", "vpc_id"))
        .isEqualTo(Value.text("${var.other_net}"));
    assertThat(at(text, "output", "plumbline", "value"))
        .isEqualTo(
            Value.object(
                "a", Value.text("${aws_launch_template.a.id}"),
                "b", Value.text("${aws_launch_template.b.id}")));
  }

  @Test
  void asksAnEndpointWithFakeCredentialsOnlyWhereTheSiteSaysSo() {
    String real =
        render(ResourceGraph.EMPTY, target("region", "eu-west-1", "account", "012345678901"));
    String local =
        render(
            new ResourceGraph(List.of(vpc("net"))),
            target(
                "region", "eu-west-1", "endpoint", "http://127.0.0.1:5000", "credentials", "fake"));

    assertThat(at(real, "provider", "aws"))
        .isEqualTo(
            Value.object(
                "region", Value.text("eu-west-1"),
                "allowed_account_ids", Value.list(Value.text("012345678901"))));
    assertThat(at(local, "provider", "aws", "access_key")).isEqualTo(Value.text("fake"));
    assertThat(at(local, "provider", "aws", "s3_use_path_style")).isEqualTo(Value.flag(true));
    assertThat(at(local, "provider", "aws", "shared_config_files"))
        .isEqualTo(Value.list(Value.text("aws-profile.ini")));
  }

  @Test
  void sendsCallsWithFakeCredentialsNowhereButToTheEndpoint() throws IOException {
    Target target = target("endpoint", "http://127.0.0.1:5000", "credentials", "fake");
    StringBuilder profiles = new StringBuilder();
    new TerraformFormat()
        .render(ResourceGraph.EMPTY, target)
        .get("aws-profile.ini")
        .writeTo(profiles);

    assertThat(profiles).hasToString("[profile plumbline]\nendpoint_url = http://127.0.0.1:5000\n");
    assertThat(at(render(ResourceGraph.EMPTY, target), "provider", "aws", "profile"))
        .isEqualTo(Value.text("plumbline"));
  }

  @Test
  void refersToProfileAndRole() {
    String text =
        render(
            ResourceGraph.EMPTY,
            target(
                "region",
                "eu-west-1",
                "credentials.profile",
                "ops",
                "credentials.role",
                "arn:aws:iam::1:role/x"));

    assertThat(at(text, "provider", "aws", "profile")).isEqualTo(Value.text("ops"));
    assertThat(at(text, "provider", "aws", "assume_role", "role_arn"))
        .isEqualTo(Value.text("arn:aws:iam::1:role/x"));
  }

  @Test
  void keepsStateLockedInABucketWhereTheSiteNamesOne() {
    String text =
        render(ResourceGraph.EMPTY, target("region", "eu-west-1", "state.bucket", "acme-state"));

    assertThat(at(text, "terraform", "backend", "s3"))
        .isEqualTo(
            Value.object(
                "bucket", Value.text("acme-state"),
                "key", Value.text("sandbox/training/main/terraform.tfstate"),
                "region", Value.text("eu-west-1"),
                "encrypt", Value.flag(true),
                "use_lockfile", Value.flag(true)));
    assertThat(at(text, "terraform", "required_version")).isEqualTo(Value.text(">= 1.10.0"));
  }

  @Test
  void understandsTheReferencesThatItWrites() {
    ResourceGraph graph =
        new ResourceGraph(
            List.of(vpc("8net/a-b"), Resource.existing("x/y", VPC, new Lookup.ByName("n"), null)));
    GraphNames names = new GraphNames(graph);
    for (Value.Ref ref :
        List.of(
            new Value.Ref("8net/a-b", "id"),
            new Value.Ref("x/y", "id"),
            new Value.Ref("x/y", "arn"))) {
      assertThat(names.parse(names.spell(ref))).isEqualTo(ref);
    }
  }

  @Test
  void writesTheSameBytesEachTime() {
    List<Resource> many = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      many.add(vpc("net-" + i));
    }
    ResourceGraph graph = new ResourceGraph(many);
    assertThat(render(graph, TARGET)).isEqualTo(render(graph, TARGET));
  }
}
