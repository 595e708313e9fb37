package io.plumbline.e2e.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.drift.DriftCheck;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.DriftReport.Verdict;
import io.plumbline.drift.Expectation;
import io.plumbline.drift.Finding;
import io.plumbline.drift.Rules;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.LiveSource;
import io.plumbline.synth.Artefacts;
import io.plumbline.synth.Manifest;
import io.plumbline.synth.Plugins;
import io.plumbline.testkit.live.Fault;
import io.plumbline.testkit.live.FaultProxy;
import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every question that a check of Azure asks, answered wrongly in every way, one at a time: never in
 * sync, never a deletion, and the report says which question it was and what came of it. In CI,
 * each question meets some of the ways in turn, and each way all forms of questions; {@code
 * -Dfaults.every} is for all of them.
 */
class AzureFaultsIT {
  private static final int AT_ONCE = 6;
  private static final int IN_TURN = Boolean.getBoolean("faults.every") ? 1 : 6;
  private static final Plugins PLUGINS = new Plugins(AzureFaultsIT.class.getClassLoader());
  private static final BlockingQueue<FaultProxy> PROXIES = new ArrayBlockingQueue<>(AT_ONCE);

  /** What is done to an answer, and the words of which one must stand in the report. */
  private static final Map<Fault, List<String>> FAULTS = new LinkedHashMap<>();

  static {
    FAULTS.put(new Fault.Refusal(403, "AuthorizationFailed"), List.of("AuthorizationFailed"));
    FAULTS.put(new Fault.Refusal(404, "InvalidResourceType"), List.of("InvalidResourceType"));
    FAULTS.put(new Fault.Refusal(404, "SubscriptionNotFound"), List.of("SubscriptionNotFound"));
    FAULTS.put(new Fault.TooMany(Duration.ofHours(1)), List.of("TooManyRequests"));
    FAULTS.put(new Fault.Refusal(500, "InternalServerError"), List.of("InternalServerError"));
    FAULTS.put(new Fault.Refusal(503, "ServiceUnavailable"), List.of("ServiceUnavailable"));
    FAULTS.put(new Fault.HangUp(), List.of("NoAnswer"));
    FAULTS.put(new Fault.CutOff(), List.of("NoAnswer", "Timeout"));
    FAULTS.put(new Fault.Hang(), List.of("Timeout"));
    FAULTS.put(new Fault.Truncated(), List.of("NotUnderstood"));
    FAULTS.put(new Fault.WrongContent(), List.of("NotUnderstood"));
    FAULTS.put(new Fault.EmptyBody(), List.of("NotUnderstood"));
    FAULTS.put(new Fault.EmptyAnswer(), List.of("NotUnderstood"));
  }

  /** Those that only pages can meet. */
  private static final Map<Fault, List<String>> OF_PAGES = new LinkedHashMap<>();

  static {
    OF_PAGES.put(
        new Fault.Changed("a row is left out", AzureFaultsIT::shorter), List.of("Truncated"));
    OF_PAGES.put(
        new Fault.Changed(
            "there is said to be more", body -> with(body, "resultTruncated", "true")),
        List.of("Truncated"));
    OF_PAGES.put(
        new Fault.Changed("pages go in a circle", body -> with(body, "$skipToken", "0")),
        List.of("in a circle"));
  }

  private static final Map<Fault, List<String>> OF_LISTS =
      Map.of(
          new Fault.Changed(
              "an empty page leads elsewhere",
              body -> "{\"value\":[],\"nextLink\":\"https://elsewhere.example/\"}"),
          List.of("elsewhere"));

  @TempDir static Path home;
  private static DeployedAzure deployed;
  private static List<Manifest.Entry> entries = List.of();

