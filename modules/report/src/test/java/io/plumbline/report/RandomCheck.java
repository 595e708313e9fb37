package io.plumbline.report;

import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.cost.Cost;
import io.plumbline.cost.Hourly;
import io.plumbline.cost.TargetCost;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.Diagnostic.Severity;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.drift.Author;
import io.plumbline.drift.Coverage;
import io.plumbline.drift.Coverage.Gap;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.DriftReport.Pending;
import io.plumbline.drift.Expectation;
import io.plumbline.drift.Finding;
import io.plumbline.drift.IgnoreRule;
import io.plumbline.drift.Observation;
import io.plumbline.drift.OutOfService;
import io.plumbline.drift.Part;
import io.plumbline.drift.Rules;
import io.plumbline.drift.Shard;
import io.plumbline.drift.Subject;
import io.plumbline.drift.TargetDrift;
import io.plumbline.drift.TargetName;
import io.plumbline.drift.Tolerance;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.testkit.HostileText;
import io.plumbline.value.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A check of some targets as chance has it, with rules that some findings fall under. */
final class RandomCheck {
  private static final String ENVIRONMENT = "prod";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final List<ResourceKind> KINDS =
      List.of(
          kind("box").attributes(text("name")).build(),
          kind("disk").attributes(text("name")).build());
  private static final List<String> ADDRESSES = List.of("net", "net/a", "trainers/group", "store");

  private final Random random;
  private final List<TargetDrift> targets = new ArrayList<>();
  private final Rules rules;

  RandomCheck(long seed) {
    this.random = new Random(seed);
    for (String stack : List.of("serving", "llm-training", "base")) {
      for (String site : List.of("west", "main")) {
        if (random.nextInt(3) > 0) {
          targets.add(target(stack, site));
        }
      }
    }
    this.rules =
        new Rules(some(2, this::rule), some(2, this::tolerance), some(2, this::node), TODAY);
  }

  /** The report of one check of all. */
  DriftReport whole() {
    return report(targets, null);
  }

  /** The reports of n checks of a part each. */
  List<DriftReport> shards(int n) {
    List<TargetName> all =
        targets.stream().map(each -> TargetName.of(each.expectation().target())).toList();
    return IntStream.rangeClosed(1, n)
        .mapToObj(i -> new Shard(i, n))
        .map(
            shard ->
                report(
                    targets.stream()
                        .filter(each -> shard.has(each.expectation().target()))
                        .toList(),
                    new Part(shard, all)))
        .toList();
  }

  private DriftReport report(List<TargetDrift> checked, @Nullable Part part) {
    return withAuthors(DriftReport.of(ENVIRONMENT, checked, rules, part))
        .withCosts(checked.stream().map(RandomCheck::cost).toList());
  }

  /** With who it was, of most findings. */
  private static DriftReport withAuthors(DriftReport report) {
    Map<Finding, Author> authors = new LinkedHashMap<>();
    for (Finding finding : report.findings()) {
      int number = Math.floorMod(finding.toString().hashCode(), 1_000);
      String word = HostileText.SAMPLES.get(number % HostileText.SAMPLES.size());
      switch (number % 3) {
        case 0 -> authors.put(finding, new Author.Unknown(word));
        case 1 ->
            authors.put(
                finding,
                new Author.Known(word, word, Instant.ofEpochSecond(number), word, 1 + number));
        default -> {}
      }
    }
    return report.withAuthors(authors);
  }

  private static TargetCost cost(TargetDrift drift) {
    Target target = drift.expectation().target();
    Cost cost =
        new Cost(
            List.of(
                new Cost.Priced(
                    "trainers/group",
                    "8 x p5",
                    Hourly.exactly(BigDecimal.valueOf(target.path().length() * 10L, 1)),
                    new Cost.PriceList("list", "us-east-1", TODAY)),
                new Cost.Priced("spot", "spot", Hourly.atMost(new BigDecimal("1.25")), null)),
            List.of(new Cost.Unpriced("store", "disk", "by use", 3)));
    boolean deployed = target.stack().equals("serving");
    return new TargetCost(
        target.stack(), target.site().name(), deployed ? "" : "x", deployed ? null : cost, cost);
  }

