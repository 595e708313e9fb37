package io.plumbline.run;

import static io.plumbline.kind.Attributes.map;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.graph.Band;
import io.plumbline.graph.GraphJson;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SaidOnceTest {
  private static final Dialect WHOLE = Dialect.like(Dialect.CLOUDFORMATION, "sends-all");

  private static final ResourceKind KIND =
      ResourceKind.kind("group")
          .type("fake_group", "Fake::Group")
          .read(Read.all("fake:List"))
          .namedBy("name")
          .unsaidWhereMoved(Dialect.CLOUDFORMATION)
          .unsaidOnceMade(WHOLE)
          .output("id", "id", "Ref", "Name")
          .attributes(
              text("name"),
              whole("max"),
              whole("size"),
              set("types", Shape.Leaf.TEXT),
              map("labels"),
              text("role"))
          .build();

  private static ResourceGraph group(int max) {
    return new ResourceGraph(
        List.of(
            Resource.of(
                    "pool",
                    KIND,
                    Value.object(
                        "name", Value.text("pool"),
                        "max", Value.whole(max),
                        "types", Value.texts(List.of("p5.48xlarge")),
                        "labels", Value.Obj.EMPTY,
                        "role", Value.ref("node", "arn"),
                        "size", Value.whole(1)),
                    null)
                .withBand("size", new Band(1, 4, "autoscaler"))));
  }

  private static boolean says(ResourceGraph graph) {
    return graph.get("pool").attributes().has("size");
  }

  private static ResourceGraph after(ResourceGraph released, ResourceGraph wanted) {
    return SaidOnce.of(wanted, released, true, Dialect.CLOUDFORMATION);
  }

  @Test
  void saysTheNumberWhenAGroupIsMadeAndAsLongAsNothingChanges() {
    ResourceGraph made = after(ResourceGraph.EMPTY, group(4));

    assertThat(says(made)).isTrue();
    assertThat(says(after(made, group(4)))).isTrue();
    ResourceGraph recorded = GraphJson.read(GraphJson.write(made), kind -> KIND);
    assertThat(says(after(recorded, group(4)))).isTrue();
  }

  @Test
  void saysItNeverAgainFromTheFirstChangeOn() {
    ResourceGraph changed = after(group(4), group(8));

    assertThat(says(changed)).isFalse();
    assertThat(says(after(changed, group(8)))).isFalse();
    assertThat(says(after(changed, group(9)))).isFalse();
  }

  @Test
  void saysItWhereTheReleaseThatWasToMakeTheGroupDidNotEndWell() {
    assertThat(says(SaidOnce.of(group(8), group(4), false, Dialect.CLOUDFORMATION))).isTrue();
  }

  @Test
  void saysItNeverAgainWhereTheEngineSendsAllOfAThingEachTime() {
    assertThat(says(SaidOnce.of(group(4), ResourceGraph.EMPTY, true, WHOLE))).isTrue();
    assertThat(says(SaidOnce.of(group(4), group(4), true, WHOLE))).isFalse();
    assertThat(says(SaidOnce.of(group(4), group(4), false, WHOLE))).isTrue();
  }

  @Test
  void leavesOtherDialectsToTheirOwnWords() {
    assertThat(says(SaidOnce.of(group(8), group(4), true, Dialect.TERRAFORM))).isTrue();
  }
}
