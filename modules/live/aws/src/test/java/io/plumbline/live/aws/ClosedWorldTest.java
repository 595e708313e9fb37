package io.plumbline.live.aws;

import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.testkit.Paths;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the kinds against the SDK's model: what they spell is there, and of what is there each
 * field is declared, or listed with the reason why it is not ours.
 */
final class ClosedWorldTest {
  private static final Pattern MEMBER = Pattern.compile("\\{(\\w+)}");
  private static final Set<String> CONSTANTS = Set.of("partition", "region");

  static List<ResourceKind> kinds() {
    return AwsKinds.ALL;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void spellsOnlyWhatTheApiAnswers(ResourceKind kind) {
    assertThat(wronglySpelled(kind)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void declaresOrExplainsEachFieldThatTheApiAnswers(ResourceKind kind) {
    assertThat(unexplained(kind)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void explainsOnlyFieldsThatExistAndAreNotDeclared(ResourceKind kind) {
    assertThat(idlyExplained(kind)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void namesOutputsAndMarksThatTheApiAnswers(ResourceKind kind) {
    Set<String> known = new TreeSet<>(AnswerTypes.fields(kind));
    known.addAll(AnswerTypes.keys(kind));
    assertThat(known).containsAll(kind.providerMade().keySet());
    assertThat(known).containsAll(kind.reads().get("").where().keySet());
    for (String output : kind.outputs()) {
      assertThat(known).as(output).containsAll(members(kind.output(output, Dialect.AWS_API)));
    }
  }

  @Test
  void catchesAWrongSpelling() {
    assertThat(wronglySpelled(sample(text("cidrBlok")))).containsExactly("CidrBlok");
  }

  @Test
  void catchesAWrongSpellingInsideAListOfAFurtherDocument() {
    ResourceKind planted =
        ResourceKind.kind("planted")
            .read(Read.all("ec2:DescribeLaunchTemplates"))
            .read("version", Read.by("LaunchTemplateId", "ec2:DescribeLaunchTemplateVersions"))
            .attributes(
                flag("nested")
                    .in(Dialect.AWS_API, "version:LaunchTemplateData/NetworkInterfaces/NoSuch"))
            .build();

    assertThat(wronglySpelled(planted))
        .containsExactly("version:LaunchTemplateData/NetworkInterfaces/NoSuch");
  }

  @Test
  void catchesAFieldThatNobodyDeclared() {
    assertThat(unexplained(sample(text("cidrBlock")))).contains("DhcpOptionsId", "Tags");
  }

  @Test
  void catchesAnIdleExplanation() {
    ResourceKind planted =
        ResourceKind.kind("planted")
            .read(Read.all("ec2:DescribeVpcs"))
            .attributes(text("cidrBlock"))
            .notOurs("a slip", "CidrBlock", "NoSuchField")
            .build();

    assertThat(idlyExplained(planted)).containsExactly("CidrBlock", "NoSuchField");
  }

  private static ResourceKind sample(Attribute... attributes) {
    return ResourceKind.kind("planted")
        .read(Read.all("ec2:DescribeVpcs"))
        .attributes(attributes)
        .build();
  }

  private static Set<String> wronglySpelled(ResourceKind kind) {
    Set<String> wrong = Paths.writtenBy(kind, Dialect.AWS_API);
    wrong.removeAll(AnswerTypes.fields(kind));
    wrong.removeAll(AnswerTypes.keys(kind));
    // What stands in a map, its user named.
    wrong.removeIf(place -> AnswerTypes.maps(kind).contains(place.replaceFirst("/[^/]*$", "")));
    return wrong;
  }

  private static Set<String> unexplained(ResourceKind kind) {
    Set<String> left = AnswerTypes.fields(kind);
    left.removeAll(Paths.writtenBy(kind, Dialect.AWS_API));
    left.removeIf(field -> kind.notOurs().keySet().stream().anyMatch(not -> covers(not, field)));
    return left;
  }

  private static Set<String> idlyExplained(ResourceKind kind) {
    Set<String> declared = Paths.writtenBy(kind, Dialect.AWS_API);
    Set<String> fields = AnswerTypes.fields(kind);
    Set<String> idle = new TreeSet<>(kind.notOurs().keySet());
    idle.removeIf(field -> fields.contains(field) && !declared.contains(field));
    return idle;
  }

  private static boolean covers(String explained, String field) {
    return field.equals(explained) || field.startsWith(explained + "/");
  }

  private static List<String> members(String output) {
    return output.contains("{")
        ? MEMBER
            .matcher(output)
            .results()
            .map((MatchResult m) -> m.group(1))
            .filter(m -> !CONSTANTS.contains(m))
            .toList()
        : List.of(output);
  }
}
