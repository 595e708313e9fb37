package io.plumbline.drift;

import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.ResourceKind.kind;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.spi.LiveSource;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands beside ours under a name that several share. */
class SiblingsTest {
  private static final String DESIGNS_OWN = "known of the design alone";

  private static final ResourceKind SIGN =
      kind("sign")
          .read(Read.all("toy:ListSigns"))
          .keyedBy("name", "label")
          .within("shared")
          .beside("alongside", "label")
          .output("id", "id", "id", "Label")
          .output("shared", "id", "id", "Shared")
          .attributes(
              text("name"),
              text("label"),
              ref("shared", "sign", "shared").filledIn("read alone"),
              designsOwn(set("alongside", Shape.Leaf.TEXT)))
          .build();

  private static Attribute designsOwn(Attribute attribute) {
    Attribute unspelled = attribute;
    for (Dialect dialect : List.of(Dialect.TERRAFORM, Dialect.CLOUDFORMATION, Dialect.AWS_API)) {
      unspelled = unspelled.notIn(dialect, DESIGNS_OWN);
    }
    return unspelled;
  }

  private static final ResourceGraph OURS =
      new ResourceGraph(
          List.of(
              Resource.of(
                  "east",
                  SIGN,
                  Value.object(
                      "name", Value.text("api"),
                      "label", Value.text("east"),
                      "alongside", Value.texts(List.of("east", "west"))),
                  null)));

  @Test
  void isUnmanagedWhereNobodySaysThatItMayBeThere() {
    assertThat(unmanaged(live("api", "east"), live("api", "rogue"))).containsExactly("rogue");
  }

  @Test
  void isSomebodyElsesWhereTheDesignNamesIt() {
    assertThat(unmanaged(live("api", "east"), live("api", "west"))).isEmpty();
  }

  @Test
  void isSomebodyElsesUnderAnotherName() {
    assertThat(unmanaged(live("api", "east"), live("www", "rogue"))).isEmpty();
  }

  @Test
  void isNotComparedAsASettingOfOurs() {
    Observation seen = observe(live("api", "east"));
    Expectation expected =
        new Expectation(ToyKind.TARGET, OURS, Dialect.TERRAFORM, Map.of(), "HEAD", OURS);
    Findings findings = new Findings(expected, seen, ToyKind.API, true, Baseline.NONE, false);

    assertThat(findings.all()).isEmpty();
    assertThat(findings.coverage().attributes()).isEqualTo(2);
    assertThat(findings.coverage().compared()).isEqualTo(2);
  }

  private static List<String> unmanaged(Obj... rows) {
    return observe(rows).strays().stream()
        .filter(stray -> stray.unmanaged() != null)
        .map(Stray::liveId)
        .toList();
  }

  private static Obj live(String name, String label) {
    return Value.object(
        "Name", Value.text(name), "Label", Value.text(label), "Shared", Value.text(name));
  }

  private static Observation observe(Obj... rows) {
    LiveSource source =
        new LiveSource() {
          @Override
          public Answer call(String operation, List<String> keys) {
            return new Answer(List.of(rows), Map.of(), 1);
          }

          @Override
          public Map<String, String> constants() {
            return Map.of();
          }

          @Override
          public void close() {}
        };
    return new Observer(List.of(SIGN), ToyKind.API, source).observe(ToyKind.TARGET, OURS, Map.of());
  }
}
