package io.plumbline.e2e.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Plumbline.Result;
import io.plumbline.report.ReportFormat;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A node of a steady pool of two is sent away, and the environment file says so, or does not. */
class OutOfServiceIT {
  @RegisterExtension static final DeployedFleet DEPLOYED = new DeployedFleet("out-of-service");

  private static String group() {
    return DEPLOYED.fleet().group("trainers/group").autoScalingGroupName();
  }

  private static void resize(int nodes) {
    String name = group();
    DEPLOYED
        .fleet()
        .scaling()
        .updateAutoScalingGroup(
            r -> r.autoScalingGroupName(name).minSize(nodes).desiredCapacity(nodes));
  }

  /** Room for one less, since a group keeps to its least size. */
  private static String makeRoom() {
    String node = DEPLOYED.fleet().node("trainers").instanceId();
    String name = group();
    DEPLOYED.fleet().scaling().updateAutoScalingGroup(r -> r.autoScalingGroupName(name).minSize(1));
    return node;
  }

  private static String putAside() {
    String node = makeRoom();
    String name = group();
    DEPLOYED
        .fleet()
        .scaling()
        .enterStandby(
            r ->
                r.autoScalingGroupName(name)
                    .instanceIds(node)
                    .shouldDecrementDesiredCapacity(true));
    return node;
  }

  private static String detach() {
    String node = makeRoom();
    String name = group();
    DEPLOYED
        .fleet()
        .scaling()
        .detachInstances(
            r ->
                r.autoScalingGroupName(name)
                    .instanceIds(node)
                    .shouldDecrementDesiredCapacity(true));
    return node;
  }

  private static void say(String node, String more, String until) {
    DEPLOYED
        .project()
        .sections(
            """
            out-of-service:
              - node: %s
                %s
                reason: Xid 79, sent for repair
                until: %s
            """
                .formatted(node, more, until));
  }

  @AfterEach
  void putBack() {
    DEPLOYED.project().sections("");
    String name = group();
    DEPLOYED.fleet().scaling().describeAutoScalingInstances().autoScalingInstances().stream()
        .filter(each -> each.lifecycleState().equals("Standby"))
        .forEach(
            each ->
                DEPLOYED
                    .fleet()
                    .scaling()
                    .exitStandby(r -> r.autoScalingGroupName(name).instanceIds(each.instanceId())));
    resize(2);
  }

  private static void assertExcused(Result result, int findings) {
    assertThat(result.exit()).as(result.toString()).isZero();
    assertThat(Found.items(result.json(), "findings")).isEmpty();
    assertThat(Found.items(result.json(), "diagnostics")).isEmpty();
    assertThat(((Obj) result.json().get("summary")).get("outOfService"))
        .isEqualTo(Value.whole(findings));
  }

  private static List<String> codes(Result result) {
    return Found.items(result.json(), "diagnostics").stream()
        .map(each -> Found.text(each, "code"))
        .toList();
  }

  @Test
  void aNodeThatIsPutAsideExplainsThatItsPoolIsShort() {
    String node = putAside();
    Result silent = DEPLOYED.drift();
    assertThat(silent.exit()).isEqualTo(2);
    assertThat(Found.in(silent.json(), DEPLOYED.project().home()))
        .containsExactlyInAnyOrder(
            "changed trainers/group minSize <- trainers",
            "changed trainers/group desiredCapacity <- trainers");
    say(node, "site: main", "2999-12-31");
    assertExcused(DEPLOYED.drift(), 2);
  }

  @Test
  void aNodeThatIsTakenOutOfItsPoolIsNeitherAStrangerNorMissed() {
    String node = detach();
    try {
      assertThat(DEPLOYED.drift().exit()).isEqualTo(2);
      say(node, "site: main", "2999-12-31");
      assertThat(DEPLOYED.drift().exit()).as("nobody said of which pool it is").isEqualTo(2);
      say(node, "pool: trainers", "2999-12-31");
      Result excused = DEPLOYED.drift();
      assertThat(excused.exit()).as(excused.toString()).isZero();
    } finally {
      DEPLOYED.fleet().ec2().terminateInstances(r -> r.instanceIds(node));
    }
    Result gone = DEPLOYED.drift();
    assertExcused(gone, 2);
  }

  @Test
  void aPoolThatIsShortOfMoreStaysDrift() {
    String node = putAside();
    say(node, "pool: trainers", "2999-12-31");
    resize(0);
    assertThat(DEPLOYED.drift().exit()).isEqualTo(2);
  }

  @Test
  void afterItsDayItIsAFindingOfItsOwn() {
    say(putAside(), "site: main", "2026-01-01");
    Result late = DEPLOYED.drift();
    assertThat(late.exit()).isEqualTo(2);
    assertThat(codes(late)).containsExactly("PLB-DRF-003");
    assertThat(Found.items(late.json(), "findings")).hasSize(2);
  }

  @Test
  void warnsOfANodeOfWhichNobodyKnows() {
    say("i-00000000000000000", "pool: trainers", "2999-12-31");
    Result calm = DEPLOYED.drift();
    assertThat(calm.exit()).isZero();
    assertThat(codes(calm)).containsExactly("PLB-DRF-004");
  }

  @Test
  void namesTheLineOfWhatIsWrong() {
    say("i-1", "pool: trainers", "soon");
    Result refused = DEPLOYED.plumbline().run("drift");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("environments/sandbox.yaml:", "got \"soon\"");
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void everyFormTellsOfIt(ReportFormat format) {
    String node = putAside();
    say(node, "pool: trainers", "2999-12-31");
    String said = DEPLOYED.plumbline().run("drift", "--output", format.id()).out();
    assertThat(said).contains(node, "2999-12-31", "Xid 79, sent for repair");
  }
}
