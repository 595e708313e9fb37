package io.plumbline.aws.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsProvider;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.DescriptionRules;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.Design;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.rule.DesignChecks;
import io.plumbline.rule.Rule;
import io.plumbline.testkit.Describing;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule, by a design that is wrong in that one thing: its code is said, and no other. */
final class WrongDesignsTest {

  /** Codes that no design on one site of an account can earn, and where they are tested. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "PLB-AWS-001", "AwsRulesTest: the site has no region",
          "PLB-DSL-001", "BlueprintTest: the site is not there",
          "PLB-DSL-004", "BlueprintTest: the stack throws",
          "PLB-KEY-001", "below: the site has no account",
          "PLB-REF-001", "DesignRulesTest: there are two sites");

  static Stream<WrongDesign> designs() {
    return WrongDesigns.all();
  }

  @ParameterizedTest
  @MethodSource("designs")
  void isCaughtByItsCodeAlone(WrongDesign wrong) {
    assertThat(codes(wrong.body())).containsExactly(wrong.code());
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

    assertThat(new AwsProvider().validate(design, new Target("test", "fleet", nameless)))
        .extracting(Diagnostic::code)
        .containsExactly("PLB-KEY-001");
  }

  private static Set<String> codes(Consumer<SiteBlueprint> body) {
    Design design = Describing.on(body);
    return Stream.concat(
            design.problems().stream(),
            new AwsProvider().validate(design, Describing.TARGET).stream())
        .map(Diagnostic::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