  @BeforeAll
  static void open() throws IOException {
    deployed = new DeployedAzure(home, DeployedAzure.everything());
    Path folder = home.resolve("artefacts");
    assertThat(deployed.run("synth", "-e", "lab", "-o", folder.toString()).exit()).isZero();
    entries = new Artefacts(folder.resolve("lab"), PLUGINS::kind).read().entries();
    for (int i = 0; i < AT_ONCE; i++) {
      PROXIES.add(FaultProxy.ofAzure(URI.create(deployed.azure().url())));
    }
  }

  @AfterAll
  static void close() {
    PROXIES.forEach(FaultProxy::close);
    deployed.close();
  }

  @TestFactory
  Stream<DynamicTest> isNeverInSync() throws InterruptedException {
    Map<String, Manifest.Entry> operations = operations();
    assertThat(operations.keySet())
        .hasSizeGreaterThan(30)
        .contains("list permissions", "list resources", "graph microsoft.network/virtualnetworks");
    Matrix matrix = new Matrix();
    int turn = 0;
    for (Map.Entry<String, Manifest.Entry> each : operations.entrySet()) {
      for (Map.Entry<Fault, List<String>> fault : FAULTS.entrySet()) {
        if (matrix.isNew(each.getKey(), fault.getKey()) || turn++ % IN_TURN == 0) {
          matrix.add(each.getKey(), each.getValue(), fault.getKey(), fault.getValue());
        }
      }
      Map<Fault, List<String>> more =
          each.getKey().startsWith("graph ")
              ? OF_PAGES
              : each.getKey().startsWith("list ") ? OF_LISTS : Map.of();
      more.forEach((fault, words) -> matrix.add(each.getKey(), each.getValue(), fault, words));
    }
    return matrix.tests();
  }

  /** What was changed of late is asked for by its id: those questions can go wrong, too. */
  @TestFactory
  Stream<DynamicTest> isNeverInSyncRightAfterADeploy() throws InterruptedException {
    deployed.azure().pass(Duration.ofDays(-1));
    Map<String, Manifest.Entry> operations = operations();
    operations.keySet().removeIf(each -> !each.startsWith("get "));
    assertThat(operations.keySet()).contains("get microsoft.network/virtualnetworks");
    List<Map.Entry<Fault, List<String>>> faults = List.copyOf(FAULTS.entrySet());
    Matrix matrix = new Matrix();
    int turn = 0;
    for (Map.Entry<String, Manifest.Entry> each : operations.entrySet()) {
      Map.Entry<Fault, List<String>> fault = faults.get(turn++ % faults.size());
      matrix.add(each.getKey(), each.getValue(), fault.getKey(), fault.getValue());
    }
    return matrix.tests();
  }

