package io.plumbline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.Stacks;
import io.plumbline.model.Design;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PoliciesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Design DESIGN =
      Stacks.describe(
          b -> {
            b.site().bucket("scratch", k -> k.versioned(false));
            b.site().bucket("data");
            b.site().gpuPool("spot", p -> p.spot(s -> {}));
          });

  @Test
  void reportsBreachesAtTheirLine() {
    List<Diagnostic> found = run();

    assertThat(found)
        .extracting(Diagnostic::code)
        .containsExactly("policy:buckets-are-versioned", "policy:spot-pools-keep-a-node");
    assertThat(found.get(0).isError()).isTrue();
    assertThat(found.get(0).source()).isEqualTo(DESIGN.find("scratch").source());
    assertThat(found.get(0).detail()).isEqualTo("\"scratch\": got versioned(false)");
  }

  @Test
  void leavesOutWhatAWaiverCoversToItsLastDay() {
    assertThat(run(waiver("scr*", TODAY), waiver("spot-pools-keep-a-node", "spot", TODAY)))
        .isEmpty();
  }

  @Test
  void saysThatAWaiverIsOver() {
    assertThat(run(waiver("scratch", TODAY.minusDays(1))).get(0).detail())
        .isEqualTo(
            "\"scratch\": got versioned(false); the waiver of storage was over on 2026-11-21");
  }

  @Test
  void prefersAWaiverThatHoldsToOneThatIsOver() {
    assertThat(run(waiver("scratch", TODAY.minusDays(1)), waiver("scratch", TODAY)))
        .extracting(Diagnostic::summary)
        .containsExactly(
            "spot pools keep a node when spare capacity is taken back", "waiver without a breach");
  }

  @Test
  void warnsOfAWaiverThatCoversNothing() {
    List<Diagnostic> found = run(waiver("data", TODAY));

    assertThat(found).hasSize(3);
    assertThat(found.get(2).isError()).isFalse();
    assertThat(found.get(2).summary()).isEqualTo("waiver without a breach");
  }

  private static Waiver waiver(String subject, LocalDate expires) {
    return waiver("buckets-are-versioned", subject, expires);
  }

  private static Waiver waiver(String policy, String subject, LocalDate expires) {
    return new Waiver(policy, subject, "storage", "kept for a day only", expires);
  }

  private static List<Diagnostic> run(Waiver... waivers) {
    List<Policy> policies = List.of(new BucketsAreVersioned(), new SpotPoolsKeepANode());
    Policies all = new Policies(policies, List.of(waivers), TODAY);
    Set<Waiver> used = new HashSet<>();
    List<Diagnostic> found = new ArrayList<>(all.breaches(DESIGN, Map.of(), used));
    found.addAll(all.unused(used));
    return found;
  }
}
