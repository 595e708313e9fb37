package io.plumbline.run;

import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A machine, what stands on it and what stands on that; and another machine. */
class RestingTest {
  private static final ResourceKind MACHINE =
      ResourceKind.kind("machine").output("id", "id", "Ref", "Id").attributes(text("name")).build();
  private static final ResourceKind PART =
      ResourceKind.kind("part")
          .output("id", "id", "Ref", "Id")
          .attributes(ref("on", "*", "id"))
          .build();

  private final Resource machine = Resource.of("fleet/n1", MACHINE, Value.object(), null);
  private final Resource other = Resource.of("fleet/n2", MACHINE, Value.object(), null);
  private final Resource part = on("part", machine);
  private final Resource partOfPart = on("part/of", part);
  private final ResourceGraph released =
      new ResourceGraph(List.of(partOfPart, part, machine, other));

  @Test
  void whatIsInRepairTodayIsNotExpectedAndNeitherIsWhatStandsOnIt() {
    Resting resting =
        Resting.of(
            released,
            new ResourceGraph(
                List.of(other), Map.of("fleet/n1", "in repair by racks.csv:2", "fleet/n9", "new")));
    assertThat(resting.expected().resources()).containsExactly(other);
    assertThat(resting.words()).isEqualTo(", without fleet/n1 (in repair by racks.csv:2)");
  }

  @Test
  void whatWasTakenOutOfTheDesignIsStillExpected() {
    Resting resting = Resting.of(released, new ResourceGraph(List.of(other)));
    assertThat(resting.expected()).isSameAs(released);
    assertThat(resting.words()).isEmpty();
  }

  private static Resource on(String address, Resource base) {
    return Resource.of(address, PART, Value.object("on", base.ref("id")), null);
  }
}
