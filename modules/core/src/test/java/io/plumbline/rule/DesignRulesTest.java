package io.plumbline.rule;

import static io.plumbline.dsl.Words.days;
import static io.plumbline.rule.Judging.accepts;
import static io.plumbline.rule.Judging.catches;
import static io.plumbline.rule.Judging.network;
import static io.plumbline.rule.Judging.pool;
import static io.plumbline.rule.Judging.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dsl.DescriptionRules;
import io.plumbline.dsl.LifecycleRuleBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stacks;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Component;
import io.plumbline.model.Design;
import io.plumbline.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is refused of ids, references, roles, buckets and raw settings. */
final class DesignRulesTest {

  @Test
  void refusesIdsThatCannotBeEverywhere() {
    catches("PLB-ID-001", "Data", s -> s.bucket("Data"));
    catches("PLB-ID-001", "", s -> s.bucket(""));
    catches("PLB-ID-001", "data", s -> s.bucket("data", b -> b.formerly("old_data")));
    accepts("PLB-ID-001", s -> s.bucket("d".repeat(63), b -> b.formerly("0-x")));
  }

  @Test
  void refusesAnIdUsedTwice() {
    Design design =
        Stacks.describe(
            b -> {
              b.site().bucket("data");
              b.site().instanceRole("data", r -> {});
            });

    assertThat(problems("PLB-ID-002", design)).hasSize(1);
    assertThat(problems("PLB-ID-002", design).get(0).source())
        .isEqualTo(design.components().get(1).source());
    accepts(
        "PLB-ID-002",
        s -> {
          s.bucket("data");
          s.bucket("other", b -> b.formerly("older"));
        });
  }

  @Test
  void refusesAFormerIdThatIsInUse() {
    catches(
        "PLB-ID-002",
        "other",
        s -> {
          s.bucket("data");
          s.bucket("other", b -> b.formerly("data"));
        });
    catches(
        "PLB-ID-002",
        "b",
        s -> {
          s.bucket("a", k -> k.formerly("x"));
          s.bucket("b", k -> k.formerly("x"));
        });
  }

  @Test
  void refusesStatementsWithNoActionOrThing() {
    catches("PLB-ROLE-001", "node", s -> s.instanceRole("node", r -> r.allow("s3:GetObject")));
    catches("PLB-ROLE-001", "node", s -> s.instanceRole("node", r -> r.allow().on("*")));
    accepts("PLB-ROLE-001", s -> s.instanceRole("node", r -> r.allow("s3:GetObject").on("*")));
  }

  @Test
  void refusesARoleThatMayDoEverything() {
    catches("PLB-ROLE-002", "node", s -> s.instanceRole("node", r -> r.allow("*").on("*")));
    accepts(
        "PLB-ROLE-002",
        s -> s.instanceRole("node", r -> r.deny("*").on("*").allow("s3:*").on("*")));
  }

  @Test
  void refusesLifecyclesThatCannotBe() {
    catches("PLB-BUCKET-002", "data", lifecycle(l -> l.expireAfter(Duration.ofHours(36))));
    catches("PLB-BUCKET-002", "data", lifecycle(l -> l.expireNoncurrentAfter(days(0))));
    catches("PLB-BUCKET-002", "data", lifecycle(l -> l.prefix("x")));
    catches(
        "PLB-BUCKET-002",
        "data",
        s ->
            s.bucket(
                "data",
                b ->
                    b.lifecycle("a", l -> l.expireAfter(days(1)))
                        .lifecycle("a", l -> l.expireAfter(days(2)))));
    accepts("PLB-BUCKET-002", lifecycle(l -> l.abortUploadsAfter(days(1))));
  }

  private static Consumer<SiteBlueprint> lifecycle(Consumer<LifecycleRuleBuilder> setUp) {
    return s -> s.bucket("data", b -> b.lifecycle("rule", setUp));
  }

  @Test
  void refusesReferencesAcrossSites() {
    Design design =
        Stacks.describeOnTwo(
            (east, west) -> pool(west, p -> p.in(network(east, "far").privateSubnets())));

    assertThat(problems("PLB-REF-001", design)).hasSize(1);
    assertThat(problems("PLB-REF-001", design).get(0).detail()).contains("\"far\" on \"east\"");
    accepts("PLB-REF-001", s -> pool(s, p -> {}));
  }

  @Test
  void refusesReferencesToNothing() {
    List<Component> strangers = new ArrayList<>();
    Stacks.describe(b -> strangers.add(b.site().bucket("stranger")));
    Value stranger = Value.ref("stranger", "arn");

    catches(
        "PLB-REF-002",
        "node",
        s -> s.instanceRole("node", r -> r.allow("s3:GetObject").on(stranger)));
    Design across =
        Stacks.describeOnTwo(
            (east, west) -> {
              var far = east.bucket("far");
              west.instanceRole("node", r -> r.allow("s3:GetObject").on(far.objects()));
            });
    assertThat(problems("PLB-REF-002", across)).isEmpty();
    accepts(
        "PLB-REF-002",
        s -> s.instanceRole("node", r -> r.allow("s3:GetObject").on(s.bucket("near").objects())));
  }

  @Test
  void refusesRawSettingsWithoutAReason() {
    catches(
        "PLB-RAW-001",
        "data",
        s -> s.bucket("data", b -> b.raw("", Dialect.TERRAFORM, "x", Value.flag(true), " ")));
    catches(
        "PLB-RAW-001",
        "data",
        s -> s.bucket("data", b -> b.raw("", Dialect.TERRAFORM, "", Value.flag(true), "needed")));
    accepts(
        "PLB-RAW-001",
        s -> s.bucket("data", b -> b.raw("", Dialect.TERRAFORM, "x", Value.flag(true), "needed")));
  }

  @Test
  void everyRuleIsDocumentedAndNamedOnce() {
    List<Rule> rules = new ArrayList<>(DescriptionRules.ALL);
    DesignChecks.ALL.forEach(check -> rules.add(check.rule()));

    assertThat(rules)
        .extracting(Rule::code)
        .doesNotHaveDuplicates()
        .allMatch(c -> c.matches("PLB-[A-Z]+-[0-9]{3}"));
    assertThat(rules)
        .allSatisfy(
            r ->
                assertThat(List.of(r.summary(), r.why(), r.source(), r.fix()))
                    .noneMatch(String::isBlank));
    assertThat(DesignChecks.ALL).extracting(c -> c.getClass().getSimpleName()).isSorted();
  }
}
