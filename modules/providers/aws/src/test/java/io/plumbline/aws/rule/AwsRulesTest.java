package io.plumbline.aws.rule;

import static io.plumbline.aws.rule.Judging.accepts;
import static io.plumbline.aws.rule.Judging.catches;
import static io.plumbline.aws.rule.Judging.network;
import static io.plumbline.aws.rule.Judging.pool;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsProvider;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.DescriptionRules;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Design;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.rule.DesignChecks;
import io.plumbline.rule.Rule;
import io.plumbline.testkit.Describing;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What AWS refuses of sites, descriptions, roles, buckets and raw settings. */
final class AwsRulesTest {

  @Test
  void refusesASiteWithoutARegion() {
    Site site = new Site("main", "aws", "terraform", Map.of(), null);
    Design empty = Describing.on(s -> {});

    assertThat(new AwsProvider().validate(empty, new Target("test", "fleet", site)))
        .extracting(Diagnostic::code)
        .containsExactly("PLB-AWS-001");
    assertThat(new AwsProvider().validate(empty, Describing.TARGET)).isEmpty();
  }

  @Test
  void refusesDescriptionsThatEc2Refuses() {
    catches(
        "PLB-SEC-006",
        "rules",
        s ->
            s.securityRules(
                "rules", r -> r.in(network(s, 20, "us-east-1a")).describedAs("für alle")));
    catches("PLB-SEC-006", "rules", s -> s.securityRules("rules", r -> r.describedAs("")));
    accepts("PLB-SEC-006", s -> s.securityRules("rules", r -> r.ingress(i -> i.tcp(1).fromSelf())));
  }

  @Test
  void refusesActionsThatCannotBe() {
    catches("PLB-ROLE-003", "node", s -> s.instanceRole("node", r -> r.allow("GetObject").on("*")));
    accepts(
        "PLB-ROLE-003",
        s -> s.instanceRole("node", r -> r.allow("s3:Get*", "ec2-messages:GetEndpoint").on("*")));
  }

  @Test
  void refusesResourcesThatAreNoArn() {
    catches("PLB-ROLE-005", "node", s -> role(s, Value.text("acme-data/*")));
    catches("PLB-ROLE-005", "node", s -> role(s, Value.text("")));
    Diagnostic joined =
        catches(
            "PLB-ROLE-005",
            "node",
            s -> role(s, Value.join(Value.text("s3:"), s.bucket("data").arn())));

    assertThat(joined.isError()).isTrue();
    assertThat(joined.detail()).contains("got \"s3:\"");
    accepts("PLB-ROLE-005", s -> role(s, Value.text("*"), Value.text("arn:aws:s3:::acme-data/*")));
    accepts(
        "PLB-ROLE-005",
        s -> {
          var data = s.bucket("data");
          role(s, data.arn(), data.objects());
          s.instanceRole(
              "other",
              r ->
                  r.allow("s3:GetObject").on(Value.join(Value.text("arn:aws:s3:::"), data.name())));
        });
  }

  private static void role(SiteBlueprint site, Value... resources) {
    site.instanceRole("node", r -> r.allow("s3:GetObject").on(resources));
  }

  @Test
  void refusesAManagedPolicyGivenTwice() {
    catches(
        "PLB-ROLE-004",
        "node",
        s -> s.instanceRole("node", r -> r.managedPolicy("A").managedPolicy("service-role/A")));
    accepts(
        "PLB-ROLE-004", s -> s.instanceRole("node", r -> r.managedPolicy("A").managedPolicy("B")));
  }

  @Test
  void refusesBucketNamesThatS3Refuses() {
    for (String name :
        List.of("Data", "ab", "a..b", "10.0.0.1", "xn--data", "data-s3alias", "-data", "data-")) {
      catches("PLB-BUCKET-001", "data", s -> s.bucket("data", b -> b.named(name)));
    }
    accepts("PLB-BUCKET-001", s -> s.bucket("data", b -> b.named("acme.checkpoints-1")));
    catches("PLB-BUCKET-001", "data-", s -> s.bucket("data-"));
    accepts("PLB-BUCKET-001", s -> s.bucket("d".repeat(63)));
  }

  @Test
  void refusesTwoBucketsOfOneName() {
    catches(
        "PLB-BUCKET-001",
        "second",
        s -> {
          s.bucket("first", b -> b.named("acme-data"));
          s.bucket("second", b -> b.named("acme-data"));
        });
  }

  @Test
  void refusesRawSettingsForAPartThatIsNotThere() {
    Diagnostic problem =
        catches(
            "PLB-RAW-002",
            "pool",
            s ->
                pool(s, p -> p.raw("templat", Dialect.TERRAFORM, "x", Value.flag(true), "needed")));

    assertThat(problem.detail()).contains("there are: \"template\", \"group\"");
    accepts(
        "PLB-RAW-002",
        s -> pool(s, p -> p.raw("template", Dialect.TERRAFORM, "x", Value.flag(true), "needed")));
    accepts(
        "PLB-RAW-002",
        s -> s.bucket("data", b -> b.raw("", Dialect.TERRAFORM, "x", Value.flag(true), "needed")));
  }

  @Test
  void everyRuleIsDocumentedAndNamedOnce() {
    List<Rule> rules = new ArrayList<>(DescriptionRules.ALL);
    DesignChecks.ALL.forEach(check -> rules.add(check.rule()));
    AwsChecks.ALL.forEach(check -> rules.add(check.rule()));

    assertThat(rules)
        .extracting(Rule::code)
        .doesNotHaveDuplicates()
        .allMatch(c -> c.matches("PLB-[A-Z]+-[0-9]{3}"));
    assertThat(rules).allSatisfy(r -> assertThat(r.why() + r.source() + r.fix()).isNotBlank());
    assertThat(AwsChecks.ALL).extracting(c -> c.getClass().getSimpleName()).isSorted();
  }
}
