package io.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.graph.Band;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PendingChangesTest {
  private static ResourceGraph box(Value size, long most) {
    Value.Obj attributes = Value.object("name", Value.text("box"), "size", size);
    return new ResourceGraph(
        List.of(
            Resource.of("box", ToyKind.KIND, attributes, null)
                .withBand("size", new Band(0, most, "autoscaler"))));
  }

  @Test
  void aNumberThatIsLeftToItsOwnerIsNotPending() {
    assertThat(PendingChanges.between(ToyKind.TARGET, box(Value.NULL, 4), box(Value.whole(0), 4)))
        .isEmpty();
  }

  @Test
  void itsBandIs() {
    assertThat(PendingChanges.between(ToyKind.TARGET, box(Value.NULL, 4), box(Value.whole(0), 8)))
        .hasSize(1);
  }
}
