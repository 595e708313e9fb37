package io.plumbline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Lens;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.kind.Spelling;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** The laws that every kind keeps, whatever it is about: what is written is read back. */
public final class KindLaws {
  private KindLaws() {}

  /** A resource's attributes, and the kind that they are of. */
  public record Sample(ResourceKind kind, Obj attributes) {
    @Override
    public String toString() {
      String text = kind.id() + " " + attributes;
      return text.length() > 2000 ? text.substring(0, 2000) + "…" : text;
    }
  }

  /** Resources of any of these kinds. */
  public static Arbitrary<Sample> samples(List<ResourceKind> kinds) {
    return Arbitraries.of(kinds)
        .flatMap(
            kind ->
                Combinators.combine(
                        Arbitraries.just(kind), ArbitraryValues.arbitraryFor(kind.shape()))
                    .as(Sample::new));
  }

  /** What stands in the documents of an engine's dialect says the same attributes. */
  public static void readsBackWhatItWrote(Sample sample, Dialect dialect) {
    Shape.Struct shape = sample.kind().shape();
    assertThat(Lens.decode(shape, Lens.encode(shape, sample.attributes(), dialect), dialect))
        .isEqualTo(sayable(shape, sample.attributes(), dialect));
  }

  /** So does what an API answers, once references are resolved. */
  public static void readsBackWhatIsAnswered(Sample sample, Dialect api) {
    Shape.Struct shape = sample.kind().shape();
    Obj live = (Obj) References.replace(sample.attributes(), KindLaws::liveId);
    Map<String, Value> answered = new LinkedHashMap<>();
    Lens.encode(shape, live, api)
        .forEach((name, document) -> answered.put(name, answered(document)));
    assertThat(Lens.decode(shape, answered, api)).isEqualTo(sayable(shape, live, api));
  }

  private static Value liveId(Value.Ref ref) {
    return Value.text("live-" + ref.resource().replace('/', '-') + "-" + ref.output());
  }

  /** As the API answers: base64 is encoded. */
  private static Value answered(Value value) {
    return switch (value) {
      case Value.Base64(Value.Text text) ->
          Value.text(
              Base64.getEncoder().encodeToString(text.value().getBytes(StandardCharsets.UTF_8)));
      case Sequence list -> Value.list(list.items().stream().map(KindLaws::answered).toList());
      case Obj object -> {
        Map<String, Value> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> members.put(name, answered(member)));
        yield new Obj(members);
      }
      default -> value;
    };
  }

  /** The part of a value that the dialect can say. */
  private static Value sayable(Shape shape, Value value, Dialect dialect) {
    return switch (shape) {
      case Shape.Struct struct -> sayableMembers(struct, (Obj) value, dialect);
      case Shape.ListOf list -> sayableItems(list.item(), (Sequence) value, dialect);
      case Shape.SetOf set -> sayableItems(set.item(), (Sequence) value, dialect);
      default -> value;
    };
  }

  private static Value sayableItems(Shape item, Sequence list, Dialect dialect) {
    return Value.list(list.items().stream().map(v -> sayable(item, v, dialect)).toList());
  }

  private static Obj sayableMembers(Shape.Struct struct, Obj object, Dialect dialect) {
    Map<String, Value> members = new LinkedHashMap<>();
    for (Attribute attribute : struct.attributes()) {
      if (object.has(attribute.name()) && attribute.spelling(dialect) instanceof Spelling.At) {
        members.put(
            attribute.name(), sayable(attribute.shape(), object.get(attribute.name()), dialect));
      }
    }
    return new Obj(members);
  }
}
