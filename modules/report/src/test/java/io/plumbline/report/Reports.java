package io.plumbline.report;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.drift.CheckedTarget;
import io.plumbline.drift.Coverage;
import io.plumbline.drift.Coverage.Gap;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.DriftReport.Pending;
import io.plumbline.drift.Finding;
import io.plumbline.drift.Subject;
import io.plumbline.value.Value;
import java.util.List;

/** Reports to render. */
final class Reports {
  static final SourceLine LINE = new SourceLine("stacks/src/main/java/com/example/Fleet.java", 41);

  private Reports() {}

  static DriftReport inSync() {
    return new DriftReport(
        "sandbox",
        List.of(),
        true,
        List.of(),
        List.of(),
        List.of(target("HEAD")),
        new Coverage(24, 310, 310, 0, 0, 3, 41, List.of(), List.of(), List.of()));
  }

  static DriftReport undetermined() {
    return new DriftReport(
        "sandbox",
        List.of(
            new Finding.Undetermined(
                subject("role", "iam-role"), null, "iam:GetRole: AccessDenied\u001b[2J")),
        false,
        List.of(),
        List.of(),
        List.of(),
        Coverage.NONE);
  }

  /** Every type of finding, every form of value. */
  static DriftReport everything() {
    return new DriftReport(
            "prod",
            List.of(
                new Finding.Missing(
                    new Subject("fleet", "main", "net", "vpc", null, LINE), List.of("net/a")),
                changed("maxSize", Value.whole(8), Value.whole(16)),
                changed("tags/team", Value.text("ml"), null),
                changed(
                    "userData",
                    new Value.Base64(Value.text("#!/bin/sh\na\nb\nc\n")),
                    Value.text("#!/bin/sh\na\nB\nc\n")),
                changed(
                    "subnets",
                    Value.list(Value.ref("net/a", "id"), new Value.Unknown("denied")),
                    Value.list(Value.decimal(new java.math.BigDecimal("1.5")), Value.flag(true))),
                new Finding.Unmanaged(
                    new Subject("fleet", "main", null, "auto-scaling-group", "other", null),
                    "stands in our VPC",
                    Value.object("maxSize", Value.whole(4))),
                new Finding.Duplicate(subject("net", "vpc"), "vpc-1"),
                new Finding.Undetermined(
                    subject("bucket", "bucket"), "versioning", "AccessDenied")),
            false,
            List.of(
                new Diagnostic(
                    "PLB-DRF-001",
                    Diagnostic.Severity.ERROR,
                    "ignore rule has expired",
                    "it held until 2026-01-01",
                    null,
                    "remove it")),
            List.of(
                new Pending(
                    "fleet", "main", "trainers", "x", Pending.Change.CHANGED, "maxSize", LINE),
                new Pending("fleet", "main", "old", "x", Pending.Change.REMOVED, null, null)),
            List.of(target("release of 2026-11-22T10:00:00Z, commit abc")),
            new Coverage(
                24,
                310,
                300,
                10,
                0,
                3,
                41,
                List.of(new Gap("trainers", "secret", "write-only")),
                List.of(new Gap("trainers", "a/b", "not covered yet")),
                List.of(new Gap("vpc", "flow logs", "not read"))))
        .withCosts(CostTest.costs().get(3));
  }

  private static Finding changed(String attribute, Value desired, Value observed) {
    return new Finding.Changed(
        subject("trainers", "auto-scaling-group"),
        attribute,
        desired,
        observed,
        true,
        List.of("x"));
  }

  private static Subject subject(String address, String kind) {
    return new Subject("fleet", "main", address, kind, "live-" + address, LINE);
  }

  private static CheckedTarget target(String against) {
    return new CheckedTarget(
        "fleet",
        "main",
        "terraform",
        against,
        List.of(
            item("net", "vpc"), item("trainers", "auto-scaling-group"), item("bucket", "bucket")));
  }

  private static CheckedTarget.Item item(String address, String kind) {
    return new CheckedTarget.Item(address, kind, LINE, List.of());
  }
}