  /** Ids come in any case, and sets in any order. */
  @TestFactory
  Stream<DynamicTest> isInSyncWhateverCaseIdsComeIn() throws InterruptedException {
    Fault otherCase =
        new Fault.Changed(
            "ids in another case",
            body ->
                body.replace("/resourceGroups/", "/resourcegroups/")
                    .replace("/providers/Microsoft.Network/", "/providers/microsoft.network/"));
    List<String> operations = List.copyOf(operations().keySet());
    return entries.stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.target().stack(),
                    () -> {
                      FaultProxy proxy = PROXIES.take();
                      try {
                        operations.forEach(each -> proxy.spoil(each, otherCase));
                        DriftReport report = check(entry, proxy);
                        assertThat(report.verdict())
                            .as("%s", report.findings())
                            .isEqualTo(Verdict.IN_SYNC);
                      } finally {
                        proxy.reset();
                        PROXIES.put(proxy);
                      }
                    }));
  }

  /** Runs checks beside each other, since most of their time is waiting. */
  private static final class Matrix {
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final Map<String, DynamicTest> tests = new LinkedHashMap<>();
    private final TreeSet<String> met = new TreeSet<>();

    /** Whether no question of this form has met the fault yet. */
    boolean isNew(String operation, Fault fault) {
      return met.add(operation.split(" ", -1)[0] + " " + fault);
    }

    void add(String operation, Manifest.Entry entry, Fault fault, List<String> words) {
      String name = operation + ", " + fault;
      CompletableFuture<DriftReport> report =
          CompletableFuture.supplyAsync(() -> check(entry, operation, fault), threads);
      tests.put(name, DynamicTest.dynamicTest(name, () -> verify(name, report.join(), words)));
    }

    Stream<DynamicTest> tests() {
      threads.shutdown();
      return tests.values().stream();
    }
  }

  private static void verify(String name, DriftReport report, List<String> words) {
    assertThat(report.verdict())
        .as("%s: %s", name, report.findings())
        .isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.complete()).isFalse();
    assertThat(report.findings())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each).isInstanceOf(Finding.Undetermined.class));
    assertThat(report.findings())
        .map(each -> ((Finding.Undetermined) each).reason())
        .anySatisfy(reason -> assertThat(reason).containsAnyOf(words.toArray(String[]::new)));
  }

  /**
   * Of a policy that an account does not have, or blobs that it cannot have, an answer cut short
   * can hide nothing.
   */
  private static Manifest.Entry holder(String operation, Manifest.Entry one, Manifest.Entry more) {
    boolean hasAll = operation.endsWith("managementpolicies") || operation.endsWith("blobservices");
    return hasAll ? more : one;
  }

  /** All that a check asks when nothing is amiss, and of which stack it does. */
  private static Map<String, Manifest.Entry> operations() throws InterruptedException {
    Map<String, Manifest.Entry> operations = new TreeMap<>();
    for (Manifest.Entry entry : entries) {
      FaultProxy proxy = PROXIES.take();
      try {
        DriftReport report = check(entry, proxy);
        assertThat(report.verdict()).as("%s", report.findings()).isEqualTo(Verdict.IN_SYNC);
        proxy
            .calls()
            .forEach(each -> operations.merge(each, entry, (one, more) -> holder(each, one, more)));
      } finally {
        proxy.reset();
        PROXIES.put(proxy);
      }
    }
    return operations;
  }

  private static DriftReport check(Manifest.Entry entry, String operation, Fault fault) {
    try {
      FaultProxy proxy = PROXIES.take();
      try {
        proxy.spoil(operation, fault);
        return check(entry, proxy);
      } finally {
        proxy.reset();
        PROXIES.put(proxy);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static DriftReport check(Manifest.Entry entry, FaultProxy proxy) {
    Map<String, String> settings = new TreeMap<>(entry.target().site().settings());
    settings.put("endpoint", proxy.uri().toString());
    settings.put("timeout.read", "2");
    settings.put("timeout.call", "4");
    Site site = new Site("main", "azure", "arm", settings, null);
    Target spoilt = new Target(entry.target().environment(), entry.target().stack(), site);
    Expectation expected =
        new Expectation(
            spoilt,
            entry.graph(),
            PLUGINS.format("arm", null).dialect(),
            Map.of(),
            "artefacts",
            entry.graph());
    try (LiveSource source = PLUGINS.liveSource("azure", null).open(site)) {
      DriftCheck check = new DriftCheck(PLUGINS.provider("azure", null), source, false);
      LocalDate today = LocalDate.of(2026, 11, 26);
      return DriftReport.of("lab", List.of(check.run(expected)), Rules.none(today));
    }
  }

  private static String shorter(String body) {
    Obj page = (Obj) JsonReader.read(body);
    List<Value> rows = new ArrayList<>(((Sequence) page.get("data")).items());
    if (rows.isEmpty()) {
      return with(body, "resultTruncated", "true");
    }
    rows.remove(rows.size() - 1);
    return JsonWriter.compact(Deed.with(page, "data", Value.list(rows)));
  }

  private static String with(String body, String member, String value) {
    return JsonWriter.compact(Deed.with((Obj) JsonReader.read(body), member, Value.text(value)));
  }
}
