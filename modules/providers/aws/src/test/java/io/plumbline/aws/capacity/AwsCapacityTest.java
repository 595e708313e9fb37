package io.plumbline.aws.capacity;

import static io.plumbline.dsl.Words.band;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsProvider;
import io.plumbline.dsl.GpuPoolBuilder;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Image;
import io.plumbline.spi.Arrivals;
import io.plumbline.spi.Preflight;
import io.plumbline.spi.Preflight.Outcome;
import io.plumbline.testkit.Describing;
import io.plumbline.testkit.live.RecordedSource;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What AWS says of a design before it is deployed, and of its nodes after. */
final class AwsCapacityTest {
  private static final AwsProvider AWS = new AwsProvider();

  /** Plenty of everything. */
  private final List<String> recording =
      new ArrayList<>(
          List.of(
              quota("ec2/L-417A185B", "1000"),
              "{'operation': 'ec2:DescribeInstances(running)', 'items': []}",
              "{'operation': 'ec2:DescribeVpcs', 'items': []}",
              "{'operation': 'ec2:DescribeNetworkInterfaces(count)', 'items': []}",
              offering("p5.48xlarge", "us-east-1a"),
              "{'operation': 'iam:SimulatePrincipalPolicy', 'items': []}"));

  private static String quota(String key, String value) {
    String more = "{'Key': 'vpc/L-F678F1CE', 'Value': 5}, {'Key': 'vpc/L-DF5E4CA3', 'Value': 5000}";
    return "{'operation': 'servicequotas:GetServiceQuota', 'key': 'Key', 'items': [{'Key': '"
        + key
        + "', 'Value': "
        + value
        + "}, "
        + more
        + "]}";
  }

  private static String offering(String type, String zone) {
    return "{'operation': 'ec2:DescribeInstanceTypeOfferings(availability-zone)', 'key':"
        + " 'InstanceType', 'items': [{'InstanceType': '"
        + type
        + "', 'Location': '"
        + zone
        + "'}]}";
  }

  private static ResourceGraph fleet(Consumer<GpuPoolBuilder> setUp) {
    return AWS.lower(
        Describing.on(
            site -> {
              var net =
                  site.network(
                      "net", n -> n.cidr("10.0.0.0/16").zones("us-east-1a").privateSubnets(20));
              var rules =
                  site.securityRules("rules", s -> s.in(net).egress(r -> r.tcp(443).toAnywhere()));
              site.gpuPool(
                  "trainers",
                  pool -> {
                    pool.in(net.privateSubnets())
                        .instanceTypes("p5.48xlarge")
                        .count(4)
                        .image(Image.id("ami-1"))
                        .securedBy(rules);
                    setUp.accept(pool);
                  });
            }),
        Describing.TARGET);
  }

  private RecordedSource source() {
    List<Value> operations = new ArrayList<>();
    recording.forEach(each -> operations.add(JsonReader.read(each.replace('\'', '"'))));
    return new RecordedSource(Value.list(operations));
  }

  private void record(int index, String operation) {
    recording.set(index, operation);
  }

  private List<Preflight> look(Consumer<GpuPoolBuilder> setUp) {
    return AWS.preflight(fleet(setUp), Describing.TARGET, source());
  }

  private static List<String> of(List<Preflight> looks, Outcome outcome) {
    return looks.stream()
        .filter(look -> look.outcome() == outcome)
        .map(look -> look.subject() + ": " + look.detail())
        .toList();
  }

  @Test
  void findsAllWellButWhatNobodyAnswers() {
    List<Preflight> looks = look(pool -> {});

    assertThat(of(looks, Outcome.SHORT)).isEmpty();
    assertThat(of(looks, Outcome.UNREADABLE))
        .singleElement()
        .asString()
        .startsWith("rights to make what is asked for: nothing was answered of ");
    assertThat(of(looks, Outcome.ENOUGH))
        .contains(
            "quota \"Running On-Demand P instances\" (L-417A185B): at most 768 vCPUs are needed, 0"
                + " are used by others, the quota is 1000",
            "offering of p5.48xlarge to trainers/group: offered in us-east-1a; the group is in"
                + " us-east-1a");
  }

  @Test
  void countsWhatOthersRunAgainstAQuota() {
    record(
        1,
        "{'operation': 'ec2:DescribeInstances(running)', 'items': [{'InstanceType': 'p4d.24xlarge',"
            + " 'CpuOptions': {'CoreCount': 48, 'ThreadsPerCore': 2}},{'InstanceType':"
            + " 'p5.48xlarge'},{'InstanceType': 'p5.48xlarge', 'InstanceLifecycle':"
            + " 'spot'},{'InstanceType': 'g5.xlarge'},{'InstanceType': 'p5.48xlarge', 'Tags':"
            + " [{'Key': 'plumbline:stack', 'Value': 'fleet'}, {'Key': 'plumbline:environment',"
            + " 'Value': 'test'}]}]}");

    assertThat(of(look(pool -> {}), Outcome.SHORT))
        .containsExactly(
            "quota \"Running On-Demand P instances\" (L-417A185B): at most 768 vCPUs are needed,"
                + " 288 are used by others, the quota is 1000");
  }

