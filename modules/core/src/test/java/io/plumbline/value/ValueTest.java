package io.plumbline.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ValueTest {
  private static final Value BUCKET = Value.ref("checkpoints", "arn");

  @Test
  void joinsAdjacentTextsIntoOne() {
    assertThat(
            Value.join(Value.text("a"), Value.text("b"), BUCKET, Value.text(""), Value.text("/*")))
        .isEqualTo(new Value.Join(List.of(Value.text("ab"), BUCKET, Value.text("/*"))));
  }

  @Test
  void joinOfTextsAloneIsText() {
    assertThat(Value.join(Value.text("a"), Value.text("b"))).isEqualTo(Value.text("ab"));
    assertThat(Value.join()).isEqualTo(Value.text(""));
    assertThat(Value.join(Value.text(""), BUCKET)).isEqualTo(BUCKET);
  }

  @Test
  void decimalsAreEqualByAmount() {
    assertThat(new Value.Decimal(new BigDecimal("1.50")))
        .isEqualTo(new Value.Decimal(new BigDecimal("1.5")));
  }

  @Test
  void objectsAreEqualWhateverTheOrder() {
    Value one = Value.object("a", Value.whole(1), "b", Value.whole(2));
    Value other = Value.object("b", Value.whole(2), "a", Value.whole(1));
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
  }

  @Test
  void replacesReferencesWhereverTheyStand() {
    Value value =
        Value.object(
            "list", Value.list(BUCKET),
            "text", Value.join(Value.text("x "), BUCKET),
            "boot", new Value.Base64(Value.join(BUCKET, Value.text(" y"))));
    assertThat(References.replace(value, ref -> Value.text("arn:" + ref.resource())))
        .isEqualTo(
            Value.object(
                "list", Value.list(Value.text("arn:checkpoints")),
                "text", Value.text("x arn:checkpoints"),
                "boot", new Value.Base64(Value.text("arn:checkpoints y"))));
  }

  @Test
  void visitsReferencesInOrder() {
    List<String> seen = new ArrayList<>();
    References.forEach(
        Value.list(Value.ref("b", "id"), Value.join(Value.text("-"), Value.ref("a", "id"))),
        ref -> seen.add(ref.resource()));
    assertThat(seen).containsExactly("b", "a");
  }

  @Test
  void marksSurviveTextThatHoldsTheUsualMark() {
    Value hostile = Value.join(Value.text("\uE000" + "0\uE000 "), BUCKET, Value.text("\uE001"));
    Marks marks = new Marks(List.of(hostile));
    assertThat(marks.unmarked(marks.marked(hostile))).isEqualTo(hostile);
  }
}
