package io.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spi.Arrivals;
import io.plumbline.spi.Arrivals.Awaited;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityTest {
  private final Deque<Arrivals> answers = new ArrayDeque<>();
  private int pauses;

  private static Arrivals awaiting(long starting) {
    return new Arrivals(
        List.of(),
        List.of(new Awaited("pool/group", 4, 0, starting, Duration.ofMinutes(5))),
        List.of());
  }

  private Arrivals settled() {
    return Capacity.settled(
        () -> answers.size() > 1 ? answers.remove() : answers.element(),
        seen -> {
          pauses++;
          return true;
        });
  }

  @Test
  void waitsUntilNothingIsAwaited() {
    answers.addAll(List.of(awaiting(0), awaiting(4), awaiting(4), Arrivals.ALL));
    assertThat(settled()).isEqualTo(Arrivals.ALL);
    assertThat(pauses).isEqualTo(3);
  }

  @Test
  void waitsAMinuteForNodesOfWhichNothingIsKnown() {
    answers.add(awaiting(0));
    assertThat(settled()).isEqualTo(awaiting(0));
    assertThat(pauses).isEqualTo(12);
  }

  @Test
  void waitsForNodesThatAreStartingAsLongAsTheirGroupDoes() {
    answers.add(awaiting(1));
    settled();
    assertThat(pauses).isEqualTo(60);
  }
}
