package io.plumbline.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.client.AwsClients;
import io.plumbline.e2e.harness.Plumbline;
import io.plumbline.e2e.harness.Plumbline.Result;
import io.plumbline.e2e.harness.ProjectFolder;
import io.plumbline.e2e.harness.SandboxServer;
import io.plumbline.model.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * One environment in three accounts, each reached by roles of its own: one that deploys, one that
 * checks. Two keep their records in a bucket of the account, the third on this machine.
 */
class AccountsIT {
  private static final String EAST = "111111111111";
  private static final String WEST = "222222222222";
  private static final String LAB = "333333333333";

  @RegisterExtension static final SandboxServer SANDBOX = new SandboxServer();

  private static ProjectFolder project;

  @BeforeAll
  static void deploy() throws IOException {
    bucket(EAST);
    bucket(WEST);
    project = ProjectFolder.make("accounts", SANDBOX);
    Files.writeString(
        project.home().resolve("environments/fleet.yaml"),
        """
        sites:
        """
            + site("east", EAST, "terraform", "{bucket: example-state-" + EAST + "}")
            + site("west", WEST, "cloudformation", "{bucket: example-state-" + WEST + "}")
            + site("lab", LAB, "cloudformation", "local")
            + """
            stacks:
              spot-inference:
                image: /aws/service/deeplearning/ami/latest/ami-id
                maxPrice: 4.5 USD/h
                regions:
                  - {site: east, cidr: 10.60.0.0/16, zones: [us-east-2a], types: [g6.12xlarge], max: 8}
                  - {site: west, cidr: 10.61.0.0/16, zones: [us-east-2a], types: [g6.12xlarge], max: 8}
                  - {site: lab, cidr: 10.62.0.0/16, zones: [us-east-2a], types: [g6.12xlarge], max: 8}
            """);
    Result deploy = run("deploy", "--yes", "--allow-local-state");
    assertThat(deploy.exit()).as("%s", deploy).isZero();
  }

  private static String site(String name, String account, String engine, String state) {
    return """
      %s:
        provider: aws
        engine: %s
        region: us-east-2
        account: "%s"
        endpoint: %s
        credentials: {role: "%s", read-role: "%s"}
        state: %s
    """
        .formatted(
            name,
            engine,
            account,
            SANDBOX.url(),
            role(account, "deploy"),
            role(account, "look"),
            state);
  }

  private static String role(String account, String name) {
    return "arn:aws:iam::" + account + ":role/" + name;
  }

  private static Result run(String... command) {
    String[] line = new String[command.length + 2];
    line[0] = command[0];
    line[1] = "-e";
    line[2] = "fleet";
    System.arraycopy(command, 1, line, 3, command.length - 1);
    return new Plumbline(project)
        .forked()
        .variable("AWS_ACCESS_KEY_ID", "sandbox")
        .variable("AWS_SECRET_ACCESS_KEY", "sandbox")
        .run(line);
  }

  private static void bucket(String account) {
    try (AwsClients clients = clients(account, "us-east-1");
        S3Client s3 = clients.open(S3Client.builder().forcePathStyle(true))) {
      s3.createBucket(r -> r.bucket("example-state-" + account));
    }
  }

  /** In the name of a role of its own, which nobody refuses. */
  private static AwsClients clients(String account, String region) {
    Map<String, String> settings =
        Map.of(
            "region",
            region,
            "endpoint",
            SANDBOX.url().toString(),
            "credentials",
            "fake",
            "credentials.role",
            role(account, "test"));
    return new AwsClients(new Site("test", "aws", "auto", settings, null));
  }

  /** The groups of an account, for reading and for changing. */
  private static void groups(String account, Consumer<AutoScalingClient> work) {
    try (AwsClients clients = clients(account, "us-east-2");
        AutoScalingClient scaling = clients.open(AutoScalingClient.builder())) {
      work.accept(scaling);
    }
  }

  private static void resize(String account, int most) {
    groups(
        account,
        scaling -> {
          AutoScalingGroup group = scaling.describeAutoScalingGroups().autoScalingGroups().get(0);
          scaling.updateAutoScalingGroup(
              r -> r.autoScalingGroupName(group.autoScalingGroupName()).maxSize(most));
        });
  }

  @AfterEach
  void takeBack() {
    SANDBOX.limit("{}");
    resize(WEST, 8);
    resize(LAB, 8);
  }

  private static void refuse(String... roles) {
    SANDBOX.limit("{\"denied\": [\"" + String.join("\", \"", roles) + "\"]}");
  }

  @Test
  void standsInTheAccountOfEachSiteAndIsInSync() {
    for (String account : new String[] {EAST, WEST, LAB}) {
      groups(
          account,
          scaling ->
              assertThat(scaling.describeAutoScalingGroups().autoScalingGroups()).hasSize(1));
    }
    assertThat(SANDBOX.aws().autoScaling().describeAutoScalingGroups().autoScalingGroups())
        .isEmpty();
    Result drift = run("drift");
    assertThat(drift.exit()).as("%s", drift).isZero();
    assertThat(drift.out()).startsWith("fleet: in sync\n");
  }

  @Test
  void findsAChangeInTheAccountWhereItIs() {
    resize(WEST, 9);
    Result drift = run("drift");
    assertThat(drift.exit()).as("%s", drift).isEqualTo(2);
    assertThat(drift.out())
        .contains("drift: 1 changed", "spot-inference on west", "workers-west/group");
  }

  /** The record of the west cannot be read, nor what is there; of the lab, what is there. */
  @Test
  void leavesTheOtherSitesBeWhereARoleMayNotBeAssumed() {
    refuse(role(WEST, "look"));
    Result open = run("drift");
    assertThat(open.exit()).as("%s", open).isEqualTo(3);
    assertThat(open.out())
        .contains("fleet: incomplete", "spot-inference on west")
        .contains("sts:AssumeRole: AccessDenied: User: ")
        .contains("perform: sts:AssumeRole on resource: " + role(WEST, "look"))
        .doesNotContain("spot-inference on east\n", "spot-inference on lab\n");
    resize(LAB, 9);
    Result drift = run("drift");
    assertThat(drift.exit()).as("%s", drift).isEqualTo(2);
    assertThat(drift.out()).contains("workers-lab/group", "not all could be read");
    refuse(role(LAB, "look"));
    Result lab = run("drift");
    assertThat(lab.exit()).as("%s", lab).isEqualTo(3);
    assertThat(lab.out())
        .contains("undetermined  workers-lab/group")
        .contains("sts:AssumeRole: AccessDenied")
        .doesNotContain("spot-inference on west\n");
  }

  @Test
  void checksInTheRoleForReadingAndDeploysInTheOther() {
    refuse(role(EAST, "deploy"), role(WEST, "deploy"), role(LAB, "deploy"));
    Result drift = run("drift");
    assertThat(drift.exit()).as("%s", drift).isZero();
    Result plan = run("plan", "--allow-local-state");
    assertThat(plan.exit()).as("%s", plan).isEqualTo(1);
    refuse(role(EAST, "look"), role(WEST, "look"), role(LAB, "look"));
    Result deploy = run("deploy", "--yes", "--allow-local-state");
    assertThat(deploy.exit()).as("%s", deploy).isZero();
  }
}
