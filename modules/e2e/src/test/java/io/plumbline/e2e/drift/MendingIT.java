package io.plumbline.e2e.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Plumbline.Result;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.ec2.model.IpPermission;

/**
 * What drift finds, CloudFormation mends by the command that the finding names; what it cannot
 * mend, plan and report say, and how it is mended then.
 */
class MendingIT {
  private static final String DEPLOY = "plumbline deploy -e sandbox -s llm-training";
  private static final IpPermission SSH =
      IpPermission.builder()
          .ipProtocol("tcp")
          .fromPort(22)
          .toPort(22)
          .ipRanges(range -> range.cidrIp("0.0.0.0/0"))
          .build();

  @RegisterExtension static final DeployedFleet DEPLOYED = new DeployedFleet("mending");

  @Test
  void whatWasChangedAndWhatIsGoneIsPutBackByADeployOfTheSameTemplate() {
    raiseMaximum();
    String wayOut = DEPLOYED.fleet().wayOut();
    deleteRolePolicy();
    Result drift = DEPLOYED.drift();
    assertThat(Found.in(drift.json(), DEPLOYED.project().home()))
        .contains("changed trainers/group maxSize <- trainers");
    assertThat(commands(drift)).containsOnly(DEPLOY);

    Result plan = DEPLOYED.plumbline().run("plan");
    assertThat(plan.exit()).as(plan.toString()).isEqualTo(2);
    assertThat(plan.out())
        .containsPattern("update +trainers/group +auto-scaling-group: MaxSize")
        .contains("1 to create")
        .contains("drift since the last deploy: 2 found, 2 of them");

    Result deployed = DEPLOYED.plumbline().run("deploy");
    assertThat(deployed.exit()).as(deployed.toString()).isZero();
    assertThat(DEPLOYED.drift().exit()).isZero();
    assertThat(DEPLOYED.fleet().group("trainers/group").maxSize()).isEqualTo(2);
    assertThat(DEPLOYED.fleet().wayOut()).isEqualTo(wayOut);
  }

  @Test
  void aPlanThatChangesNothingSaysWhatItLeavesAndHowThatIsMended() {
    String group = DEPLOYED.fleet().fabric();
    DEPLOYED.fleet().ec2().authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(SSH));
    try {
      Result plan = DEPLOYED.plumbline().run("plan");
      assertThat(plan.exit()).as(plan.toString()).isZero();
      assertThat(plan.out())
          .contains("nothing to change")
          .contains("drift since the last deploy: 1 found, 0 of them")
          .containsPattern("stays unmanaged +security-group-ingress-rule sgr-")
          .contains("mend: aws ec2 revoke-security-group-ingress --group-id " + group);
      String rule = Found.text(finding(DEPLOYED.drift()), "liveId");
      assertThat(commands(DEPLOYED.drift()))
          .containsExactly(
              "aws ec2 revoke-security-group-ingress --group-id "
                  + group
                  + " --security-group-rule-ids "
                  + rule
                  + " --region us-east-1 --endpoint-url "
                  + DEPLOYED.sandbox().url());
    } finally {
      DEPLOYED.fleet().ec2().revokeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(SSH));
    }
    assertThat(DEPLOYED.plumbline().run("plan").out()).doesNotContain("drift");
  }

  @Test
  void everyFormOfReportNamesTheCommand() {
    raiseMaximum();
    try {
      for (String format : List.of("text", "sarif", "junit", "markdown", "github", "html")) {
        Result report = DEPLOYED.plumbline().run("drift", "--output", format);
        assertThat(report.out()).as(format).contains(DEPLOY);
      }
    } finally {
      assertThat(DEPLOYED.plumbline().run("deploy").exit()).isZero();
    }
  }

  private static void raiseMaximum() {
    String name = DEPLOYED.fleet().group("trainers/group").autoScalingGroupName();
    DEPLOYED
        .fleet()
        .scaling()
        .updateAutoScalingGroup(r -> r.autoScalingGroupName(name).maxSize(40));
  }

  private static void deleteRolePolicy() {
    String role = DEPLOYED.fleet().role();
    String policy =
        DEPLOYED.fleet().iam().listRolePolicies(r -> r.roleName(role)).policyNames().get(0);
    DEPLOYED.fleet().iam().deleteRolePolicy(r -> r.roleName(role).policyName(policy));
  }

  private static Obj finding(Result drift) {
    return Found.items(drift.json(), "findings").get(0);
  }

  private static List<String> commands(Result drift) {
    return Found.items(drift.json(), "findings").stream()
        .map(each -> ((Value.Text) ((Obj) each.get("mend")).get("command")).value())
        .toList();
  }
}
