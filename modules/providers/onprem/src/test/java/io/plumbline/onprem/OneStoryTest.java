package io.plumbline.onprem;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.drift.DriftCheck;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.DriftReport.Verdict;
import io.plumbline.drift.Expectation;
import io.plumbline.drift.Finding;
import io.plumbline.drift.IgnoreRule;
import io.plumbline.drift.Rules;
import io.plumbline.drift.Tolerance;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Lens;
import io.plumbline.model.Target;
import io.plumbline.testkit.Describing;
import io.plumbline.testkit.live.RecordedSource;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A machine that is cut off is seen by us and by Slurm, and is one finding. */
final class OneStoryTest {
  private static final Target TARGET = new Target("test", "fleet", Describing.DATA_CENTRE);
  private static final ResourceGraph GRAPH =
      new OnPremProvider()
          .lower(
              Describing.on(Describing.DATA_CENTRE, site -> Hall.describe(site, Hall.inventory(2))),
              TARGET);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final String SECOND = "198.18.0.12";

  @Test
  void isUndeterminedAndTellsWhatSlurmSaysOfIt() {
    DriftReport report = check("NoAnswer: No route to host", "down*: Not responding", List.of());
    assertThat(report.findings()).hasSize(1);
    Finding.Undetermined only = (Finding.Undetermined) report.findings().getFirst();
    assertThat(only.subject().address()).isEqualTo("trainers/gpu-2");
    assertThat(only.follows()).containsExactly("slurm/gpu-2 state: down*: Not responding");
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void isWithinWhatTheSiteTolerates() {
    Tolerance half = new Tolerance("host", BigDecimal.valueOf(50), "cables are laid anew");
    assertThat(check("NoAnswer: No route to host", "idle*", List.of(half)).verdict())
        .isEqualTo(Verdict.IN_SYNC);
    assertThat(check("NoAnswer: No route to host", "drained: by ann", List.of(half)).verdict())
        .isEqualTo(Verdict.DRIFT);
  }

  @Test
  void isTwoFindingsWhereTheMachineIsThereAndRefusesUs() {
    DriftReport report =
        check("AccessDenied: Permission denied", "down*: Not responding", List.of());
    assertThat(report.findings()).hasSize(2);
    assertThat(report.verdict()).isEqualTo(Verdict.DRIFT);
  }

  private static DriftReport check(String host, String node, List<Tolerance> tolerances) {
    Expectation expected = new Expectation(TARGET, GRAPH, Dialect.ANSIBLE, Map.of(), "HEAD", GRAPH);
    try (RecordedSource source = new RecordedSource(recording(host, node))) {
      DriftCheck check = new DriftCheck(new OnPremProvider(), source, false);
      Rules rules = new Rules(List.<IgnoreRule>of(), tolerances, TODAY);
      return DriftReport.of("test", List.of(check.run(expected)), rules);
    }
  }

  /** All as described, but the second machine. */
  private static Value recording(String host, String node) {
    List<Value> hosts = new ArrayList<>();
    List<Value> nodes = new ArrayList<>();
    for (Resource each : GRAPH.resources()) {
      String kind = each.kind().id();
      if (kind.equals("host") && !each.address().endsWith("gpu-2")) {
        Map<String, Value> said = new LinkedHashMap<>(document(each).members());
        said.put("xids", Value.list());
        hosts.add(new Obj(said));
      } else if (kind.equals("slurm-node")) {
        Map<String, Value> said = new LinkedHashMap<>(document(each).members());
        said.put("state", Value.text(each.address().endsWith("gpu-2") ? node : "idle"));
        said.remove("controller");
        nodes.add(new Obj(said));
      }
    }
    return Value.list(
        Value.object(
            "operation", Value.text("host:Facts"),
            "key", Value.text("address"),
            "items", Value.list(hosts),
            "failures", Value.object(SECOND, Value.text(host))),
        Value.object(
            "operation", Value.text("slurm:Nodes"),
            "items",
                Value.list(
                    Value.object(
                        "controller", Value.text("198.18.0.2"), "slurmNodes", Value.list(nodes)))));
  }

  private static Obj document(Resource resource) {
    Obj resolved =
        (Obj)
            References.replace(
                resource.attributes(),
                ref -> GRAPH.get(ref.resource()).attributes().get("address"));
    return Lens.encode(resource.kind().shape(), resolved, Dialect.DATA_CENTRE).get("");
  }
}
