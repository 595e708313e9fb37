package io.plumbline.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.value.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {

  @Test
  void writesBlocks() {
    Value value =
        Value.object(
            "Resources",
            Value.object(
                "Network",
                Value.object(
                    "Type", Value.text("AWS::EC2::VPC"),
                    "Empty", Value.Obj.EMPTY,
                    "None", Value.list(),
                    "Nested",
                        Value.list(Value.list(Value.whole(1), Value.whole(2)), Value.text("no")),
                    "Tags",
                        Value.list(
                            Value.object(
                                "Key", Value.text("plumbline:id"), "Value", Value.text("012"))),
                    "Script", Value.text("#!/bin/sh\n\n  echo 'hi'\n"),
                    "Price", Value.decimal(new BigDecimal("5E+2")))));

    assertThat(YamlWriter.write(value))
        .isEqualTo(
            """
            Resources:
              Network:
                Type: AWS::EC2::VPC
                Empty: {}
                None: []
                Nested:
                  - - 1
                    - 2
                  - "no"
                Tags:
                  - Key: plumbline:id
                    Value: "012"
                Script: |
                  #!/bin/sh

                    echo 'hi'
                Price: 500
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "No",
        "012",
        "1e3",
        "0x1f",
        "1_000",
        "12:30:45",
        "2012-10-17",
        "~",
        "",
        " a",
        "a ",
        "a: b",
        "a #b",
        "-",
        "- a",
        "? a",
        "*a",
        "&a",
        "!a",
        "%a",
        "@a",
        "`a",
        "=",
        "<<",
        "[a",
        "{a",
        "'a",
        "\"a",
        "\\",
        ".5",
        "+1",
        "null",
        "TRUE",
        "a:",
        ".inf",
        "\t",
        "\u0085",
        "\u2028",
        "\ufeff",
        "a\r\nb",
        "y",
        "0o7",
        "\uD83D\uDE00",
        "\uD800"
      })
  void quotesWhatCouldBeReadAsSomethingElse(String text) {
    assertThat(YamlWriter.write(Value.text(text))).startsWith("\"").endsWith("\"\n");
    assertThat(YamlDocument.read(YamlWriter.write(Value.text(text)), "t").value())
        .isEqualTo(Value.text(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\nb", "a\nb\n", "a\nb\n\n\n", "a\n\n  b", "a\n\tb\n", "a\n---\n...\n#b"})
  void writesLinesAsABlockWhereThatIsExact(String text) {
    assertThat(YamlWriter.write(Value.object("a", Value.text(text)))).startsWith("a: |");
    assertThat(YamlDocument.read(YamlWriter.write(Value.text(text)), "t").value())
        .isEqualTo(Value.text(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\na", " a\nb", "a\n  ", "a\n \nb", "a\n\u0007b", "\n", "a\n\t\n"})
  void quotesLinesThatABlockWouldChange(String text) {
    assertThat(YamlWriter.write(Value.text(text))).startsWith("\"");
  }

  @Test
  void writesLongNames() {
    Value value = Value.list(Value.object("a b ".repeat(500), Value.object("b", Value.whole(1))));
    assertThat(YamlDocument.read(YamlWriter.write(value), "t").value()).isEqualTo(value);
  }

  @Property(tries = 500)
  void readsBackWhatItWrote(@ForAll("values") Value value) {
    assertThat(YamlDocument.read(YamlWriter.write(value), "t").value()).isEqualTo(value);
  }

  @Provide
  Arbitrary<Value> values() {
    Arbitrary<String> hostile =
        Arbitraries.strings().withChars("ab:-#\n\t 01'\"\\{}[]|>&*!%?,=~").ofMaxLength(12);
    Arbitrary<String> texts = Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(20), hostile);
    Arbitrary<Value> leaves =
        Arbitraries.oneOf(
            texts.map(Value::text),
            Arbitraries.longs().map(Value::whole),
            Arbitraries.bigDecimals()
                .ofScale(3)
                .filter(d -> d.stripTrailingZeros().scale() > 0)
                .map(Value::decimal),
            Arbitraries.of(Value.NULL, Value.flag(true), Value.flag(false)));
    return Arbitraries.recursive(
        () -> leaves,
        inner ->
            Arbitraries.oneOf(
                inner.list().ofMaxSize(4).map((List<Value> items) -> Value.list(items)),
                Arbitraries.maps(texts, inner)
                    .ofMaxSize(4)
                    .map(
                        (Map<String, Value> members) ->
                            new Value.Obj(new LinkedHashMap<>(members)))),
        0,
        3);
  }
}
