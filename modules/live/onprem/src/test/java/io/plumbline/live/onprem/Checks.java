package io.plumbline.live.onprem;

import io.plumbline.drift.DriftCheck;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.Expectation;
import io.plumbline.drift.Finding;
import io.plumbline.drift.Rules;
import io.plumbline.dsl.VmFleetBuilder;
import io.plumbline.dsl.Words;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.onprem.OnPremProvider;
import io.plumbline.testkit.Describing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Holds two virtual machines of a design against whoever answers at a site. */
final class Checks {
  static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUm ann@desk";

  private Checks() {}

  static DriftReport run(Map<String, String> settings, Consumer<VmFleetBuilder> fleet) {
    Site site = new Site("vms", "onprem", "terraform", settings, null);
    Target target = new Target("prod", "fleet", site);
    ResourceGraph graph =
        new OnPremProvider()
            .lower(
                Describing.on(
                    site,
                    s ->
                        s.vmFleet(
                            "vm",
                            f -> {
                              f.count(2).cpus(32).memory(Words.gib(256)).bootDisk(Words.gib(100));
                              f.dataDisk(Words.gib(1000)).user("deploy", KEY);
                              fleet.accept(f);
                            })),
                target);
    Expectation expected =
        new Expectation(target, graph, Dialect.TERRAFORM, Map.of(), "HEAD", graph);
    try (OnPremLiveSource source = new OnPremLiveSource(site)) {
      DriftCheck check = new DriftCheck(new OnPremProvider(), source, false);
      return DriftReport.of(
          "prod", List.of(check.run(expected)), Rules.none(LocalDate.of(2026, 11, 26)));
    }
  }

  /** Each finding in a line. */
  static List<String> lines(DriftReport report) {
    return report.findings().stream().map(Checks::line).sorted().toList();
  }

  private static String line(Finding finding) {
    String at = " " + finding.subject().address();
    return switch (finding) {
      case Finding.Missing f -> "missing" + at;
      case Finding.Changed f -> "changed" + at + " " + f.attribute();
      case Finding.Unmanaged f -> "unmanaged" + at;
      case Finding.Duplicate f -> "duplicate" + at;
      case Finding.Undetermined f -> "undetermined" + at + ": " + f.reason();
    };
  }
}
