package io.plumbline.e2e.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.drift.DriftCheck;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.DriftReport.Verdict;
import io.plumbline.drift.Expectation;
import io.plumbline.drift.Finding;
import io.plumbline.drift.Rules;
import io.plumbline.e2e.harness.Plumbline;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.LiveSource;
import io.plumbline.synth.Artefacts;
import io.plumbline.synth.Plugins;
import io.plumbline.testkit.live.Fault;
import io.plumbline.testkit.live.FaultProxy;
import io.plumbline.value.Value;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every read operation of a check, spoilt in every way, one at a time: never in sync, never a
 * deletion, and the report says which operation it was and what came of it. Most of the time goes
 * into waiting for answers that never come, so several checks run at once, each through a proxy of
 * its own.
 */
class EveryFaultIT {
  private static final int AT_ONCE = 6;
  private static final ClassLoader LOADER = EveryFaultIT.class.getClassLoader();
  private static final Plugins PLUGINS = new Plugins(LOADER);

  @RegisterExtension static final DeployedFleet DEPLOYED = new DeployedFleet("every-fault");

  private static final BlockingQueue<FaultProxy> PROXIES = new ArrayBlockingQueue<>(AT_ONCE);
  private static Target target;
  private static ResourceGraph graph;

  /** What is done to an answer, and the words of which one must stand in the report. */
  private static final Map<Fault, List<String>> FAULTS = new LinkedHashMap<>();

  static {
    FAULTS.put(Fault.denied(), List.of("AccessDenied"));
    FAULTS.put(Fault.broken(), List.of("InternalError", "HTTP 500", "Timeout"));
    FAULTS.put(Fault.throttled(), List.of("RequestLimitExceeded", "HTTP 503", "Timeout"));
    FAULTS.put(new Fault.HangUp(), List.of("NoAnswer", "Timeout"));
    FAULTS.put(new Fault.Hang(), List.of("Timeout", "NoAnswer"));
    FAULTS.put(new Fault.EmptyBody(), List.of("NoAnswer", "NotUnderstood", "Timeout"));
    // What says that a bucket has no policy is a refusal: half of it gives no reason.
    FAULTS.put(new Fault.Truncated(), List.of("NoAnswer", "NotUnderstood", "NotFound", "Timeout"));
    FAULTS.put(new Fault.WrongContent(), List.of("NoAnswer", "NotUnderstood", "Timeout"));
  }

  @BeforeAll
  static void open() {
    Path folder = DEPLOYED.project().home().resolve("artefacts");
    assertThat(DEPLOYED.plumbline().run("synth", "-o", folder.toString()).exit()).isZero();
    var entry = new Artefacts(folder.resolve("sandbox"), PLUGINS::kind).read().entries().get(0);
    target = entry.target();
    graph = entry.graph();
    for (int i = 0; i < AT_ONCE; i++) {
      PROXIES.add(new FaultProxy(DEPLOYED.sandbox().url()));
    }
  }

  @AfterAll
  static void close() {
    PROXIES.forEach(FaultProxy::close);
  }

  @TestFactory
  Stream<DynamicTest> isNeverInSync() throws InterruptedException {
    List<String> operations = operations();
    assertThat(operations).hasSizeGreaterThan(20).contains("DescribeVpcs", "GetRole", "HeadBucket");
    Map<String, CompletableFuture<DriftReport>> reports = new LinkedHashMap<>();
    Map<String, DynamicTest> tests = new LinkedHashMap<>();
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    FAULTS.forEach(
        (fault, words) -> {
          for (String operation : operations) {
            if (operation.startsWith("Head") && !concernsStatus(fault)) {
              continue; // the answer to a HEAD has no body to spoil
            }
            String name = operation + ", " + fault;
            reports.put(
                name, CompletableFuture.supplyAsync(() -> check(operation, fault), threads));
            tests.put(
                name,
                DynamicTest.dynamicTest(
                    name, () -> verify(reports.get(name).join(), operation, words)));
          }
        });
    threads.shutdown();
    return tests.values().stream();
  }

  private static boolean concernsStatus(Fault fault) {
    return switch (fault) {
      case Fault.Refusal refusal -> true;
      case Fault.HangUp hangUp -> true;
      case Fault.Hang hang -> true;
      case Fault.EmptyBody empty -> false;
      case Fault.EmptyAnswer empty -> false;
      case Fault.Truncated truncated -> false;
      case Fault.Omission omission -> false;
      case Fault.WrongContent wrong -> false;
      case Fault.TooMany many -> true;
      case Fault.CutOff cut -> false;
      case Fault.Changed changed -> false;
    };
  }

