package io.plumbline.aws.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.dsl.DescriptionRules;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.Design;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.rule.DesignChecks;
import io.plumbline.rule.Rule;
import io.plumbline.testkit.Describing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule, by a design that is wrong in that one thing: its code is said, and no other. */
final class WrongDesignsTest {

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

  /** Codes that no design on one site of an account can earn, and where they are tested. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "PLB-AWS-001", "AwsRulesTest: the site has no region",
          "PLB-DSL-001", "BlueprintTest: the site is not there",
          "PLB-DSL-004", "BlueprintTest: the stack throws",
          "PLB-KEY-001", "below: the site has no account",
          "PLB-NET-015", "NetworkRulesTest: the site has no account",
          "PLB-REF-001", "DesignRulesTest: there are two sites",
          "PLB-REF-003", "OtherStackTest: there are two stacks",
          "PLB-REF-004", "OtherStackTest: there are two stacks",
          "PLB-REF-005", "OtherStackTest: there are two stacks");

  static Stream<WrongDesign> designs() {
    return WrongDesigns.all();
  }

  /** All but what ends the description: of a throw, lines of Plumbline's packages do not count. */
  static Stream<WrongDesign> described() {
    return WrongDesigns.all().filter(each -> !each.code().equals("PLB-DSL-002"));
  }

  /** What rules find; what is needed and not said has a message of its own. */
  static Stream<WrongDesign> found() {
    return described().filter(each -> !each.code().equals("PLB-DSL-003"));
  }

  @ParameterizedTest
  @MethodSource("designs")
  void isCaughtByItsCodeAlone(WrongDesign wrong) {
    assertThat(codes(wrong.body())).containsExactly(wrong.code());
  }

  /** A line, or the one after it, holds what the message names first: mostly an id. */
  @ParameterizedTest
  @MethodSource("described")
  void isSaidOfTheLineThatAskedForIt(WrongDesign wrong) {
    assertThat(problems(wrong.body()))
        .allSatisfy(
            problem -> {
              Matcher named = QUOTED.matcher(problem.detail());
              assertThat(named.find()).as(problem.detail()).isTrue();
              assertThat(lines(problem)).contains(named.group());
            });
  }

  @ParameterizedTest
  @MethodSource("found")
  void saysWhatWasGot(WrongDesign wrong) {
    assertThat(problems(wrong.body()))
        .allSatisfy(problem -> assertThat(problem.detail()).contains("\": ").contains("got "));
  }

  private static String lines(Diagnostic problem) {
    SourceLine at = Objects.requireNonNull(problem.source(), problem::toString);
    try (Stream<String> lines =
        Files.lines(Path.of("src/test/java").resolve(at.file().replaceFirst("^src/", "")))) {
      return lines.skip(at.line() - 1L).limit(2).collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void areAtLeastFifty() {
    assertThat(WrongDesigns.all()).hasSizeGreaterThanOrEqualTo(50);
  }

  @Test
  void leaveNoRuleOut() {
    Set<String> codes =
        Stream.of(
                DescriptionRules.ALL.stream(),
                DesignChecks.ALL.stream().map(check -> check.rule()),
                AwsChecks.ALL.stream().map(check -> check.rule()))
            .flatMap(rules -> rules)
            .map(Rule::code)
            .collect(Collectors.toCollection(TreeSet::new));
    WrongDesigns.all().map(WrongDesign::code).forEach(codes::remove);
    // WrongFleetsTest: no machines of ours
    codes.removeIf(code -> code.matches("PLB-(FLEET|MON|SLURM)-.*"));
    codes.removeIf(code -> code.startsWith("PLB-VM-")); // WrongVmsTest: none on AWS

    assertThat(codes).containsExactlyInAnyOrderElementsOf(ELSEWHERE.keySet());
  }

  @Test
  void areRightButForThat() {
    assertThat(codes(site -> WrongDesign.pool(site, p -> {}))).isEmpty();
  }

  @Test
  void aKeyNeedsTheAccountThatRulesIt() {
    Site nameless = new Site("main", "aws", "terraform", Map.of("region", "us-east-1"), null);
    Design design = Describing.on(site -> site.key("key"));

    assertThat(Judging.AWS.validate(design, new Target("test", "fleet", nameless)))
        .extracting(Diagnostic::code)
        .containsExactly("PLB-KEY-001");
  }

  private static Set<String> codes(Consumer<SiteBlueprint> body) {
    return problems(body).map(Diagnostic::code).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Diagnostic> problems(Consumer<SiteBlueprint> body) {
    Design design = Describing.on(body);
    return Stream.concat(
        design.problems().stream(), Judging.AWS.validate(design, Describing.TARGET).stream());
  }
}
