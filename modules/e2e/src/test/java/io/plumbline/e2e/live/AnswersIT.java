package io.plumbline.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.drift.DriftCheck;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.DriftReport.Verdict;
import io.plumbline.drift.Expectation;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A check counts its calls, and where nobody answers it says so. */
class AnswersIT {
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

  private static DriftReport check(Site site) {
    try (LiveSource source = new AwsLiveSource(site)) {
      return DriftReport.of(
          "e2e",
          List.of(new DriftCheck(new AwsKindsAlone(), source, false).run(expected)),
          Rules.none(LocalDate.of(2026, 11, 22)));
    }
  }

  @Test
  void isInSyncWhereAllIsAnswered() {
    DriftReport report = check(LiveTest.site(proxy.uri()));
    assertThat(report.findings()).isEmpty();
    assertThat(report.verdict()).isEqualTo(Verdict.IN_SYNC);
    assertThat(report.coverage().calls()).isEqualTo(proxy.calls().size());
    assertThat(proxy.calls()).contains("DescribeVpcs", "GetRole", "HeadBucket");
  }

  @Test
  void isIncompleteWhereHalfAPolicyIsAnswered() {
    proxy.spoil("GetBucketPolicy", new Fault.Truncated());
    DriftReport report = check(LiveTest.site(proxy.uri()));
    proxy.reset();
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.findings())
        .singleElement()
        .asString()
        .contains("policy", "not understood at policy:Policy");
  }

  @Test
  void isIncompleteWhereNobodyAnswers() {
    FaultProxy gone = new FaultProxy(live.uri());
    URI nowhere = gone.uri();
    gone.close();
    DriftReport report = check(LiveTest.impatientSite(nowhere));
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
  }
}
