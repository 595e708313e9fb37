package io.plumbline.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.drift.DriftCheck;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.DriftReport.Verdict;
import io.plumbline.drift.Expectation;
import io.plumbline.drift.Finding;
import io.plumbline.drift.Rules;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.live.aws.AwsLiveSource;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.LiveSource;
import io.plumbline.testkit.live.Fault;
import io.plumbline.testkit.live.FaultProxy;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens on the way to the provider, a check that did not see all never says in sync. */
class FaultsIT {
  /** Every operation that the check of a small fleet calls. */
  private static final List<String> OPERATIONS =
      List.of(
          "DescribeVpcs",
          "DescribeVpcAttribute",
          "DescribeSubnets",
          "DescribeInternetGateways",
          "DescribeRouteTables",
          "DescribeSecurityGroups",
          "DescribeSecurityGroupRules",
          "DescribeLaunchTemplates",
          "DescribeLaunchTemplateVersions",
          "DescribeAutoScalingGroups",
          "GetRole",
          "ListRolePolicies",
          "GetRolePolicy",
          "ListAttachedRolePolicies",
          "GetInstanceProfile",
          "HeadBucket",
          "GetBucketVersioning",
          "GetBucketEncryption",
          "GetBucketLifecycleConfiguration",
          "GetBucketOwnershipControls",
          "GetBucketTagging",
          "GetPublicAccessBlock");

  private static LiveTest live;
  private static FaultProxy proxy;
  private static Expectation expected;

  @BeforeAll
  static void start() throws IOException {
    live = new LiveTest();
    proxy = new FaultProxy(live.uri());
    Target target = new Target("e2e", "fleet", LiveTest.site(proxy.uri()));
    ResourceGraph graph = new SmallFleet(live.clients(), target).make();
    expected = new Expectation(target, graph, Dialect.TERRAFORM, Map.of(), "HEAD", graph);
  }

  @AfterAll
  static void stop() {
    proxy.close();
    live.close();
  }

  @AfterEach
  void mend() {
    proxy.reset();
  }

  private static DriftReport check(Site site) {
    try (LiveSource source = new AwsLiveSource(site)) {
      return DriftReport.of(
          "e2e",
          List.of(new DriftCheck(new AwsKindsAlone(), source, false).run(expected)),
          Rules.none(LocalDate.of(2026, 11, 22)));
    }
  }

  @Test
  void isInSyncWhereNothingIsSpoilt() {
    DriftReport report = check(LiveTest.site(proxy.uri()));
    assertThat(report.findings()).isEmpty();
    assertThat(report.verdict()).isEqualTo(Verdict.IN_SYNC);
    assertThat(report.coverage().calls()).isEqualTo(proxy.calls().size());
    assertThat(proxy.calls()).containsAll(OPERATIONS);
  }

  /** Every operation once, and every fault at one operation of each protocol. */
  static Stream<Arguments> faults() {
    Stream<Arguments> denied =
        OPERATIONS.stream().map(operation -> Arguments.of(operation, Fault.denied()));
    Stream<Arguments> others =
        Stream.of("DescribeSubnets", "GetRole", "GetBucketTagging", "DescribeAutoScalingGroups")
            .flatMap(
                operation ->
                    Stream.of(
                            Fault.broken(),
                            Fault.throttled(),
                            new Fault.HangUp(),
                            new Fault.Truncated(),
                            new Fault.EmptyBody(),
                            new Fault.WrongContent())
                        .map(fault -> Arguments.of(operation, fault)));
    Stream<Arguments> hanging = Stream.of(Arguments.of("DescribeVpcs", new Fault.Hang()));
    return Stream.of(denied, others, hanging).flatMap(faults -> faults);
  }

  /** A HEAD is answered by its status alone. */
  private static boolean hasBody(String operation) {
    return !operation.startsWith("Head");
  }

  @ParameterizedTest
  @MethodSource("faults")
  void isIncompleteWhereAnOperationIsSpoilt(String operation, Fault fault) {
    proxy.spoil(operation, fault);
    URI endpoint = proxy.uri();
    boolean patient = !(fault instanceof Fault.Hang);
    DriftReport report =
        check(patient ? LiveTest.site(endpoint) : LiveTest.impatientSite(endpoint));
    assertThat(report.complete()).isFalse();
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.findings())
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding).isInstanceOf(Finding.Undetermined.class));
  }

  /** It looks the same as a deletion, and nobody can tell; but it is never in sync. */
  @ParameterizedTest
  @MethodSource("operations")
  void isNeverInSyncWhereAnOperationAnswersNothing(String operation) {
    proxy.spoil(operation, new Fault.EmptyAnswer());
    assertThat(check(LiveTest.site(proxy.uri())).verdict()).isNotEqualTo(Verdict.IN_SYNC);
  }

  static Stream<String> operations() {
    return OPERATIONS.stream().filter(FaultsIT::hasBody);
  }

  @Test
  void isIncompleteWhereNobodyAnswers() {
    FaultProxy gone = new FaultProxy(live.uri());
    URI nowhere = gone.uri();
    gone.close();
    DriftReport report = check(LiveTest.site(nowhere));
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
  }
}
