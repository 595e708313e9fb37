package io.plumbline.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.testkit.HostileText;
import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
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

class TerraformSyntaxTest {
  private static final Value REF = Value.ref("network", "id");

  private final TerraformSyntax syntax =
      new TerraformSyntax(
          new TerraformNames() {
            @Override
            public String spell(Value.Ref ref) {
              return "aws_vpc." + ref.resource() + "." + ref.output();
            }

            @Override
            public Value.Ref parse(String expression) {
              String[] parts = expression.split("\\.", -1);
              return new Value.Ref(parts[1], parts[2]);
            }
          });

  private String spelled(Value value) {
    return ((Value.Text) syntax.spell(value)).value();
  }

  @Test
  void writesReferencesAndWhatOnlyLooksLikeOne() {
    assertThat(spelled(REF)).isEqualTo("${aws_vpc.network.id}");
    assertThat(spelled(Value.text("${HOME} %{if}"))).isEqualTo("$${HOME} %%{if}");
    assertThat(spelled(Value.join(Value.text("a$$"), REF, Value.text("{b}"))))
        .isEqualTo("a${\"$$\"}${aws_vpc.network.id}{b}");
  }

  @Test
  void encodesBase64ItselfUnlessAReferenceIsInside() {
    assertThat(spelled(new Value.Base64(Value.text("${a}\n")))).isEqualTo("JHthfQo=");
    assertThat(spelled(new Value.Base64(Value.join(Value.text("\"\\\n${a}\u0001$"), REF))))
        .isEqualTo("${base64encode(\"\\\"\\\\\\n$${a}\\u0001${\"$\"}${aws_vpc.network.id}\")}");
  }

  @Test
  void escapesNamesOfMembers() {
    assertThat(syntax.spell(Value.object("${a}", Value.text("b"))))
        .isEqualTo(Value.object("$${a}", Value.text("b")));
  }

  @Test
  void writesDecimalsPlainly() {
    Value price = Value.decimal(new BigDecimal("5E+2"));
    assertThat(JsonWriter.compact(syntax.spell(Value.list(price)))).isEqualTo("[500]");
  }

  @Property(tries = 1000)
  void understandsWhatItSaid(@ForAll("values") Value value) {
    Value read = syntax.parse(JsonReader.read(JsonWriter.compact(syntax.spell(value))));
    assertThat(read).isEqualTo(value);
  }

  @Provide
  Arbitrary<Value> values() {
    Arbitrary<String> hostile = Arbitraries.strings().withChars("$%{}\"\\\nab(").ofMaxLength(8);
    Arbitrary<String> texts = Arbitraries.oneOf(HostileText.plain(), hostile);
    Arbitrary<Value> text = texts.map(Value::text);
    Arbitrary<Value> refs = Arbitraries.of(REF, Value.ref("subnet-a", "arn"));
    Arbitrary<Value> joins =
        Arbitraries.oneOf(text, refs)
            .list()
            .ofMaxSize(5)
            .map((List<Value> parts) -> Value.join(parts));
    Arbitrary<Value> encoded =
        Arbitraries.oneOf(text, refs)
            .list()
            .ofMaxSize(5)
            .map((List<Value> parts) -> Value.join(Value.join(parts), REF))
            .map(Value.Base64::new);
    Arbitrary<Value> leaves =
        Arbitraries.oneOf(
            joins,
            encoded,
            Arbitraries.longs().map(Value::whole),
            Arbitraries.of(Value.NULL, Value.flag(true)));
    return Arbitraries.recursive(
        () -> leaves,
        inner ->
            Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map((List<Value> items) -> Value.list(items)),
                Arbitraries.maps(texts, inner)
                    .ofMaxSize(3)
                    .map(
                        (Map<String, Value> members) ->
                            new Value.Obj(new LinkedHashMap<>(members)))),
        0,
        2);
  }
}
