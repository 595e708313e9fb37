package io.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.graph.Band;
import io.plumbline.graph.Resource;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final Obj BOX =
      Value.object(
          "name", Value.text("a"), "size", Value.whole(3), "zones", Value.texts(List.of("x", "y")));

  private static String of(Resource... resources) {
    Map<String, Observed> found = new LinkedHashMap<>();
    for (Resource resource : resources) {
      found.put(resource.address(), new Observed(resource, "id-1", Map.of(), Map.of()));
    }
    return new Observation(
            found, Set.of(), Map.of(), List.of(), Map.of(), Map.of(), List.of(), List.of(), 1)
        .fingerprint();
  }

  private static Resource box(String address, Obj attributes) {
    return Resource.of(address, ToyKind.KIND, attributes, null);
  }

  @Test
  void isTheSameWhateverTheOrder() {
    Obj reordered =
        Value.object(
            "zones",
            Value.texts(List.of("y", "x")),
            "size",
            Value.whole(3),
            "name",
            Value.text("a"));
    assertThat(of(box("a", BOX), box("b", BOX))).isEqualTo(of(box("b", reordered), box("a", BOX)));
  }

  @Test
  void changesWithAnAttributeAndWithWhatIsThere() {
    Obj larger = Value.object("name", Value.text("a"), "size", Value.whole(4));
    assertThat(of(box("a", BOX))).isNotEqualTo(of(box("a", larger)));
    assertThat(of(box("a", BOX))).isNotEqualTo(of(box("a", BOX), box("b", BOX)));
  }

  @Test
  void doesNotMindWhatAnotherControllerMoves() {
    Band band = new Band(0, 9, "autoscaler");
    Obj moved = Value.object("name", Value.text("a"), "size", Value.whole(9));
    Obj still = Value.object("name", Value.text("a"), "size", Value.whole(1));
    assertThat(of(box("a", moved).withBand("size", band)))
        .isEqualTo(of(box("a", still).withBand("size", band)));
  }
}
