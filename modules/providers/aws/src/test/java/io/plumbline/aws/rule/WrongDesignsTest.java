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

  /** Codes that still owe a line; each is caught in DesignRulesTest or AwsRulesTest. */
  private static final Set<String> OWED =
      Set.of(
          "PLB-FAB-001",
          "PLB-FAB-002",
          "PLB-FAB-003",
          "PLB-FAB-004",
          "PLB-LB-001",
          "PLB-LB-002",
          "PLB-LB-003",
          "PLB-LB-004",
          "PLB-LB-005",
          "PLB-LB-006",
          "PLB-LB-007",
          "PLB-NET-011",
          "PLB-NET-012",
          "PLB-NET-013",
          "PLB-NET-014",
          "PLB-NET-015",
          "PLB-NET-016",
          "PLB-PLACE-001",
          "PLB-PLACE-002",
          "PLB-POOL-020",
          "PLB-REPAIR-001",
          "PLB-REPAIR-002",
          "PLB-REPAIR-003",
          "PLB-RES-001",
          "PLB-RES-002",
          "PLB-RES-003",
          "PLB-RES-004",
          "PLB-RES-005",
          "PLB-RES-006",
          "PLB-RES-007",
          "PLB-SCALE-002",
          "PLB-SCALE-003",
          "PLB-SCALE-004",
          "PLB-SCALE-005",
          "PLB-SCALE-006",
          "PLB-SCALE-007",
          "PLB-SCALE-008",
          "PLB-SCALE-009",
          "PLB-SCALE-010",
          "PLB-SCALE-011");

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

    assertThat(codes)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(ELSEWHERE.keySet(), OWED).flatMap(Set::stream).toList());
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
