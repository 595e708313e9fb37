package io.plumbline.drift;

import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.ResourceKind.kind;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.drift.DriftReport.Verdict;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Members;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExcusesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final ResourceKind POOL =
      kind("pool")
          .read(Read.all("toy:ListPools"))
          .members(new Members("Nodes", "Id", "State", List.of("Resting"), List.of("size")))
          .attributes(text("name"), whole("size"))
          .build();
  private static final Subject GROUP = group("fleet", "main");

  private static Subject group(String stack, String site) {
    return new Subject(stack, site, "trainers/group", "pool", "p-1", null);
  }

  private static OutOfService out(String node, @Nullable String pool, LocalDate until) {
    return new OutOfService(node, null, null, pool, "Xid 79", until, null);
  }

  private static OutOfService out(String node) {
    return out(node, null, TODAY);
  }

  private static Obj node(String id, String state) {
    return Value.object("Id", Value.text(id), "State", Value.text(state));
  }

  private static Finding size(int wanted, int there) {
    return new Finding.Changed(
        GROUP, "size", Value.whole(wanted), Value.whole(there), false, List.of());
  }

  private static Finding old(String... nodes) {
    List<Value> things =
        List.of(nodes).stream().map(id -> (Value) Value.object("id", Value.text(id))).toList();
    return new Finding.Changed(
        GROUP, "nodes/version", Value.whole(2), Value.list(things), true, List.of());
  }

  private static Finding stray(String node) {
    return new Finding.Unmanaged(
        new Subject("fleet", "main", null, "node", node, null), "stands in net", Obj.EMPTY);
  }

  private static DriftReport report(
      List<OutOfService> out, List<Value> listed, Finding... findings) {
    return report(out, check(ToyKind.TARGET, listed, findings));
  }

  private static DriftReport report(List<OutOfService> out, TargetDrift... checked) {
    return DriftReport.of("test", List.of(checked), new Rules(List.of(), List.of(), out, TODAY));
  }

  /** A pool of two, one short, of another stack or site. */
  private static TargetDrift shortPool(String stack, String site, Value... listed) {
    Target target = new Target("test", stack, new Site(site, "toy", "terraform", Map.of(), null));
    return check(target, List.of(listed), shortOf(stack, site));
  }

  private static Finding shortOf(String stack, String site) {
    return new Finding.Changed(
        group(stack, site), "size", Value.whole(2), Value.whole(1), false, List.of());
  }

  /** A check of a pool that lists these nodes, and of which `old` are made. */
  private static TargetDrift check(Target target, List<Value> listed, Finding... findings) {
    Resource group = Resource.of("trainers/group", POOL, Obj.EMPTY, null);
    ResourceGraph graph = new ResourceGraph(List.of(group));
    Map<String, Value> documents = Map.of("", Value.object("Nodes", Value.list(listed)));
    Observation seen =
        new Observation(
            Map.of("trainers/group", new Observed(group, "p-1", Map.of(), documents)),
            Set.of(),
            Map.of(),
            List.of(),
            Map.of(
                "trainers/group",
                List.of(new Made(POOL, "i-1", Obj.EMPTY), new Made(POOL, "i-2", Obj.EMPTY))),
            Map.of(),
            List.of(),
            List.of(),
            0);
    Expectation expected =
        new Expectation(target, graph, Dialect.TERRAFORM, Map.of(), "release", graph);
    return new TargetDrift(
        expected, seen, List.of(findings), List.of(), Coverage.NONE, List.of(), List.of());
  }

  private static List<String> codes(DriftReport report) {
    return report.diagnostics().stream().map(Diagnostic::code).toList();
  }

  @Test
  void leavesOutTheNodeThatNoPoolHasAnyMore() {
    DriftReport report = report(List.of(out("i-1")), List.of(), stray("i-1"), stray("i-3"));
    assertThat(report.findings()).containsExactly(stray("i-3"));
    assertThat(report.judgement().outOfService()).isEqualTo(1);
    assertThat(report.coverage().ignored()).isZero();
  }

  @Test
  void leavesOutItsPartInWhatIsAmissWithSeveral() {
    assertThat(report(List.of(out("i-1")), List.of(), old("i-1", "i-2")).findings())
        .containsExactly(old("i-2"));
    assertThat(report(List.of(out("i-1")), List.of(), old("i-1")).verdict())
        .isEqualTo(Verdict.IN_SYNC);
    assertThat(report(List.of(out("i-1")), List.of(), old("i-2")).findings())
        .containsExactly(old("i-2"));
  }

  @Test
  void explainsAPoolThatIsShortByTheNodeThatRests() {
    List<Value> nodes = List.of(node("i-1", "Resting"), node("i-2", "Working"));
    DriftReport report = report(List.of(out("i-1")), nodes, size(2, 1));
    assertThat(report.findings()).isEmpty();
    assertThat(report.diagnostics()).isEmpty();
  }

  @Test
  void explainsNoneThatIsShortOfMoreNodesOrHasTooMany() {
    List<Value> nodes = List.of(node("i-1", "Resting"));
    assertThat(report(List.of(out("i-1")), nodes, size(3, 1)).findings())
        .containsExactly(size(3, 1));
    assertThat(report(List.of(out("i-1")), nodes, size(1, 2)).findings())
        .containsExactly(size(1, 2));
  }

  @Test
  void explainsNothingByANodeThatStillWorksInItsPool() {
    List<Value> nodes = List.of(node("i-1", "Working"));
    DriftReport report = report(List.of(out("i-1", "trainers", TODAY)), nodes, size(2, 1));
    assertThat(report.findings()).containsExactly(size(2, 1));
    assertThat(codes(report)).containsExactly("PLB-DRF-004");
  }

  @Test
  void explainsByANodeThatIsGoneOnlyWhereItsPoolIsNamed() {
    assertThat(report(List.of(out("i-9", "trainers", TODAY)), List.of(), size(2, 1)).verdict())
        .isEqualTo(Verdict.IN_SYNC);
    assertThat(report(List.of(out("i-9", "spot", TODAY)), List.of(), size(2, 1)).findings())
        .hasSize(1);
    assertThat(report(List.of(out("i-9")), List.of(), size(2, 1)).findings()).hasSize(1);
  }

  @Test
  void explainsNoPoolButTheOneThatListsTheNode() {
    DriftReport report =
        report(
            List.of(out("i-1", "trainers", TODAY)),
            shortPool("training", "us", node("i-1", "Resting")),
            shortPool("training", "eu"),
            shortPool("serving", "us"));
    assertThat(report.findings())
        .containsExactly(shortOf("training", "eu"), shortOf("serving", "us"));
    assertThat(report.diagnostics()).isEmpty();
  }

  @Test
  void explainsNoneOfSeveralPoolsThatItMayBeMissingFrom() {
    OutOfService gone = out("i-9", "trainers", TODAY);
    TargetDrift us = shortPool("training", "us");
    TargetDrift eu = shortPool("training", "eu");
    DriftReport report = report(List.of(gone), us, eu);
    assertThat(report.findings()).hasSize(2);
    assertThat(report.diagnostics())
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.toString())
                    .contains("PLB-DRF-005", "trainers/group, training on eu; or of", "its site"));
    OutOfService there = new OutOfService("i-9", "eu", null, "trainers", "Xid 79", TODAY, null);
    assertThat(report(List.of(there), us, eu).findings())
        .containsExactly(shortOf("training", "us"));
    OutOfService of = new OutOfService("i-9", null, "serving", "trainers", "Xid 79", TODAY, null);
    assertThat(report(List.of(of), us, shortPool("serving", "us")).findings())
        .containsExactly(shortOf("training", "us"));
  }

  /** Each part sees one pool alone, and takes its count for explained. */
  @Test
  void isDriftWhereTwoPartsOfACheckHaveExplainedAPoolEachByTheSameNode() {
    List<OutOfService> gone = List.of(out("i-9", "trainers", TODAY));
    DriftReport us = report(gone, shortPool("training", "us"));
    DriftReport eu = report(gone, shortPool("training", "eu"));
    assertThat(List.of(us.verdict(), eu.verdict())).containsOnly(Verdict.IN_SYNC);
    DriftReport both =
        DriftMerge.of(List.of(new DriftMerge.Given("us", us), new DriftMerge.Given("eu", eu)));
    assertThat(codes(both)).containsExactly("PLB-DRF-005");
    assertThat(both.verdict()).isEqualTo(Verdict.DRIFT);
  }

  @Test
  void excusesNothingAfterTheLastDayAndSaysSo() {
    OutOfService late = out("i-1", "trainers", TODAY.minusDays(1));
    DriftReport report = report(List.of(late), List.of(), size(2, 1), stray("i-1"), old("i-1"));
    assertThat(report.findings()).hasSize(3);
    assertThat(codes(report)).containsExactly("PLB-DRF-003");
    assertThat(report(List.of(late), List.of()).verdict()).isEqualTo(Verdict.DRIFT);
    assertThat(report.judgement().outOfService()).isZero();
  }

  @Test
  void warnsOfANodeOfWhichNothingIsKnown() {
    DriftReport report = report(List.of(out("i-7")), List.of());
    assertThat(codes(report)).containsExactly("PLB-DRF-004");
    assertThat(report.verdict()).isEqualTo(Verdict.IN_SYNC);
    assertThat(codes(report(List.of(out("i-7")), List.of(node("i-7", "Resting"))))).isEmpty();
  }
}
