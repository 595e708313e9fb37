package io.plumbline.e2e.format;

import io.plumbline.cost.Cost;
import io.plumbline.cost.Hourly;
import io.plumbline.cost.TargetCost;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.drift.Author;
import io.plumbline.drift.CheckedTarget;
import io.plumbline.drift.Coverage;
import io.plumbline.drift.Coverage.Gap;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.DriftReport.Pending;
import io.plumbline.drift.Finding;
import io.plumbline.drift.Judgement;
import io.plumbline.drift.OutOfService;
import io.plumbline.drift.OutOfServiceUse;
import io.plumbline.drift.Subject;
import io.plumbline.testkit.HostileText;
import io.plumbline.value.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A report with every type of finding, in which live values are what an attacker would have them
 * be.
 */
final class HostileReport {
  /** What must arrive as text. */
  static final String MARKUP =
      "</script></td></pre><script>document.title='taken'</script><img src=x onerror=alert(1)>"
          + " | ** `x` [link](http://evil.example) @everyone ::error::x %0A @findings@";

  private static final SourceLine LINE =
      new SourceLine(
          "stacks/src/main/java/com/example/My Fleet.java",
          41,
          List.of(
              new SourceLine("stacks/src/main/java/com/example/Block.java", 7),
              new SourceLine("stacks/src/main/java/com/example/Stack.java", 12)));

  private static final Judgement ONE_NODE_OUT =
      new Judgement(
          List.of(),
          List.of(),
          List.of(
              new OutOfServiceUse(
                  new OutOfService(
                      MARKUP, "main", null, "trainers", MARKUP, LocalDate.of(2027, 1, 31), LINE),
                  false,
                  1,
                  true,
                  List.of(MARKUP),
                  true)));

  private HostileReport() {}

  static DriftReport drift() {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        new Finding.Missing(
            new Subject("fleet", "main", "net", "vpc", null, LINE), List.of("net/a", MARKUP)));
    findings.add(changed("maxSize", Value.whole(8), Value.whole(16)));
    findings.add(changed("tags/owner", Value.text("ml"), Value.text(MARKUP)));
    for (String sample : HostileText.SAMPLES) {
      findings.add(
          changed("userData", Value.text("#!/bin/sh\n"), Value.text(sample + "\n" + sample)));
      findings.add(
          new Finding.Unmanaged(
              new Subject("fleet", "main", null, "instance", "i-" + sample, null),
              sample,
              Value.object("type", Value.text(sample))));
    }
    findings.add(new Finding.Duplicate(subject("net", "vpc"), "vpc-1"));
    findings.add(new Finding.Undetermined(subject("bucket", "bucket"), "versioning", MARKUP));
    Map<Finding, Author> authors = new LinkedHashMap<>();
    for (Finding finding : findings) {
      authors.put(finding, author(authors.size()));
    }
    return report(findings, false).withAuthors(authors);
  }

  private static Author author(int number) {
    String sample = HostileText.SAMPLES.get(number % HostileText.SAMPLES.size());
    return switch (number % 3) {
      case 0 -> new Author.Unknown(MARKUP);
      case 1 -> new Author.Known(MARKUP, MARKUP, Instant.EPOCH, MARKUP, 3);
      default -> new Author.Known(sample, sample, Instant.EPOCH, sample, 1);
    };
  }

  static DriftReport inSync() {
    return report(List.of(), true);
  }

  private static DriftReport report(List<Finding> findings, boolean complete) {
    CheckedTarget target =
        new CheckedTarget(
            "fleet",
            "main",
            "terraform",
            "release of 2026-11-22T10:00:00Z, commit abc",
            List.of(
                item("net", "vpc"),
                item("net/a", "subnet"),
                item("trainers/group", "auto-scaling-group"),
                item("bucket", "bucket")));
    Cost cost =
        new Cost(
            List.of(
                new Cost.Priced(
                    "trainers/group",
                    "8 x p5.48xlarge, on demand",
                    Hourly.exactly(new BigDecimal("440.32")),
                    null)),
            List.of());
    return new DriftReport(
            "prod",
            findings,
            complete,
            findings.isEmpty()
                ? List.of()
                : List.of(
                    new Diagnostic(
                        "PLB-DRF-001",
                        Diagnostic.Severity.ERROR,
                        "ignore rule has expired",
                        MARKUP,
                        new SourceLine("environments/prod.yaml", 9),
                        "remove it, or give it another date")),
            List.of(
                new Pending(
                    "fleet",
                    "main",
                    "trainers/group",
                    "x",
                    Pending.Change.CHANGED,
                    "maxSize",
                    LINE)),
            List.of(target),
            new Coverage(
                4,
                310,
                300,
                10,
                0,
                3,
                41,
                List.of(new Gap("trainers", "secret", "write-only")),
                List.of(),
                List.of(new Gap("vpc", "flow logs", "not read"))),
            List.of(),
            findings.isEmpty() ? Judgement.NONE : ONE_NODE_OUT,
            null)
        .withCosts(List.of(new TargetCost("fleet", "main", "us-east-1", cost, cost)));
  }

  private static CheckedTarget.Item item(String address, String kind) {
    return new CheckedTarget.Item(
        address, kind, LINE, address.startsWith("trainers") ? List.of("net") : List.of());
  }

  private static Finding changed(String attribute, Value desired, Value observed) {
    return new Finding.Changed(
        subject("trainers/group", "auto-scaling-group"),
        attribute,
        desired,
        observed,
        true,
        List.of());
  }

  private static Subject subject(String address, String kind) {
    return new Subject("fleet", "main", address, kind, "live-" + address, LINE);
  }
}
