package io.plumbline.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsProvider;
import io.plumbline.drift.DriftCheck;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.DriftReport.Verdict;
import io.plumbline.drift.Expectation;
import io.plumbline.drift.Finding;
import io.plumbline.drift.Observation;
import io.plumbline.drift.Observed;
import io.plumbline.drift.Rules;
import io.plumbline.e2e.harness.SandboxServer;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Read;
import io.plumbline.live.aws.AwsLiveFactory;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.LiveSource;
import io.plumbline.state.Release;
import io.plumbline.testkit.live.Fault;
import io.plumbline.testkit.live.FaultProxy;
import io.plumbline.value.Value;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * One thing of each kind that AWS lists, left out of a list: where the second look finds it,
 * nothing has happened; where it does not, it is missing.
 */
class LeftOutIT {
  @RegisterExtension static final SandboxServer SANDBOX = new SandboxServer();

  /** Kinds whose live id does not stand in the list, with the attribute that does. */
  private static final Map<String, String> NAMED =
      Map.of(
          "launch-template", "name",
          "route", "routeTableId",
          "scheduled-action", "scheduledActionName");

  private static FaultProxy proxy;
  private static Release release;
  private static Target target;
  private static Observation seen;

  @BeforeAll
  static void deploy() {
    Deployment deployed = Deployment.of("every-kind", "most: 4", "cloudformation", SANDBOX);
    assertThat(deployed.deploy().exit()).as("%s", deployed.deploy()).isZero();
    proxy = new FaultProxy(SANDBOX.url());
    release = deployed.release();
    Map<String, String> settings = new TreeMap<>(deployed.target().site().settings());
    settings.put("endpoint", proxy.uri().toString());
    target = new Target("sandbox", "every-kind", new Site("main", "aws", "auto", settings, null));
    seen = deployed.observe();
  }

  @AfterAll
  static void close() {
    proxy.close();
  }

  /** One resource of each kind that is read from a list. */
  private static Map<String, Resource> listed() {
    Map<String, Resource> listed = new LinkedHashMap<>();
    for (Resource each : release.graph().resources()) {
      Read main = each.kind().reads().get("");
      if (each.isOurs() && main != null && main.key() == null) {
        listed.putIfAbsent(each.kind().id(), each);
      }
    }
    return listed;
  }

  @TestFactory
  Stream<DynamicTest> isThereWhereTheSecondLookFindsIt() {
    Map<String, Resource> listed = listed();
    assertThat(listed).hasSizeGreaterThan(20);
    proxy.reset();
    assertThat(check().verdict()).isEqualTo(Verdict.IN_SYNC);
    int calls = proxy.calls().size();
    return each(
        thing -> {
          proxy.spoilOnce(operation(thing), leftOut(thing));
          DriftReport report = check();
          assertThat(report.findings()).isEmpty();
          assertThat(report.verdict()).isEqualTo(Verdict.IN_SYNC);
          assertThat(proxy.calls()).contains(again(thing)).hasSizeGreaterThanOrEqualTo(calls);
        });
  }

  @TestFactory
  Stream<DynamicTest> isMissingWhereItDoesNot() {
    return each(
        thing -> {
          proxy.spoil(operation(thing), leftOut(thing));
          if (!again(thing).equals(operation(thing))) {
            proxy.spoil(again(thing), new Fault.Refusal(400, "NotFoundException"));
          }
          DriftReport report = check();
          assertThat(report.verdict()).isEqualTo(Verdict.DRIFT);
          assertThat(missing(report)).contains(thing.address());
        });
  }

  @TestFactory
  Stream<DynamicTest> isUndeterminedWhereTheSecondLookFails() {
    return each(
        thing -> {
          if (!again(thing).equals(operation(thing))) {
            return; // what is asked then is asked of each at first, too
          }
          proxy.spoilOnce(operation(thing), leftOut(thing));
          proxy.spoil(operation(thing), Fault.denied());
          DriftReport report = check();
          assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
          assertThat(report.findings())
              .allSatisfy(found -> assertThat(found).isInstanceOf(Finding.Undetermined.class))
              .map(found -> ((Finding.Undetermined) found).reason())
              .anySatisfy(reason -> assertThat(reason).contains("AccessDenied", "asked again"));
        });
  }

  private static Stream<DynamicTest> each(Consumer<Resource> test) {
    return listed().values().stream()
        .map(
            thing ->
                DynamicTest.dynamicTest(
                    thing.kind().id(),
                    () -> {
                      proxy.reset();
                      test.accept(thing);
                    }));
  }

  private static Fault leftOut(Resource thing) {
    return new Fault.Omission(Set.of(name(thing)));
  }

  /** Addresses that are missing, those that are so with another one among them. */
  private static List<String> missing(DriftReport report) {
    return report.findings().stream()
        .filter(Finding.Missing.class::isInstance)
        .map(Finding.Missing.class::cast)
        .flatMap(
            each ->
                Stream.concat(
                    Stream.of(String.valueOf(each.subject().address())), each.follows().stream()))
        .toList();
  }

  private static String operation(Resource resource) {
    String id = Objects.requireNonNull(resource.kind().reads().get("")).operation();
    return id.substring(id.indexOf(':') + 1).replaceFirst("\\(.*", "");
  }

  /** What is asked in place of the list, where that is another operation. */
  private static String again(Resource resource) {
    String operation = operation(resource);
    return operation.equals("ListKeys") ? "DescribeKey" : operation;
  }

  /** By which the list tells it from others; a route by the table that it stands in. */
  private static String name(Resource resource) {
    Observed there = Objects.requireNonNull(seen.found().get(resource.address()));
    String by = NAMED.get(resource.kind().id());
    return by == null
        ? there.liveId()
        : ((Value.Text) there.resource().attributes().get(by)).value();
  }

  private static DriftReport check() {
    ResourceGraph graph = release.graph();
    Expectation expected =
        new Expectation(target, graph, Dialect.CLOUDFORMATION, release.liveIds(), "release", graph);
    try (LiveSource source = new AwsLiveFactory().open(target.site())) {
      DriftCheck check = new DriftCheck(new AwsProvider(), source, false);
      return DriftReport.of(
          "sandbox", List.of(check.run(expected)), Rules.none(LocalDate.of(2026, 11, 25)));
    }
  }
}
