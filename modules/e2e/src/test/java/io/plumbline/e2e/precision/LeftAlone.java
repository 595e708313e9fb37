package io.plumbline.e2e.precision;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Plumbline;
import io.plumbline.e2e.harness.ProjectFolder;
import io.plumbline.e2e.harness.SandboxServer;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ec2.model.CapacityReservationInstancePlatform;

/**
 * What two checks say of designs that were deployed and that nobody touched: every finding is a
 * false one.
 *
 * @param seed which designs {@code RandomFleet} made up
 * @param designs how many, side by side in one stack
 * @param identical whether the second report was the first, byte for byte but for the numbers of
 *     calls and of foreign things, and the time
 */
record LeftAlone(
    long seed,
    int designs,
    String engine,
    long resources,
    long compared,
    List<Obj> findings,
    boolean identical) {
  private static final Pattern COUNTS =
      Pattern.compile("\"(calls|notOurs)\": *\\d+|\"time\": *\"[^\"]*\"");

  /** Deploys the designs into an empty account, and checks them twice. */
  static LeftAlone deployed(SandboxServer sandbox, String engine, long seed, int designs) {
    sandbox.empty();
    ProjectFolder project =
        ProjectFolder.make("precision-" + engine, sandbox)
            .engine(engine)
            .stack("random-fleet", parameters(sandbox, seed, designs));
    Plumbline plumbline = new Plumbline(project);
    Plumbline.Result deploy = plumbline.run("deploy", "--no-verify");
    assertThat(deploy.exit()).as("seed %d: %s", seed, deploy).isZero();
    Plumbline.Result first = plumbline.run("drift", "--output", "json");
    Plumbline.Result second = plumbline.run("drift", "--output", "json");
    assertThat(first.exit()).as("seed %d: %s", seed, first).isNotEqualTo(1);
    Obj coverage = (Obj) first.json().get("coverage");
    return new LeftAlone(
        seed,
        designs,
        engine,
        number(coverage, "resources"),
        number(coverage, "compared"),
        ((Value.Sequence) first.json().get("findings"))
            .items().stream().map(Obj.class::cast).toList(),
        withoutCounts(first).equals(withoutCounts(second)));
  }

  /** What lists left out the first check has asked for again, and not seen where it is foreign. */
  private static String withoutCounts(Plumbline.Result check) {
    return COUNTS.matcher(check.out()).replaceAll("");
  }

  /** With what the designs take for granted, made beforehand. */
  private static String parameters(SandboxServer sandbox, long seed, int designs) {
    var aws = sandbox.aws();
    for (int i = 0; i < designs; i++) {
      String alias = "alias/d" + i;
      String key = aws.kms().createKey().keyMetadata().keyId();
      aws.kms().createAlias(r -> r.aliasName(alias).targetKeyId(key));
    }
    String zone = aws.route53().listHostedZones().hostedZones().get(0).id();
    String reservation =
        aws.ec2()
            .createCapacityReservation(
                r ->
                    r.instanceType("p5.48xlarge")
                        .instancePlatform(CapacityReservationInstancePlatform.LINUX_UNIX)
                        .availabilityZone("us-east-1a")
                        .instanceCount(8 * designs))
            .capacityReservation()
            .capacityReservationId();
    return """
    seed: %d
    designs: %d
    deployable: true
    zone: %s
    reservation: %s
    """
        .formatted(seed, designs, zone.replace("/hostedzone/", ""), reservation);
  }

  private static long number(Obj coverage, String member) {
    return ((Value.Int) coverage.get(member)).value();
  }
}
