package io.plumbline.e2e;

import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Document;
import io.plumbline.kind.Lens;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.kind.Spelling;
import io.plumbline.testkit.Paths;
import io.plumbline.testkit.Samples;
import io.plumbline.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds every place that a kind writes against the vendors' own schemas: of the Terraform provider,
 * and of CloudFormation as cfn-lint carries them.
 */
final class KindSchemasIT {
  private static TerraformSchema terraform;
  private static CloudFormationSchema cloudFormation;

  @BeforeAll
  static void askTheVendors() {
    terraform = TerraformSchema.ask();
    cloudFormation =
        CloudFormationSchema.ask(
            AwsKinds.ALL.stream()
                .flatMap(kind -> kind.documents(CLOUDFORMATION).stream())
                .map(Document::type)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  static List<ResourceKind> kinds() {
    return AwsKinds.ALL;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void writesOnlyWhatTheTerraformProviderTakes(ResourceKind kind) {
    assertThat(refused(kind, TERRAFORM, terraform::of)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void writesOnlyWhatCloudFormationTakes(ResourceKind kind) {
    assertThat(refused(kind, CLOUDFORMATION, cloudFormation::of)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void namesOutputsThatTheVendorsHave(ResourceKind kind) {
    for (String output : kind.outputs()) {
      main(kind, TERRAFORM)
          .forEach(
              type ->
                  assertThat(terraform.of(type).readable())
                      .contains(kind.output(output, TERRAFORM)));
      main(kind, CLOUDFORMATION)
          .filter(type -> !kind.output(output, CLOUDFORMATION).contains("Ref"))
          .forEach(
              type ->
                  assertThat(cloudFormation.of(type).readable())
                      .contains(kind.output(output, CLOUDFORMATION)));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void saysWhatCloudFormationReplaces(ResourceKind kind) {
    main(kind, CLOUDFORMATION)
        .forEach(
            type -> {
              Set<String> replaced = cloudFormation.places(type, "createOnlyProperties");
              Set<String> perhaps = cloudFormation.places(type, "conditionalCreateOnlyProperties");
              for (Attribute attribute : kind.shape().attributes()) {
                Set<String> places = placesOf(attribute);
                if (places.stream().noneMatch(perhaps::contains)) {
                  assertThat(attribute.replacesIn(CLOUDFORMATION) && !places.isEmpty())
                      .as(attribute.name())
                      .isEqualTo(places.stream().anyMatch(replaced::contains));
                }
              }
            });
  }

  @Test
  void catchesWrongSpellings() {
    ResourceKind planted =
        ResourceKind.kind("planted")
            .type("aws_vpc", "AWS::EC2::VPC")
            .attributes(
                text("cidrBlok"),
                text("arn").in(CLOUDFORMATION, "VpcId"),
                set("tags", record(text("key"))).in(TERRAFORM, "cidr_block"))
            .build();

    assertThat(refused(planted, TERRAFORM, terraform::of))
        .containsExactly("arn", "cidr_block/key", "cidr_blok");
    assertThat(refused(planted, CLOUDFORMATION, cloudFormation::of))
        .containsExactly("CidrBlok", "VpcId");
  }

  /** Places where a kind writes what the vendor does not take, its links included. */
  private static Set<String> refused(
      ResourceKind kind, Dialect dialect, Function<String, VendorSchema> schemas) {
    Set<String> written = Paths.writtenBy(kind, dialect);
    written.removeIf(place -> isInJson(place, kind, dialect));
    Set<String> refused = new TreeSet<>();
    for (Document document : kind.documents(dialect)) {
      String prefix = document.name().isEmpty() ? "" : document.name() + ":";
      Set<String> places = within(written, document.name());
      if (document.linkMember() != null) {
        places.add(document.linkMember());
      }
      schemas.apply(document.type()).refused(places).forEach(p -> refused.add(prefix + p));
    }
    return refused;
  }

  /** What stands in a JSON document is its own business; samples of it hold a policy. */
  private static boolean isInJson(String place, ResourceKind kind, Dialect dialect) {
    return kind.shape().attributes().stream()
        .filter(attribute -> attribute.shape() instanceof Shape.Json)
        .map(attribute -> attribute.spelling(dialect))
        .anyMatch(
            spelling ->
                spelling instanceof Spelling.At at
                    && place.endsWith(String.join("/", at.path()) + "/Version"));
  }

  private static Set<String> within(Set<String> written, String document) {
    return written.stream()
        .filter(place -> place.substring(0, Math.max(0, place.indexOf(':'))).equals(document))
        .map(place -> place.substring(place.indexOf(':') + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> main(ResourceKind kind, Dialect dialect) {
    return kind.documents(dialect).stream().limit(1).map(Document::type);
  }

  /** Where an attribute stands in CloudFormation's main document; empty where it does not. */
  private static Set<String> placesOf(Attribute attribute) {
    Shape.Struct alone = new Shape.Struct(List.of(attribute));
    Map<String, Value.Obj> documents = Lens.encode(alone, Samples.full(alone), CLOUDFORMATION);
    return within(Paths.of(documents), "");
  }
}
