package io.plumbline.e2e.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Aws;
import io.plumbline.e2e.harness.Plumbline.Result;
import io.plumbline.live.aws.AwsLiveFactory;
import io.plumbline.model.Site;
import io.plumbline.report.ReportFormat;
import io.plumbline.spi.AuditLog;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What `drift --who` tells of changes that two roles made, each with calls of its own. */
class WhoDidItIT {
  private static final String OPERATOR = "arn:aws:iam::123456789012:role/operator";
  private static final String INTRUDER = "arn:aws:iam::123456789012:role/intruder";
  private static final String POLICY =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
      """;

  @RegisterExtension static final DeployedFleet DEPLOYED = new DeployedFleet("who");

  @BeforeAll
  static void change() {
    try (Aws operator = DEPLOYED.sandbox().actingAs(OPERATOR);
        Aws intruder = DEPLOYED.sandbox().actingAs(INTRUDER)) {
      tag(new Fleet(operator), "a");
      tag(new Fleet(operator), "b");
      release(new Fleet(operator));
      open(new Fleet(intruder));
      Fleet alone = new Fleet(intruder);
      alone
          .iam()
          .putRolePolicy(
              r -> r.roleName(alone.role()).policyName("backdoor").policyDocument(POLICY));
      alone.s3().deleteBucket(r -> r.bucket(alone.bucket()));
    }
  }

  private static void tag(Fleet fleet, String owner) {
    String name = fleet.group("trainers/group").autoScalingGroupName();
    fleet
        .scaling()
        .createOrUpdateTags(
            r ->
                r.tags(
                    t ->
                        t.resourceType("auto-scaling-group")
                            .resourceId(name)
                            .key("owner")
                            .value(owner)
                            .propagateAtLaunch(false)));
  }

  private static void release(Fleet fleet) {
    String template = fleet.template("trainers/template");
    fleet
        .ec2()
        .createLaunchTemplateVersion(
            r ->
                r.launchTemplateId(template)
                    .sourceVersion("$Latest")
                    .launchTemplateData(d -> d.instanceType("p5en.48xlarge")));
  }

  private static void open(Fleet fleet) {
    fleet
        .ec2()
        .authorizeSecurityGroupIngress(
            r ->
                r.groupId(fleet.fabric())
                    .ipPermissions(
                        p ->
                            p.ipProtocol("tcp")
                                .fromPort(22)
                                .toPort(22)
                                .ipRanges(range -> range.cidrIp("0.0.0.0/0"))));
  }

  @AfterEach
  void denyNothing() {
    DEPLOYED.sandbox().limit("{}");
  }

  private static Result who(String... more) {
    List<String> command = new ArrayList<>(List.of("drift", "--who"));
    command.addAll(List.of(more));
    return DEPLOYED.plumbline().run(command.toArray(String[]::new));
  }

  private static List<String> told(Result result) {
    return Found.items(result.json(), "findings").stream().map(WhoDidItIT::told).sorted().toList();
  }

  private static String told(Obj finding) {
    Obj by = (Obj) finding.get("by");
    String id = Found.text(finding, "id");
    String role = Found.text(by, "principal").replaceFirst("^arn:aws:sts::123456789012:", "");
    return (id.isEmpty() ? Found.text(finding, "kind") : id)
        + " "
        + (role.isEmpty() ? Found.text(by, "reason") : role + " " + Found.text(by, "call"));
  }

  @Test
  void namesPrincipalAndCallOfEachFinding() {
    Result result = who("--output", "json");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(told(result))
        .containsExactly(
            "checkpoints assumed-role/intruder/plumbline s3:DeleteBucket",
            "role-policy assumed-role/intruder/plumbline iam:PutRolePolicy",
            "security-group-ingress-rule assumed-role/intruder/plumbline"
                + " ec2:AuthorizeSecurityGroupIngress",
            "trainers/group assumed-role/operator/plumbline autoscaling:CreateOrUpdateTags",
            "trainers/template assumed-role/operator/plumbline ec2:CreateLaunchTemplateVersion");
  }

  @Test
  void namesTheLastOfSeveralAndSaysHowManyThereWere() {
    Obj tagged =
        Found.items(who("--output", "json").json(), "findings").stream()
            .filter(each -> Found.text(each, "attribute").startsWith("tags/"))
            .map(each -> (Obj) each.get("by"))
            .findFirst()
            .orElseThrow();
    assertThat(tagged.get("calls")).isEqualTo(Value.whole(2));
    assertThat(Instant.parse(Found.text(tagged, "time"))).isBefore(Instant.now());
    assertThat(who().out())
        .containsPattern(
            "by: arn:aws:sts::123456789012:assumed-role/operator/plumbline with"
                + " autoscaling:CreateOrUpdateTags at \\S+Z, event \\S+, the last of 2 such"
                + " calls\n");
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void tellsItInEveryFormAndToldByAMergeAlike(ReportFormat format) throws IOException {
    Path json = DEPLOYED.project().home().resolve("who.json");
    Path form = DEPLOYED.project().home().resolve("who." + format.id());
    who("--output", "json=" + json, "--output", format.id() + "=" + form);
    String said = Files.readString(form);
    assertThat(said).contains("assumed-role/operator/plumbline", "DeleteBucket");
    Result merged =
        DEPLOYED.plumbline().run("report", "merge", json.toString(), "--output", format.id());
    assertThat(merged.exit()).isEqualTo(2);
    assertThat(merged.out()).isEqualTo(said);
  }

  @Test
  void saysThatItMayNotAskAndJudgesAsBefore() {
    Result before = DEPLOYED.drift();
    DEPLOYED.sandbox().limit("{\"denied\": [\"cloudtrail:LookupEvents\"]}");
    Result denied = who("--output", "json");
    assertThat(denied.exit()).isEqualTo(before.exit());
    assertThat(denied.json().get("complete")).isEqualTo(before.json().get("complete"));
    assertThat(denied.json().get("summary")).isEqualTo(before.json().get("summary"));
    assertThat(told(denied))
        .hasSize(5)
        .allMatch(
            each ->
                each.contains(
                    "cloudtrail:LookupEvents in us-east-1: AccessDeniedException: User:"));
  }

  @Test
  void asksNobodyWhereNothingIsFoundOrNobodyWantsToKnow() {
    int plain = callsOf("drift", "--ignore", "*");
    assertThat(callsOf("drift", "--ignore", "*", "--who")).isEqualTo(plain);
    assertThat(callsOf("drift", "--who")).isGreaterThan(plain);
    assertThat(Found.items(DEPLOYED.drift().json(), "findings"))
        .hasSize(5)
        .allMatch(each -> each.get("by").equals(Value.NULL));
  }

  private static int callsOf(String... command) {
    int before = DEPLOYED.sandbox().calls();
    DEPLOYED.plumbline().run(command);
    return DEPLOYED.sandbox().calls() - before;
  }

  @Test
  void writesThePermissionOnlyWhereItIsWanted() {
    assertThat(DEPLOYED.plumbline().run("permissions").out()).doesNotContain("cloudtrail");
    Result wanted = DEPLOYED.plumbline().run("permissions", "--who");
    assertThat(wanted.out()).contains("\"cloudtrail:LookupEvents\"");
    assertThat(wanted.err()).contains("no verdict needs");
  }

  /** A site elsewhere: what is global is logged in one region, all else where it happens. */
  @Test
  void looksForWhatIsGlobalWhereItIsLogged() {
    Map<String, String> settings =
        Map.of(
            "region", "eu-west-1",
            "endpoint", DEPLOYED.sandbox().url().toString(),
            "credentials", "fake");
    Site site = new Site("europe", "aws", "auto", settings, null);
    try (AuditLog log = new AwsLiveFactory().auditLog(site)) {
      assertThat(log.latest("iam:GetRole", Instant.EPOCH).calls())
          .extracting(AuditLog.Call::name)
          .contains("iam:PutRolePolicy");
      assertThat(log.latest("ec2:DescribeVpcs", Instant.EPOCH).calls()).isEmpty();
    }
  }
}
