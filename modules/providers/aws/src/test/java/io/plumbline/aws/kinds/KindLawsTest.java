package io.plumbline.aws.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Lens;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.kind.Spelling;
import io.plumbline.testkit.ArbitraryValues;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What a kind writes into a dialect's documents, it reads out of them again. */
final class KindLawsTest {

  /** A resource's attributes, and the kind that they are of. */
  record Resource(ResourceKind kind, Obj attributes) {
    @Override
    public String toString() {
      String text = kind.id() + " " + attributes;
      return text.length() > 2000 ? text.substring(0, 2000) + "…" : text;
    }
  }

  @Provide
  Arbitrary<Resource> resources() {
    return Arbitraries.of(AwsKinds.ALL)
        .flatMap(
            kind ->
                Combinators.combine(
                        Arbitraries.just(kind), ArbitraryValues.arbitraryFor(kind.shape()))
                    .as(Resource::new));
  }

  @Property(tries = 800, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
  void readsBackWhatItWroteInTerraform(@ForAll("resources") Resource resource) {
    assertReadsBack(resource.kind(), resource.attributes(), Dialect.TERRAFORM);
  }

  @Property(tries = 800, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
  void readsBackWhatItWroteInCloudFormation(@ForAll("resources") Resource resource) {
    assertReadsBack(resource.kind(), resource.attributes(), Dialect.CLOUDFORMATION);
  }

  @Property(tries = 800, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
  void readsBackFromTheApiOnceReferencesAreResolved(@ForAll("resources") Resource resource) {
    Obj live = (Obj) References.replace(resource.attributes(), KindLawsTest::liveId);
    assertReadsBack(resource.kind(), live, Dialect.AWS_API);
  }

  private static void assertReadsBack(ResourceKind kind, Obj attributes, Dialect dialect) {
    Map<String, Value> documents = new LinkedHashMap<>();
    Lens.encode(kind.shape(), attributes, dialect)
        .forEach(
            (name, document) ->
                documents.put(name, dialect == Dialect.AWS_API ? answered(document) : document));
    assertThat(Lens.decode(kind.shape(), documents, dialect))
        .isEqualTo(sayable(kind.shape(), attributes, dialect));
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
      case Sequence list -> Value.list(list.items().stream().map(KindLawsTest::answered).toList());
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
