package io.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.drift.Baseline.Entry;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BaselineUpdateTest {
  private static Entry entry(String stack, String address, String path, Value value) {
    return new Entry(stack, "main", address, "box", path, value, null);
  }

  private static Entry entry(String address, String path, Value value) {
    return entry(ToyKind.TARGET.stack(), address, path, value);
  }

  private static Baseline before(Entry... entries) {
    return new Baseline("baseline.yaml", List.of(entries));
  }

  private static TargetDrift read(Map<String, String> undetermined, Entry... kept) {
    ResourceGraph none = ResourceGraph.EMPTY;
    return new TargetDrift(
        new Expectation(ToyKind.TARGET, none, Dialect.TERRAFORM, Map.of(), "HEAD", none),
        new Observation(
            Map.of(),
            Set.of(),
            undetermined,
            List.of(),
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            0),
        List.of(),
        List.of(),
        Coverage.NONE,
        List.of(kept),
        List.of());
  }

  private static List<String> changes(BaselineUpdate update) {
    return update.changes().stream()
        .map(each -> each.how() + " " + each.entry().address() + " " + each.entry().path())
        .toList();
  }

  @Test
  void keepsAllThatWasSaidOfATargetThatCouldNotBeRead() {
    TargetDrift unread = TargetDrift.unread(ToyKind.TARGET, Dialect.TERRAFORM, "throttled");
    BaselineUpdate update =
        BaselineUpdate.of(before(entry("a", "x", Value.whole(1))), List.of(unread), List.of());
    assertThat(update.changes()).isEmpty();
    assertThat(update.unread()).containsExactly("fleet main");
  }

  @Test
  void saysWhatItAddsChangesAndRemoves() {
    BaselineUpdate update =
        BaselineUpdate.of(
            before(
                entry("a", "gone", Value.flag(true)),
                entry("a", "other", Value.whole(1)),
                entry("a", "same", Value.NULL)),
            List.of(
                read(
                    Map.of(),
                    entry("a", "same", Value.NULL),
                    entry("a", "other", Value.whole(2)),
                    entry("a", "fresh", Value.text("x")))),
            List.of());
    assertThat(changes(update))
        .containsExactly("ADDED a fresh", "REMOVED a gone", "CHANGED a other");
    assertThat(update.baseline().entries())
        .extracting(Entry::path)
        .containsExactly("fresh", "other", "same");
    assertThat(update.unread()).isEmpty();
  }

  @Test
  void leavesOtherStacksAlone() {
    Baseline before =
        before(entry("other", "a", "x", Value.whole(1)), entry("fleet", "a", "x", Value.whole(1)));
    BaselineUpdate update = BaselineUpdate.of(before, List.of(), List.of("fleet"));
    assertThat(update.baseline().entries()).extracting(Entry::stack).containsExactly("other");
    assertThat(BaselineUpdate.of(before, List.of(), List.of()).baseline().isEmpty()).isTrue();
  }

  @Test
  void goesOnSayingWhatCouldNotBeRead() {
    Entry setting = entry("a", "x", Value.whole(1));
    Entry thing = entry("b", "x", Value.whole(2));
    BaselineUpdate update =
        BaselineUpdate.of(
            before(setting, thing),
            List.of(
                read(
                    Map.of("b", "denied"),
                    entry("a", "x", new Value.Unknown("denied")),
                    entry("a", "y", new Value.Unknown("denied")))),
            List.of());
    assertThat(update.baseline().entries()).containsExactly(setting, thing);
    assertThat(update.changes()).isEmpty();
    assertThat(update.unread()).containsExactly("fleet main a", "fleet main b");
  }
}