  private TargetDrift target(String stack, String site) {
    Site place = new Site(site, "toy", "terraform", Map.of(), null);
    Target target = new Target(ENVIRONMENT, stack, place);
    List<Resource> resources = new ArrayList<>();
    for (String address : ADDRESSES) {
      if (random.nextInt(4) > 0) {
        resources.add(Resource.of(address, oneKind(), Value.Obj.EMPTY, source()));
      }
    }
    ResourceGraph graph = new ResourceGraph(resources);
    List<Finding> findings = new ArrayList<>();
    resources.forEach(each -> findings.addAll(some(1, () -> finding(target, each))));
    findings.addAll(
        some(1, () -> new Finding.Unmanaged(subject(target, null, oneKind()), word(), object())));
    if (random.nextInt(8) == 0) {
      findings.add(new Finding.Undetermined(subject(target, null, oneKind()), null, word()));
    }
    return new TargetDrift(
        new Expectation(target, graph, Dialect.TERRAFORM, Map.of(), word(), graph),
        new Observation(
            Map.of(), Set.of(), Map.of(), List.of(), Map.of(), Map.of(), List.of(), List.of(), 0),
        findings,
        some(2, () -> pending(target)),
        coverage(resources.size()),
        List.of(),
        some(1, () -> stale(target)));
  }

  private Diagnostic stale(Target target) {
    return new Diagnostic(
        "PLB-BASE-001", Severity.WARNING, "baseline is stale", target + " " + word(), source(), "");
  }

  private Finding finding(Target target, Resource resource) {
    Subject subject = subject(target, resource.address(), resource.kind());
    return switch (random.nextInt(random.nextBoolean() ? 4 : 7)) {
      case 0 -> new Finding.Missing(subject, some(2, this::word));
      case 1 ->
          new Finding.Changed(
              subject, "maxSize", value(2), value(2), random.nextBoolean(), some(2, this::word));
      case 2 -> new Finding.Changed(subject, "tags/" + word(), null, value(1), false, List.of());
      case 3 -> new Finding.Duplicate(subject, word());
      default ->
          new Finding.Undetermined(
              subject,
              random.nextBoolean() ? null : "size",
              word(),
              random.nextBoolean() ? List.of(word()) : List.of());
    };
  }

  private Subject subject(Target target, @Nullable String address, ResourceKind kind) {
    return new Subject(
        target.stack(),
        target.site().name(),
        address,
        kind.id(),
        random.nextBoolean() ? word() : null,
        source());
  }

  private Pending pending(Target target) {
    return new Pending(
        target.stack(),
        target.site().name(),
        any(ADDRESSES),
        "box",
        any(List.of(Pending.Change.values())),
        random.nextBoolean() ? word() : null,
        source());
  }

  private Coverage coverage(int resources) {
    return new Coverage(
        resources,
        random.nextInt(99),
        random.nextInt(99),
        random.nextInt(99),
        0,
        random.nextInt(99),
        random.nextInt(99),
        some(3, this::gap),
        some(3, this::gap),
        some(3, this::gap));
  }

  private Gap gap() {
    return new Gap(any(ADDRESSES), any(List.of("a", "b")), any(List.of("why", "because")));
  }

  private IgnoreRule rule() {
    return new IgnoreRule(
        random.nextBoolean() ? "serving" : null,
        any(List.of("*", "net*", "trainers/*", "elsewhere")),
        any(List.of("*", "maxSize", "tags")),
        word(),
        TODAY.plusDays(random.nextInt(5) - 1L),
        source());
  }

  private OutOfService node() {
    return new OutOfService(
        word(),
        random.nextBoolean() ? "west" : null,
        random.nextBoolean() ? "serving" : null,
        random.nextBoolean() ? "trainers" : null,
        word(),
        TODAY.plusDays(random.nextInt(5) - 1L),
        source());
  }

  private Tolerance tolerance() {
    BigDecimal percent = BigDecimal.valueOf(random.nextInt(1_000), 1);
    return new Tolerance(oneKind().id(), percent, word());
  }

  private @Nullable SourceLine source() {
    SourceLine plain = new SourceLine("stacks/" + word(), 1 + random.nextInt(99));
    return switch (random.nextInt(3)) {
      case 0 -> null;
      case 1 -> plain;
      default -> new SourceLine("Fleet.java", 7, List.of(plain, new SourceLine("Base.java", 9)));
    };
  }

  /** Plain, and as JSON has it: a whole number is no decimal there. */
  private Value value(int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 6)) {
      case 0 -> Value.text(word());
      case 1 -> Value.whole(random.nextLong());
      case 2 -> Value.flag(random.nextBoolean());
      case 3 -> Value.decimal(BigDecimal.valueOf(random.nextInt(999) * 10L + 5, 3));
      case 4 -> Value.list(some(3, () -> value(depth - 1)));
      default -> object();
    };
  }

  private Value.Obj object() {
    return Value.object("a", value(0), "b " + word(), value(0));
  }

  private String word() {
    return any(HostileText.SAMPLES);
  }

  private ResourceKind oneKind() {
    return any(KINDS);
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private <T> List<T> some(int most, Supplier<T> one) {
    return IntStream.range(0, random.nextInt(most + 1)).mapToObj(i -> one.get()).toList();
  }
}