  @Test
  void countsSpotNodesAgainstTheirOwnQuota() {
    record(0, quota("ec2/L-C4BD4855", "100"));

    assertThat(
            of(
                look(pool -> pool.count(band(0, 2).ownedBy("autoscaler")).spot(s -> {})),
                Outcome.SHORT))
        .containsExactly(
            "quota \"All P5 Spot Instance Requests\" (L-C4BD4855): at most 384 vCPUs are needed, 0"
                + " are used by others, the quota is 100");
  }

  @Test
  void findsATypeThatIsNotOfferedThere() {
    record(4, offering("p5.48xlarge", "us-east-1d"));

    assertThat(of(look(pool -> {}), Outcome.SHORT))
        .containsExactly(
            "offering of p5.48xlarge to trainers/group: offered in us-east-1d; the group is in"
                + " us-east-1a");
  }

  @Test
  void findsRightsThatAreMissing() {
    record(
        5,
        "{'operation': 'iam:SimulatePrincipalPolicy', 'items': ["
            + "{'EvalActionName': 'ec2:CreateVpc', 'EvalDecision': 'allowed'},"
            + "{'EvalActionName': 'ec2:RunInstances', 'EvalDecision': 'implicitDeny'}]}");

    assertThat(of(look(pool -> {}), Outcome.SHORT))
        .containsExactly("rights to make what is asked for: not allowed are ec2:RunInstances");
  }

  @Test
  void saysWhatItCouldNotLookAt() {
    record(
        0,
        "{'operation': 'servicequotas:GetServiceQuota', 'key': 'Key', 'items': [], 'failures':"
            + " {'': 'AccessDenied: no'}}");
    recording.remove(5);

    List<Preflight> looks = look(pool -> {});

    assertThat(of(looks, Outcome.SHORT)).isEmpty();
    assertThat(of(looks, Outcome.UNREADABLE))
        .containsExactly(
            "quota \"Running On-Demand P instances\" (L-417A185B): servicequotas:GetServiceQuota:"
                + " AccessDenied: no",
            "quota \"VPCs per Region\" (L-F678F1CE): servicequotas:GetServiceQuota: AccessDenied:"
                + " no",
            "quota \"Network interfaces per Region\" (L-DF5E4CA3):"
                + " servicequotas:GetServiceQuota: AccessDenied: no",
            "rights to make what is asked for: iam:SimulatePrincipalPolicy: UnknownOperation: not"
                + " in the recording");
  }

  @Test
  void findsAReservationThatIsNotOpenYet() {
    ResourceGraph graph = fleet(pool -> {});
    ResourceGraph into =
        new ResourceGraph(
            graph.resources().stream()
                .map(
                    r ->
                        r.address().equals("trainers/template")
                            ? r.withAttributes(withReservation(r.attributes()))
                            : r)
                .toList());
    recording.add(
        "{'operation': 'ec2:DescribeCapacityReservations(present)', 'items':"
            + " [{'CapacityReservationId': 'cr-1', 'State': 'scheduled', 'StartDate':"
            + " '2026-12-01T11:30:00Z', 'EndDate': '2026-12-08T11:30:00Z'}]}");

    assertThat(of(AWS.preflight(into, Describing.TARGET, source()), Outcome.SHORT))
        .containsExactly(
            "reservation cr-1 of trainers/group: it is scheduled, open from 2026-12-01T11:30:00Z,"
                + " until 2026-12-08T11:30:00Z");
  }

  private static Value.Obj withReservation(Value.Obj attributes) {
    Map<String, Value> members = new LinkedHashMap<>(attributes.members());
    members.put(
        "capacityReservationSpecification",
        Value.object(
            "capacityReservationTarget",
            Value.object("capacityReservationId", Value.text("cr-1"))));
    return new Value.Obj(members);
  }

  private Arrivals arrivals(String group, String activities) {
    recording.clear();
    recording.add(
        "{'operation': 'autoscaling:DescribeAutoScalingGroups', 'items': [{'AutoScalingGroupName':"
            + " 'test-fleet-trainers-group', 'DesiredCapacity': 4, 'Instances': "
            + group
            + "}]}");
    recording.add(
        "{'operation': 'autoscaling:DescribeScalingActivities', 'items': " + activities + "}");
    return AWS.arrivals(fleet(pool -> {}), source());
  }

