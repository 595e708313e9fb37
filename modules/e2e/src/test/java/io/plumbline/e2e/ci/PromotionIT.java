package io.plumbline.e2e.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Plumbline;
import io.plumbline.e2e.harness.ProjectFolder;
import io.plumbline.e2e.harness.SandboxServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts of workflow {@code promote}, each job in a checkout of its own, as on runners. */
class PromotionIT {
  private static final Workflow PROMOTE = Workflow.named("promote");

  @RegisterExtension static final SandboxServer SANDBOX = new SandboxServer();

  @BeforeEach
  void accountWithAPlaceForState() {
    SANDBOX.empty();
    SANDBOX.aws().s3().createBucket(b -> b.bucket("fleet-state"));
  }

  private static ProjectFolder checkout(String name, String engine, String action)
      throws IOException {
    ProjectFolder project = ProjectFolder.make(name, SANDBOX);
    for (String environment : List.of("staging", "prod")) {
      Files.writeString(
          project.home().resolve("environments/" + environment + ".yaml"),
          """
          sites:
            main:
              provider: aws
              engine: %1$s
              region: us-east-1
              account: "123456789012"
              endpoint: %2$s
              credentials: fake
              state: {bucket: fleet-state, endpoint: %2$s}
          stacks:
            model-store:
              bucket: models-of-%3$s
              action: %4$s
          """
              .formatted(engine, SANDBOX.url(), environment, action));
    }
    Launcher.write(project.home());
    return project;
  }

  private static Map<String, String> variables(String environment) {
    Map<String, String> variables =
        new HashMap<>(Map.of("COMMAND", "./plumbline", "ENVIRONMENT", environment));
    Path mirror = Workflow.ROOT.resolve(".plumbline/terraform.rc");
    if (Files.exists(mirror)) {
      variables.put("TF_CLI_CONFIG_FILE", mirror.toString());
    }
    return variables;
  }

  private static Runner.Step run(Runner runner, String step, String environment) {
    return runner.run(PROMOTE.run(step), variables(environment));
  }

  private static Runner.Step deploy(Runner runner, String sha256) {
    Map<String, String> variables = variables("prod");
    variables.put("SHA256", sha256);
    return runner.run(PROMOTE.run("deploy"), variables);
  }

  private static void deploy(ProjectFolder project, String environment) {
    Plumbline.Result deployed = new Plumbline(project).run("deploy", "-e", environment, "--yes");
    assertThat(deployed.exit()).as("%s", deployed).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cloudformation", "terraform"})
  void deploysThePlanThatWasApprovedFromAnotherMachine(String engine) throws IOException {
    deploy(checkout("promote-before", engine, "s3:GetObject"), "staging");

    Runner proven = Runner.in(checkout("promote-proven", engine, "s3:GetObject").home());
    Runner.Step stands = run(proven, "proven", "staging");
    assertThat(stands.exit()).as(stands.said()).isZero();

    Runner planner = Runner.in(checkout("promote-plan", engine, "s3:GetObject").home());
    Runner.Step plan = run(planner, "plan", "prod");
    assertThat(plan.exit()).as(plan.said()).isZero();
    assertThat(plan.outputs()).containsEntry("changes", "true").containsKey("sha256");
    assertThat(plan.summary()).contains("models", "to create");

    Runner deployer = Runner.in(checkout("promote-deploy", engine, "s3:GetObject").home());
    Path approved = Files.createDirectories(deployer.temporary().resolve("approved"));
    Files.copy(planner.temporary().resolve("prod.plan"), approved.resolve("prod.plan"));
    String sha256 = plan.outputs().get("sha256");

    Runner.Step other = deploy(deployer, "0".repeat(64));
    assertThat(other.exit()).isNotZero();
    assertThat(other.said()).contains("FAILED");
    assertThat(buckets()).doesNotContain("models-of-prod");

    Runner.Step deployed = deploy(deployer, sha256);
    assertThat(deployed.exit()).as(deployed.said()).isZero();
    assertThat(deployed.said()).contains("prod: in sync");
    assertThat(buckets()).contains("models-of-prod");

    Runner.Step again = run(planner, "plan", "prod");
    assertThat(again.exit()).as(again.said()).isZero();
    assertThat(again.outputs()).isEmpty();
  }

  private static List<String> buckets() {
    return SANDBOX.aws().s3().listBuckets().buckets().stream().map(b -> b.name()).toList();
  }

  @Test
  void promotesNothingThatDoesNotStandWhereItComesFrom() throws IOException {
    deploy(checkout("promote-old", "cloudformation", "s3:GetObject"), "staging");
    Runner newer = Runner.in(checkout("promote-new", "cloudformation", "s3:PutObject").home());
    Runner.Step step = run(newer, "proven", "staging");
    assertThat(step.exit()).as(step.said()).isEqualTo(1);
    assertThat(step.said()).contains("::error::this commit does not stand in staging");

    // What a pull request with the newer commit would be told.
    String plan = Workflow.named("plan").run("plan");
    Runner.Step planned = newer.run(plan, variables("staging"));
    assertThat(planned.exit()).as(planned.said()).isZero();
    Path said = newer.temporary().resolve("plan");
    assertThat(said.resolve("status")).hasContent("2");
    assertThat(said.resolve("plan.txt")).content().contains("staging: ", "to update");
    assertThat(newer.run(plan, variables("nowhere")).exit()).isNotZero();
    assertThat(said.resolve("status")).hasContent("1");
    assertThat(said.resolve("errors.txt")).content().contains("PLB-ENV-");
  }
}
