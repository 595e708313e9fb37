package io.plumbline.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void readsBackWhatItWrites(@ForAll("plainData") Value value) {
    assertThat(JsonReader.read(JsonWriter.compact(value))).isEqualTo(value);
    assertThat(JsonReader.read(JsonWriter.pretty(value))).isEqualTo(value);
  }

  @Test
  void writesDecimalsPlainly() {
    assertThat(JsonWriter.compact(Value.decimal(new BigDecimal("5E+2")))).isEqualTo("500");
    assertThat(JsonWriter.compact(Value.decimal(new BigDecimal("1.50")))).isEqualTo("1.5");
  }

  @Test
  void writesTwoSpacesALevel() {
    Value value = Value.object("a", Value.list(Value.whole(1), Value.object()), "b", Value.list());
    assertThat(JsonWriter.pretty(value))
        .isEqualTo("{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}");
  }

  @Test
  void escapesWhatTerminalsScriptsAndUtf8CannotCarry() {
    assertThat(JsonWriter.compact(Value.text("\u0000\u001b\u2028\ud800\"\\\n")))
        .isEqualTo("\"\\u0000\\u001b\\u2028\\ud800\\\"\\\\\\n\"");
  }

  @Test
  void refusesToWriteAReference() {
    assertThatThrownBy(() -> JsonWriter.compact(Value.ref("net/vpc", "id")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("net/vpc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,]",
        "{\"a\":1,}",
        "{\"a\":1,\"a\":2}",
        "tru",
        "1 2",
        "\"\\x\"",
        "\"\\u12\"",
        "\"open",
        "{a:1}",
        "--1",
        "nul",
        "[",
        "\"\\"
      })
  void refusesWhatIsNotJson(String text) {
    assertThatThrownBy(() -> JsonReader.read(text))
        .isInstanceOf(JsonReader.SyntaxException.class)
        .hasMessageContaining("expected");
  }

  @Test
  void refusesNestingThatWouldExhaustTheStack() {
    assertThatThrownBy(() -> JsonReader.read("[".repeat(100_000)))
        .isInstanceOf(JsonReader.SyntaxException.class);
  }

  @Provide
  Arbitrary<Value> plainData() {
    return plainData(3);
  }

  /** Of bounded depth: by chance, values without a bound grow until nobody waits for them. */
  private static Arbitrary<Value> plainData(int depth) {
    Arbitrary<Value> leaf =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(12).map(Value::text),
            Arbitraries.longs()
                .between(-999_999_999_999_999L, 999_999_999_999_999L)
                .map(Value::whole),
            Arbitraries.bigDecimals()
                .ofScale(3)
                .map(d -> d.add(new BigDecimal("0.0001")))
                .map(Value::decimal),
            Arbitraries.of(true, false).map(Value::flag),
            Arbitraries.just(Value.NULL));
    return depth == 0
        ? leaf
        : Arbitraries.oneOf(leaf, lists(plainData(depth - 1)), objects(plainData(depth - 1)));
  }

  private static Arbitrary<Value> lists(Arbitrary<Value> item) {
    return item.list().ofMaxSize(3).map((List<Value> items) -> Value.list(items));
  }

  private static Arbitrary<Value> objects(Arbitrary<Value> member) {
    return Arbitraries.maps(Arbitraries.strings().ofMaxLength(5), member)
        .ofMaxSize(3)
        .map((Map<String, Value> members) -> new Value.Obj(new LinkedHashMap<>(members)));
  }
}