  @Test
  void saysWhatDidNotComeInTheProvidersWords() {
    Arrivals seen =
        arrivals(
            "[{'LifecycleState': 'InService'}, {'LifecycleState': 'Terminating'}]",
            "[{'StatusCode': 'Failed', 'StatusMessage': 'no sufficient capacity'}]");

    assertThat(seen.awaited()).isEmpty();
    assertThat(seen.shortages())
        .singleElement()
        .satisfies(
            shortage -> {
              assertThat(shortage.address()).isEqualTo("trainers/group");
              assertThat(shortage.wanted()).isEqualTo(4);
              assertThat(shortage.got()).isEqualTo(1);
              assertThat(shortage.message()).isEqualTo("no sufficient capacity");
            });
  }

  @Test
  void takesAFailureOfAnotherDayForNoneOfToday() {
    Arrivals seen =
        arrivals(
            "[]",
            "[{'StatusCode': 'Failed', 'StatusMessage': 'no capacity', 'StartTime':"
                + " '2026-01-01T00:00:00Z'}]");

    assertThat(seen.shortages()).isEmpty();
    assertThat(seen.awaited()).hasSize(1);
  }

  @Test
  void saysOfAGroupThatIsNotListedThatNothingIsKnown() {
    recording.clear();
    recording.add("{'operation': 'autoscaling:DescribeAutoScalingGroups', 'items': []}");

    assertThat(AWS.arrivals(fleet(pool -> {}), source()).unreadable())
        .containsExactly("trainers/group: autoscaling:DescribeAutoScalingGroups does not list it");
  }

  @Test
  void countsAnInterfaceForEachCardOfAFabric() {
    assertThat(of(look(GpuPoolBuilder::fabric), Outcome.ENOUGH))
        .contains(
            "quota \"Network interfaces per Region\" (L-DF5E4CA3): at least 128 are needed, 0 are"
                + " used by others, the quota is 5000");
  }

  @Test
  void awaitsNodesOfWhichNothingIsKnownYet() {
    assertThat(arrivals("[]", "[]").awaited()).containsExactly(awaited(0, 0));
    assertThat(arrivals("[]", "[]").shortages()).isEmpty();
  }

  private static Arrivals.Awaited awaited(long inService, long starting) {
    return new Arrivals.Awaited("trainers/group", 4, inService, starting, Duration.ofMinutes(5));
  }

  private static String nodes(String... states) {
    return Stream.of(states)
        .map(state -> "{'LifecycleState': '" + state + "'}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void awaitsNodesThatAreStarting() {
    Arrivals seen =
        arrivals(
            nodes("InService", "Pending", "Pending:Wait", "Pending:Proceed"),
            "[{'StatusCode': 'Failed', 'StatusMessage': 'of before'}]");
    assertThat(seen.awaited()).containsExactly(awaited(1, 3));
    assertThat(seen.shortages()).isEmpty();
  }

  @Test
  void awaitsThoseThatAreStartingWhereOthersDidNotCome() {
    Arrivals seen =
        arrivals(
            nodes("InService", "Pending"),
            "[{'StatusCode': 'Failed', 'StatusMessage': 'no sufficient capacity'}]");
    assertThat(seen.awaited()).containsExactly(awaited(1, 1));
    assertThat(seen.shortages()).singleElement().matches(shortage -> shortage.got() == 2);
  }

  @Test
  void isContentOnceAllAreInService() {
    String all = nodes("InService", "InService", "InService", "InService");
    assertThat(arrivals(all, "[{'StatusCode': 'Failed'}]")).isEqualTo(Arrivals.ALL);
  }

  @Test
  void saysThatNothingIsKnownWhereGroupsCannotBeRead() {
    recording.clear();
    assertThat(AWS.arrivals(fleet(pool -> {}), source()).unreadable())
        .containsExactly(
            "autoscaling:DescribeAutoScalingGroups: UnknownOperation: not in the recording");
  }

  @Test
  void knowsWhichQuotaCountsAType() {
    assertThat(VcpuQuota.of("p5en.48xlarge", true).code()).isEqualTo("L-C4BD4855");
    assertThat(VcpuQuota.of("p4de.24xlarge", true).code()).isEqualTo("L-7212CCBC");
    assertThat(VcpuQuota.of("p6-b200.48xlarge", false).code()).isEqualTo("L-417A185B");
    assertThat(VcpuQuota.of("p6-b200.48xlarge", true)).isNull();
    assertThat(VcpuQuota.of("trn1.32xlarge", false).code()).isEqualTo("L-2C3B7624");
    assertThat(VcpuQuota.of("t3.micro", false).code()).isEqualTo("L-1216C47A");
  }
}
