package io.plumbline.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.drift.Observation;
import io.plumbline.e2e.harness.Plumbline.Result;
import io.plumbline.e2e.harness.SandboxServer;
import io.plumbline.graph.Resource;
import io.plumbline.kind.ResourceKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * One stack with every kind, deployed by Terraform into one account and by CloudFormation into
 * another. The tests share the two deploys, which take most of the time; the last one takes them
 * down.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EnginesIT {
  private static final String STACK = "every-kind";

  /** Two witnesses that say the same of less than this may have been asked nothing. */
  private static final int FLOOR = 240;

  /** As they stand within texts too: in the name of a host. */
  private static final Pattern ID = Pattern.compile("[a-z]+-[0-9a-f]{8,}");

  @RegisterExtension static final SandboxServer ONE = new SandboxServer();
  @RegisterExtension static final SandboxServer OTHER = new SandboxServer();

  private static Deployment terraform;
  private static Deployment cloudFormation;

  @BeforeAll
  static void deploy() {
    terraform = Deployment.of(STACK, "most: 4", "terraform", ONE);
    cloudFormation = Deployment.of(STACK, "most: 4", "cloudformation", OTHER);
  }

  @Test
  void deployEveryKind() {
    assertThat(terraform.release().graph().resources())
        .extracting(resource -> resource.kind().id())
        .containsAll(
            AwsKinds.ALL.stream()
                .filter(kind -> kind.notInSandbox() == null && kind.maker() == null)
                .map(ResourceKind::id)
                .toList());
  }

  @Test
  void leaveNothingThatDriftFinds() {
    for (Deployment each : new Deployment[] {terraform, cloudFormation}) {
      assertThat(each.deploy().exit()).as("%s", each.deploy()).isZero();
      Result drift = each.plumbline().run("drift", "--output", "json");
      assertThat(drift.exit()).as("%s", drift).isZero();
      assertThat(drift.json().get("verdict")).hasToString("Text[value=in-sync]");
    }
  }

  @Test
  void planNothingTheSecondTime() {
    for (Deployment each : new Deployment[] {terraform, cloudFormation}) {
      Result plan = each.plumbline().run("plan");
      assertThat(plan.exit()).as("%s", plan).isZero();
      assertThat(plan.out()).startsWith("sandbox: nothing to change\n");
      assertThat(plan.err().split("planning ", 2)[1]).doesNotContainIgnoringCase("warning");
    }
  }

  @Test
  void makeTheSame() {
    Observation one = terraform.observe();
    Observation other = cloudFormation.observe();
    Agreement agreement = new Agreement(names(one), names(other));
    assertThat(one.found().keySet()).isEqualTo(other.found().keySet());
    one.found()
        .forEach(
            (address, seen) ->
                agreement.compare(
                    address,
                    seen.resource().kind().shape(),
                    seen.resource().attributes(),
                    other.found().get(address).resource().attributes()));
    assertThat(agreement.disagreements()).allMatch(EnginesIT::isMadeUp);
    // Terraform numbers the actions of a listener, even where there is one.
    assertThat(agreement.onlyLeft())
        .as("made by Terraform alone")
        .isSubsetOf("front/port-8000/defaultActions/0/order");
    // Nor can Terraform say of a key that it is of one region alone, which goes without saying.
    assertThat(agreement.onlyRight())
        .as("made by CloudFormation alone")
        .isSubsetOf("data/multiRegion");
    assertThat(agreement.compared()).isGreaterThanOrEqualTo(FLOOR);
  }

  @Test
  void areReadAsTerraformReadsThem() {
    Observation ours = terraform.observe();
    TerraformState state = TerraformState.refreshed(terraform.project(), STACK);
    Agreement agreement = new Agreement(UnaryOperator.identity(), UnaryOperator.identity());
    for (Resource desired : terraform.release().graph().resources()) {
      agreement.compare(
          desired.address() + " (" + desired.kind() + ")",
          desired.kind().shape(),
          state.attributes(desired),
          ours.found().get(desired.address()).resource().attributes());
    }
    System.out.println("attributes that Terraform and Plumbline read: " + agreement.compared());
    System.out.println("that Terraform alone reads: " + agreement.onlyLeft().size());
    System.out.println("that Plumbline alone reads: " + agreement.onlyRight().size());
    assertThat(agreement.disagreements()).isEmpty();
    assertThat(agreement.compared()).isGreaterThanOrEqualTo(FLOOR);
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void takeDownWhatIsNotProtected() {
    takeDown(cloudFormation);
    Collection<Resource> left = takeDown(terraform);

    // CloudFormation forgets what is given up, and AWS refuses to delete what that stands in.
    Result givenUp = terraform.plumbline().run(givingUp(left));
    assertThat(givenUp.exit()).as("%s", givenUp).isZero();
    assertInSync(terraform);
  }

  /** What is left. */
  private static Collection<Resource> takeDown(Deployment each) {
    int described = each.release().graph().resources().size();
    Result destroyed = each.plumbline().run("destroy", "--yes");
    assertThat(destroyed.exit()).as("%s", destroyed).isZero();
    Collection<Resource> left = each.release().graph().resources();
    assertThat(left).hasSizeBetween(5, described / 2).anyMatch(Resource::keep);
    left.forEach(it -> assertThat(destroyed.out()).contains("\n  " + it.address() + "  "));
    assertInSync(each);
    return left;
  }

  private static String[] givingUp(Collection<Resource> left) {
    Stream<String> releases =
        left.stream().filter(Resource::keep).flatMap(it -> Stream.of("--release", it.address()));
    return Stream.concat(Stream.of("destroy", "--yes"), releases).toArray(String[]::new);
  }

  private static void assertInSync(Deployment each) {
    Result drift = each.plumbline().run("drift", "--output", "json");
    assertThat(drift.exit()).as("%s", drift).isZero();
  }

  /** What the provider calls things, by address: all that two accounts may differ in. */
  private static UnaryOperator<String> names(Observation seen) {
    Map<String, String> addresses = new HashMap<>();
    seen.found()
        .forEach(
            (address, each) -> {
              addresses.put(each.liveId(), address);
              each.outputs().forEach((output, id) -> addresses.put(id, address + "." + output));
            });
    return text ->
        addresses.getOrDefault(
            text,
            ID.matcher(text).replaceAll(id -> addresses.getOrDefault(id.group(), id.group())));
  }

  /** What AWS makes up anew each time, and a name that is given by one engine alone. */
  private static boolean isMadeUp(String disagreement) {
    return disagreement.startsWith("net/nat-us-east-1a/privateIpAddress: ")
        || disagreement.matches("(kept|spot)/placement/tags/Name: .*");
  }
}
