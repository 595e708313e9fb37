package io.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.aws.kinds.LambdaFunction;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Lens;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.testkit.Guillemets;
import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import io.plumbline.value.Value.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Asks the Terraform provider itself what a change replaces: plans, without any cloud, each kind's
 * fixture against a state in which every text, number and flag is another.
 */
final class TerraformReplacementIT {
  private static final Path CASES =
      RealPrograms.HOME.resolve("modules/providers/aws/src/test/resources/kinds");

  /**
   * Replaced or not by what the values are: a file system cannot shrink, but grow; a cluster gets a
   * key, and never another one.
   */
  private static final Set<String> BY_VALUE = Set.of("storage_capacity", "encryption_config");

  private static final Map<String, Set<String>> REPLACED = new LinkedHashMap<>();

  /** All kinds of which Terraform makes resources, and not just refers to them. */
  static List<ResourceKind> kinds() {
    return AwsKinds.ALL.stream()
        .filter(kind -> !kind.documents(Dialect.TERRAFORM).isEmpty())
        .filter(kind -> !document(kind).members().isEmpty())
        .toList();
  }

  @BeforeAll
  static void plan() throws IOException {
    Map<String, Map<String, Value>> wanted = new LinkedHashMap<>();
    List<Value> there = new ArrayList<>();
    TerraformSchema schema = TerraformSchema.ask();
    for (ResourceKind kind : kinds()) {
      Obj document = document(kind);
      String type = kind.documents(Dialect.TERRAFORM).get(0).type();
      wanted.computeIfAbsent(type, t -> new LinkedHashMap<>()).put(kind.id(), document);
      there.add(entry(type, kind.id(), schema.version(type), others(document)));
    }
    Path folder = RealPrograms.terraformFolder("terraform-replacement", configuration(wanted));
    Files.writeString(folder.resolve("terraform.tfstate"), state(there));
    RealPrograms.terraform(folder, "plan", "-refresh=false", "-input=false", "-out=plan");
    String plan = RealPrograms.terraform(folder, "show", "-json", "plan");
    ((Sequence) ((Obj) JsonReader.read(plan)).get("resource_changes"))
        .items()
        .forEach(change -> note((Obj) change));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void saysWhatTerraformReplaces(ResourceKind kind) {
    Obj document = document(kind);
    Set<String> declared = new TreeSet<>();
    for (Attribute attribute : kind.shape().attributes()) {
      Value replacing = replacing(attribute);
      if (replacing != null) {
        declared.addAll(membersOf(attribute, replacing));
      }
    }
    declared.retainAll(document.members().keySet());
    declared.removeAll(BY_VALUE);
    Set<String> replaced = new TreeSet<>(REPLACED.get(kind.id()));
    // The provider fills in some defaults that the planted state leaves out.
    replaced.retainAll(document.members().keySet());
    replaced.removeAll(BY_VALUE);
    // What a kind always says never changes.
    replaced.removeAll(
        kind.constants(Dialect.TERRAFORM).getOrDefault("", Obj.EMPTY).members().keySet());
    assertThat(replaced).isEqualTo(declared);
  }

  private static void note(Obj change) {
    Set<String> members = new TreeSet<>();
    if (((Obj) change.get("change")).get("replace_paths") instanceof Sequence paths) {
      paths.items().forEach(p -> members.add(((Text) ((Sequence) p).items().get(0)).value()));
    }
    REPLACED.put(((Text) change.get("name")).value(), members);
  }

  /** A value of all that replaces in an attribute; null where nothing does. */
  private static @Nullable Value replacing(Attribute attribute) {
    if (attribute.replacesIn(Dialect.TERRAFORM)) {
      return Value.text("x");
    }
    Map<String, Value> members = new LinkedHashMap<>();
    if (attribute.shape() instanceof Shape.Struct struct) {
      for (Attribute each : struct.attributes()) {
        Value replacing = replacing(each);
        if (replacing != null) {
          members.put(each.name(), replacing);
        }
      }
    }
    return members.isEmpty() ? null : new Obj(members);
  }

  private static Set<String> membersOf(Attribute attribute, Value value) {
    Shape.Struct alone = new Shape.Struct(List.of(attribute));
    Value sample = Value.object(attribute.name(), value);
    return Lens.encode(alone, (Obj) sample, Dialect.TERRAFORM).get("").members().keySet();
  }

  /** The kind's fixture as Terraform's main document, with ids in place of references. */
  private static Obj document(ResourceKind kind) {
    String fixture = read(CASES.resolve(kind.id()).resolve("attributes.json"));
    Value attributes =
        References.replace(Guillemets.read(JsonReader.read(fixture)), TerraformReplacementIT::id);
    Obj document = Lens.encode(kind.shape(), (Obj) attributes, Dialect.TERRAFORM).get("");
    Map<String, Value> members = new LinkedHashMap<>(((Obj) literal(document)).members());
    members.putAll(kind.constants(Dialect.TERRAFORM).getOrDefault("", Obj.EMPTY).members());
    if (kind.equals(LambdaFunction.KIND)) {
      // The format adds the archive with the code.
      members.put("filename", Value.text("function.zip"));
    }
    return new Obj(members);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Value id(Value.Ref ref) {
    return Value.text(
        switch (ref.resource() + "." + ref.output()) {
          case "network.id" -> "vpc-0a1b2c3d";
          case "network/gateway.id" -> "igw-0a1b2c3d";
          case "network/routes.id" -> "rtb-0a1b2c3d";
          case "network/subnet-a.id" -> "subnet-0a1b2c3d";
          case "network/subnet-b.id" -> "subnet-1a1b2c3d";
          case "trainers/fabric.id" -> "sg-0a1b2c3d";
          case "trainers/template.id" -> "lt-0a1b2c3d0a1b2c3d0";
          case "trainers/template.latestVersion" -> "1";
          case "checkpoints.arn" -> "arn:aws:s3:::checkpoints";
          case "scratch.id" -> "fs-0a1b2c3d0a1b2c3d0";
          default ->
              ref.output().matches("arn|principalArn") ? "arn:aws:iam::123456789012:role/x" : "x";
        });
  }

  private static Value literal(Value value) {
    return switch (value) {
      case Value.Base64 encoded -> Value.text("aGk=");
      case Text text -> Value.text(text.value().replace("${", "$${").replace("%{", "%%{"));
      case Sequence list ->
          Value.list(list.items().stream().map(TerraformReplacementIT::literal).toList());
      case Obj object -> {
        Map<String, Value> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> members.put(name, literal(member)));
        yield new Obj(members);
      }
      default -> value;
    };
  }

  private static Obj others(Obj document) {
    Map<String, Value> others = new LinkedHashMap<>();
    others.put("id", Value.text("i"));
    document
        .members()
        .forEach(
            (name, value) -> {
              Value other = another(value);
              if (!other.equals(value)) {
                others.put(name, other);
              }
            });
    return new Obj(others);
  }

  private static Value another(Value value) {
    return switch (value) {
      case Value.Bool flag -> Value.flag(!flag.value());
      case Value.Int whole -> Value.whole(whole.value() + 1);
      case Text text when text.value().matches("[0-9.]+/[0-9]+") -> Value.text("192.168.0.0/24");
      case Text text when text.value().startsWith("{") -> Value.text("{}");
      case Text text -> Value.text(text.value() + "x");
      default -> value;
    };
  }

  private static String configuration(Map<String, Map<String, Value>> types) {
    Map<String, Value> resources = new LinkedHashMap<>();
    types.forEach((type, named) -> resources.put(type, new Obj(named)));
    Value provider =
        Value.object(
            "region", Value.text("us-east-1"),
            "access_key", Value.text("none"),
            "secret_key", Value.text("none"),
            "skip_credentials_validation", Value.flag(true),
            "skip_metadata_api_check", Value.flag(true),
            "skip_requesting_account_id", Value.flag(true));
    Value source =
        Value.object("source", Value.text("hashicorp/aws"), "version", Value.text("~> 5.100"));
    return JsonWriter.pretty(
        Value.object(
            "terraform", Value.object("required_providers", Value.object("aws", source)),
            "provider", Value.object("aws", provider),
            "resource", new Obj(resources)));
  }

  private static String state(List<Value> entries) {
    return JsonWriter.pretty(
        Value.object(
            "version", Value.whole(4),
            "terraform_version", Value.text("1.0.0"),
            "serial", Value.whole(1),
            "lineage", Value.text("planted"),
            "outputs", Obj.EMPTY,
            "resources", Value.list(entries)));
  }

  private static Value entry(String type, String name, Value version, Value attributes) {
    Value instance = Value.object("schema_version", version, "attributes", attributes);
    return Value.object(
        "mode", Value.text("managed"),
        "type", Value.text(type),
        "name", Value.text(name),
        "provider", Value.text("provider[\"registry.terraform.io/hashicorp/aws\"]"),
        "instances", Value.list(instance));
  }
}
