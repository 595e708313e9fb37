package io.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.spi.Arrivals;
import io.plumbline.spi.Arrivals.Awaited;
import io.plumbline.spi.Preflight;
import io.plumbline.spi.Shortage;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CapacityTextTest {
  private static final SourceLine LINE = new SourceLine("src/Fleet.java", 7);
  private static final List<Preflight> LOOKS =
      List.of(
          Preflight.enough("quota A", "1 is needed, the quota is 2", LINE),
          Preflight.unreadable("quota B", "AccessDenied: no", LINE),
          Preflight.lacking("quota C", "3 are needed, the quota is 2", "ask for more", LINE));

  @Test
  void saysWhatIsLackingAndThenWhatNobodyCouldLookAt() {
    assertThat(CapacityText.preflight(LOOKS, Display.PLAIN))
        .isEqualTo(
            """
            PLB-RUN-040 warning: the provider will not let all of this through
              src/Fleet.java:7 quota C: 3 are needed, the quota is 2
              fix: ask for more
            note: not looked at: quota B: AccessDenied: no
            """);
  }

  @Test
  void saysNothingWhereAllIsWell() {
    assertThat(CapacityText.preflight(LOOKS.subList(0, 1), Display.PLAIN)).isEmpty();
    assertThat(CapacityText.arrivals(Arrivals.ALL, "deploy", Display.PLAIN)).isEmpty();
  }

  @Test
  void writesAllThatWasLookedAtForPrograms() {
    Value.Obj written = (Value.Obj) JsonReader.read(CapacityText.json("prod", LOOKS));

    assertThat(written.get("environment")).isEqualTo(Value.text("prod"));
    assertThat(((Value.Sequence) written.get("preflight")).items())
        .hasSize(3)
        .last()
        .isEqualTo(
            Value.object(
                "outcome", Value.text("short"),
                "subject", Value.text("quota C"),
                "detail", Value.text("3 are needed, the quota is 2"),
                "fix", Value.text("ask for more"),
                "source", Value.text("src/Fleet.java:7")));
  }

  @Test
  void saysWhatCameWhatWaitsAndTheCommandThatGoesOn() {
    Arrivals arrivals =
        new Arrivals(
            List.of(new Shortage("trainers/group", 4, 1, "no sufficient capacity", LINE)),
            List.of(new Awaited("spot/group", 8, 5, 3, Duration.ofMinutes(5))),
            List.of("autoscaling:DescribeScalingActivities: AccessDenied: no"));

    assertThat(CapacityText.arrivals(arrivals, "plumbline deploy -e prod", Display.PLAIN))
        .isEqualTo(
            """
            trainers/group: got 1 of 4 nodes  at src/Fleet.java:7
              no sufficient capacity
            note: not known whether all nodes came: autoscaling:DescribeScalingActivities: AccessDenied: no
            note: spot/group: 5 of 8 nodes in service, 3 starting
            The rest of the deploy is done, and the provider goes on trying. To look again: `plumbline deploy -e prod`
            """);
  }

  @Test
  void saysHowToSeeNodesThatAreStarting() {
    Arrivals arrivals =
        new Arrivals(
            List.of(),
            List.of(new Awaited("spot/group", 2, 1, 1, Duration.ofMinutes(5))),
            List.of());

    assertThat(CapacityText.arrivals(arrivals, "plumbline deploy -e prod", Display.PLAIN))
        .isEqualTo(
            """
            note: spot/group: 1 of 2 nodes in service, 1 starting
            To look again: `plumbline deploy -e prod`
            """);
  }
}
