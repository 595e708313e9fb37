package io.plumbline.graph;

import static io.plumbline.kind.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.ValueJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class GraphJsonTest {
  private static final ResourceKind THING =
      ResourceKind.kind("thing").attributes(text("a")).build();

  private static Value overJson(Value written) {
    return JsonReader.read(JsonWriter.pretty(written));
  }

  @Property(tries = 300)
  void readsEveryValueAsItWasWritten(@ForAll("values") Value value) {
    assertThat(ValueJson.read(overJson(ValueJson.write(value)))).isEqualTo(value);
  }

  @Provide
  Arbitrary<Value> values() {
    Arbitrary<String> texts =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(8),
            Arbitraries.of("$ref", "$$ref", "$", "$join", "${a.b}", "\ud800", "\u2028", "\"\\\n"));
    Arbitrary<Value> leaves =
        Arbitraries.oneOf(
            texts.map(Value::text),
            Arbitraries.longs().map(Value::whole),
            Arbitraries.bigDecimals().map(Value::decimal),
            Arbitraries.of(
                Value.NULL,
                Value.flag(true),
                Value.whole(Long.MIN_VALUE),
                Value.decimal(new BigDecimal("2"))),
            texts.map(reason -> new Value.Unknown(reason)),
            texts.map(address -> Value.ref(address, "id")));
    return nested(nested(leaves));
  }

  private static Arbitrary<Value> nested(Arbitrary<Value> inner) {
    Arbitrary<String> names = Arbitraries.of("a", "$ref", "$$ref", "$", "output", "\ud800", "");
    return Arbitraries.oneOf(
        inner,
        inner.list().ofMaxSize(3).map(Value::list),
        Arbitraries.maps(names, inner).ofMaxSize(3).map(GraphJsonTest::object),
        inner.list().ofMaxSize(3).map(parts -> new Value.Join(List.copyOf(parts))),
        inner.map(Value.Base64::new),
        inner.map(Value.Digest::new));
  }

  private static Value object(Map<String, Value> members) {
    return new Obj(new LinkedHashMap<>(members));
  }

  @Test
  void readsEveryMemberOfAResourceAsItWasWritten() {
    Resource plain = Resource.of("net", THING, Value.object("a", Value.text("x")), null);
    Resource all =
        new Resource(
            "trainers/group",
            THING,
            Value.object("a", plain.ref("id")),
            new SourceLine("stacks/Fleet.java", 7),
            null,
            "old/group",
            true,
            Map.of("desiredCapacity", new Band(0, Long.MAX_VALUE, "autoscaler")),
            List.of(new Raw(Dialect.TERRAFORM, "a/b", Value.ref("net", "id"), "because")),
            List.of("net"));
    ResourceGraph graph =
        new ResourceGraph(
            List.of(
                plain,
                all,
                Resource.existing("x", THING, new Lookup.ById("vpc-1"), null),
                Resource.existing("y", THING, new Lookup.ByName("n"), null),
                Resource.existing("z", THING, new Lookup.ByTag("k", "v"), null),
                Resource.existing(
                    "far",
                    THING,
                    new Lookup.OfSite("east", "cloud", new Lookup.OfStack("fleet", "a", "live-a")),
                    null)));
    List<String> asked = new ArrayList<>();
    ResourceGraph read =
        GraphJson.read(
            overJson(GraphJson.write(graph)),
            id -> {
              asked.add(id);
              return THING;
            });
    assertThat(asked).contains("thing", "cloud/thing");
    assertThat(List.copyOf(read.resources())).isEqualTo(List.copyOf(graph.resources()));
  }

  @Test
  void looksTheSameWithoutSourceWhereOnlyLinesMoved() {
    ResourceGraph above = graphAt(7);
    ResourceGraph below = graphAt(8);
    assertThat(GraphJson.writeWithoutSource(above)).isEqualTo(GraphJson.writeWithoutSource(below));
    assertThat(GraphJson.write(above)).isNotEqualTo(GraphJson.write(below));
  }

  private static ResourceGraph graphAt(int line) {
    SourceLine source = new SourceLine("Fleet.java", line);
    return new ResourceGraph(List.of(Resource.of("net", THING, Obj.EMPTY, source)));
  }

  @Test
  void namesAKindThatNobodyKnows() {
    Value written = GraphJson.write(graphAt(1));
    assertThatThrownBy(() -> GraphJson.read(written, id -> null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("net")
        .hasMessageContaining("thing");
  }
}
