package io.plumbline.drift;

import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.kind.Shape;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeaningTest {
  private static final Shape JSON = new Shape.Json();

  private static boolean sameJson(String one, String other) {
    return Meaning.of(JSON, JsonReader.read(one)).equals(Meaning.of(JSON, JsonReader.read(other)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1,\"b\":2} | {\"b\":2,\"a\":1}",
        "{\"Action\":\"s3:*\"} | {\"Action\":[\"s3:*\"]}",
        "[\"a\",\"b\"] | [\"b\",\"a\",\"a\"]",
        "{\"Bool\":{\"x\":true}} | {\"Bool\":{\"x\":\"true\"}}",
        "[{\"b\":[1,2]},3] | [3,{\"b\":[2,1]}]",
        "1.50 | 1.5",
      })
  void takesDocumentsThatMeanTheSameForEqual(String one, String other) {
    assertThat(sameJson(one, other)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":\"b\"} | {\"a\":\"B\"}",
        "[\"a b\"] | [\"a\",\"b\"]",
        "\"{\" | {}",
        "[] | [\"\"]",
        "{\"a\":[]} | {}",
        "null | \"null\"",
        "[\"a\"] | [\"a\",\"b\"]",
      })
  void tellsDocumentsApartThatDoNot(String one, String other) {
    assertThat(sameJson(one, other)).isFalse();
  }

  @Property
  void doesNotMindTheOrderOfASet(@ForAll List<String> items, @ForAll Random random) {
    Shape set = new Shape.SetOf(Shape.Leaf.TEXT);
    List<String> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, random);
    assertThat(Meaning.of(set, Value.texts(shuffled)))
        .isEqualTo(Meaning.of(set, Value.texts(items)));
  }

  @Property
  void mindsTheOrderOfAList(@ForAll String one, @ForAll String other) {
    Shape list = new Shape.ListOf(Shape.Leaf.TEXT);
    boolean same =
        Meaning.of(list, Value.texts(List.of(one, other)))
            .equals(Meaning.of(list, Value.texts(List.of(other, one))));
    assertThat(same).isEqualTo(one.equals(other));
  }

  @Property
  void neverTakesOneTextForAnother(@ForAll List<String> one, @ForAll List<String> other) {
    Shape list = new Shape.ListOf(Shape.Leaf.TEXT);
    boolean same = Meaning.of(list, Value.texts(one)).equals(Meaning.of(list, Value.texts(other)));
    assertThat(same).isEqualTo(one.equals(other));
  }

  @Test
  void leavesOutWhatARecordSaysByDefault() {
    Shape shape = record(text("name"), flag("encrypted").byDefault(Value.flag(false)));
    Value plain = Value.object("name", Value.text("a"));
    Value spelledOut = Value.object("name", Value.text("a"), "encrypted", Value.flag(false));
    Value other = Value.object("name", Value.text("a"), "encrypted", Value.flag(true));
    assertThat(Meaning.of(shape, plain)).isEqualTo(Meaning.of(shape, spelledOut));
    assertThat(Meaning.of(shape, plain)).isNotEqualTo(Meaning.of(shape, other));
  }

  @Test
  void comparesNumbersByAmountWhateverTheirForm() {
    assertThat(Meaning.of(Shape.Leaf.DECIMAL, Value.decimal(new BigDecimal("2.0"))))
        .isEqualTo(Meaning.of(Shape.Leaf.DECIMAL, Value.whole(2)))
        .isEqualTo(Meaning.of(Shape.Leaf.TEXT, Value.text("2")));
  }

  @Test
  void tellsNothingFromSomething() {
    assertThat(Meaning.isNothing(null)).isTrue();
    assertThat(Meaning.isNothing(Value.NULL)).isTrue();
    assertThat(Meaning.isNothing(Value.list())).isTrue();
    assertThat(Meaning.isNothing(Value.object("a", Value.list()))).isTrue();
    assertThat(Meaning.isNothing(Value.text(""))).isFalse();
    assertThat(Meaning.isNothing(Value.flag(false))).isFalse();
    assertThat(Meaning.isNothing(new Value.Unknown("denied"))).isFalse();
  }
}
