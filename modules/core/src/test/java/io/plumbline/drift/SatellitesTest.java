package io.plumbline.drift;

import static io.plumbline.kind.Attributes.map;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.ResourceKind.kind;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.graph.IdentityTags;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.spi.LiveSource;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A document beside the main one belongs to whom its own member names. */
class SatellitesTest {
  private static final ResourceKind BOX =
      kind("box")
          .read(Read.all("toy:ListBoxes"))
          .read("lid", Read.by("BoxId", "toy:GetLid").ownedBy("Parent"))
          .taggedBy("tags")
          .output("id", "id", "id", "BoxId")
          .attributes(map("tags"), text("colour").in(Dialect.AWS_API, "lid:Colour"))
          .build();

  private static Obj tags(String address) {
    return new Obj(IdentityTags.of("test", "fleet", address));
  }

  private static Resource box(String address) {
    return Resource.of(address, BOX, Value.object("tags", tags(address)), null);
  }

  private static Obj live(String address) {
    return Value.object("BoxId", Value.text("id-" + address), "Tags", tags(address));
  }

  private static Obj lid(String boxId) {
    return Value.object(
        "BoxId", Value.text(boxId + "/lid"),
        "Parent", Value.text(boxId),
        "Colour", Value.text("of " + boxId));
  }

  @Test
  void isFoundByTheMemberThatNamesItsOwner() {
    LiveSource source =
        new LiveSource() {
          @Override
          public Answer call(String operation, List<String> keys) {
            return new Answer(
                operation.equals("toy:GetLid")
                    ? keys.stream().map(SatellitesTest::lid).toList()
                    : List.of(live("a"), live("b")),
                Map.of(),
                1);
          }

          @Override
          public Map<String, String> constants() {
            return Map.of();
          }

          @Override
          public void close() {}
        };

    Observation seen =
        new Observer(List.of(BOX), ToyKind.API, source)
            .observe(ToyKind.TARGET, new ResourceGraph(List.of(box("a"), box("b"))), Map.of());

    assertThat(seen.found()).hasSize(2);
    seen.found()
        .forEach(
            (address, observed) ->
                assertThat(observed.resource().attributes().get("colour"))
                    .isEqualTo(Value.text("of id-" + address)));
  }
}