  private static void verify(DriftReport report, String operation, List<String> words) {
    assertThat(report.verdict())
        .as("%s: %s", operation, report.findings())
        .isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.complete()).isFalse();
    assertThat(report.findings())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each).isInstanceOf(Finding.Undetermined.class));
    // The names of inline policies are listed before each is read: one operation of the table.
    String named = operation.equals("ListRolePolicies") ? "GetRolePolicy" : operation;
    assertThat(report.findings())
        .map(each -> ((Finding.Undetermined) each).reason())
        .anySatisfy(reason -> assertThat(reason).contains(named).containsAnyOf(words(words)));
  }

  private static CharSequence[] words(List<String> words) {
    return words.toArray(CharSequence[]::new);
  }

  /** It may look like a deletion; it never looks like peace. */
  @TestFactory
  Stream<DynamicTest> isNotInSyncWhereNothingIsAnswered() throws InterruptedException {
    return operations().stream()
        .filter(operation -> !operation.startsWith("Head"))
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation,
                    () ->
                        assertThat(check(operation, new Fault.EmptyAnswer()).verdict())
                            .isNotEqualTo(Verdict.IN_SYNC)));
  }

  /**
   * The policy says what a check calls, no less and no more; whatever is taken from it is missed.
   */
  @TestFactory
  Stream<DynamicTest> isWhatComesOfEachActionThatThePolicyLacks() throws InterruptedException {
    Plumbline.Result policy = DEPLOYED.plumbline().run("permissions");
    assertThat(policy.exit()).as(policy.toString()).isZero();
    Set<String> actions = new TreeSet<>();
    for (Value statement : ((Value.Sequence) policy.json().get("Statement")).items()) {
      ((Value.Sequence) ((Value.Obj) statement).get("Action"))
          .items()
          .forEach(each -> actions.add(((Value.Text) each).value()));
    }
    Map<String, String> gates = new TreeMap<>();
    actions.forEach(action -> gates.put(gatedBy(action), action));
    assertThat(gates.keySet()).containsAll(operations());
    List<String> called = operations();
    return gates.entrySet().stream()
        .filter(each -> called.contains(each.getKey()))
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getValue(),
                    () -> {
                      DriftReport report = check(each.getKey(), Fault.denied());
                      assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
                      assertThat(report.findings())
                          .map(finding -> ((Finding.Undetermined) finding).reason())
                          .anySatisfy(reason -> assertThat(reason).contains(each.getValue()));
                    }));
  }

  /** The operation that AWS allows by an action (Service Authorization Reference). */
  private static String gatedBy(String action) {
    String name = action.substring(action.indexOf(':') + 1);
    return switch (action) {
      case "s3:ListBucket" -> "HeadBucket";
      case "s3:GetEncryptionConfiguration" -> "GetBucketEncryption";
      case "s3:GetLifecycleConfiguration" -> "GetBucketLifecycleConfiguration";
      case "s3:GetBucketPublicAccessBlock" -> "GetPublicAccessBlock";
      default -> name;
    };
  }

  @Test
  void isAnExitCodeOfItsOwnOnTheCommandLine() throws InterruptedException {
    FaultProxy proxy = PROXIES.take();
    try {
      DEPLOYED.project().endpoint(proxy.uri());
      assertThat(DEPLOYED.drift().exit()).isZero();
      proxy.spoil("DescribeAutoScalingGroups", Fault.denied());
      Plumbline.Result result = DEPLOYED.plumbline().run("drift");
      assertThat(result.exit()).as(result.toString()).isEqualTo(3);
      assertThat(result.out())
          .startsWith("sandbox: incomplete")
          .contains("autoscaling:DescribeAutoScalingGroups: AccessDenied");
    } finally {
      DEPLOYED.project().endpoint(DEPLOYED.sandbox().url());
      proxy.reset();
      PROXIES.put(proxy);
    }
  }

  /** All that a check calls when nothing is amiss. */
  private static List<String> operations() throws InterruptedException {
    FaultProxy proxy = PROXIES.take();
    try {
      assertThat(check(proxy).verdict()).isEqualTo(Verdict.IN_SYNC);
      return List.copyOf(new TreeSet<>(proxy.calls()));
    } finally {
      proxy.reset();
      PROXIES.put(proxy);
    }
  }

  private static DriftReport check(String operation, Fault fault) {
    try {
      FaultProxy proxy = PROXIES.take();
      try {
        proxy.spoil(operation, fault);
        return check(proxy);
      } finally {
        proxy.reset();
        PROXIES.put(proxy);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static DriftReport check(FaultProxy proxy) {
    Map<String, String> settings = new TreeMap<>(target.site().settings());
    settings.put("endpoint", proxy.uri().toString());
    settings.put("timeout.read", "3");
    settings.put("timeout.call", "4");
    Site site = new Site("main", "aws", "cloudformation", settings, null);
    Target spoilt = new Target(target.environment(), target.stack(), site);
    Expectation expected =
        new Expectation(spoilt, graph, Dialect.CLOUDFORMATION, Map.of(), "artefacts", graph);
    try (LiveSource source = PLUGINS.liveSource("aws", null).open(site)) {
      DriftCheck check = new DriftCheck(PLUGINS.provider("aws", null), source, false);
      LocalDate today = LocalDate.of(2026, 11, 22);
      return DriftReport.of("sandbox", List.of(check.run(expected)), Rules.none(today));
    }
  }
}
