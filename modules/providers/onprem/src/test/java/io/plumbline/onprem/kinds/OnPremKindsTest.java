package io.plumbline.onprem.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Document;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.testkit.Paths;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of the catalogue owes, whatever it is about. */
final class OnPremKindsTest {

  static List<ResourceKind> kinds() {
    return OnPremKinds.ALL;
  }

  @Test
  void listsKindsInAlphabeticalOrderOnce() {
    assertThat(OnPremKinds.ALL).extracting(ResourceKind::id).isSorted().doesNotHaveDuplicates();
  }

  /** What nobody reads is compared where it is used, or by what refers to it. */
  @ParameterizedTest
  @MethodSource("kinds")
  void isReadAndRecognisedOrComparedElsewhere(ResourceKind kind) {
    assertThat(kind.name() != null || !kind.naturalKey().isEmpty()).isTrue();
    if (kind.reads().isEmpty()) {
      assertThat(kindOf(String.valueOf(kind.comparedAt())).reads()).containsKey("");
    } else {
      assertThat(kind.reads()).containsKey("");
      assertThat(kind.output("id", Dialect.DATA_CENTRE)).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void recognisesByAttributesThatItHas(ResourceKind kind) {
    Set<String> names = new HashSet<>();
    kind.shape().attributes().forEach(a -> names.add(a.name()));
    Stream.of(kind.tags(), kind.name(), kind.within())
        .filter(name -> name != null)
        .forEach(name -> assertThat(names).contains(name.replaceFirst("/.*", "")));
    assertThat(names).containsAll(kind.naturalKey());
    assertThat(names).hasSameSizeAs(kind.shape().attributes());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void readsEachDocumentThatTheApiSpells(ResourceKind kind) {
    if (!kind.reads().isEmpty()) {
      assertThat(documentsOf(Paths.writtenBy(kind, Dialect.DATA_CENTRE)))
          .isSubsetOf(kind.reads().keySet());
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void declaresEachDocumentThatAnEngineIsGiven(ResourceKind kind) {
    for (Dialect dialect : List.of(Dialect.TERRAFORM, Dialect.ANSIBLE)) {
      List<String> names = kind.documents(dialect).stream().map(Document::name).toList();
      if (!names.isEmpty()) {
        assertThat(names).containsAll(documentsOf(Paths.writtenBy(kind, dialect)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void refersToOutputsThatExist(ResourceKind kind) {
    references(kind.shape())
        .filter(reference -> !reference.kind().equals("*"))
        .forEach(
            reference ->
                assertThat(kindOf(reference.kind()).outputs())
                    .as("%s of %s", reference, kind)
                    .contains(reference.output()));
  }

  private static ResourceKind kindOf(String id) {
    return OnPremKinds.ALL.stream().filter(k -> k.id().equals(id)).findFirst().orElseThrow();
  }

  private static Set<String> documentsOf(Set<String> paths) {
    Set<String> names = new HashSet<>();
    paths.forEach(path -> names.add(path.substring(0, Math.max(0, path.indexOf(':')))));
    return names;
  }

  private static Stream<Shape.Reference> references(Shape shape) {
    return switch (shape) {
      case Shape.Reference reference -> Stream.of(reference);
      case Shape.ListOf list -> references(list.item());
      case Shape.SetOf set -> references(set.item());
      case Shape.MapOf map -> references(map.item());
      case Shape.Struct struct ->
          struct.attributes().stream().map(Attribute::shape).flatMap(OnPremKindsTest::references);
      case Shape.Leaf l -> Stream.empty();
      case Shape.Json j -> Stream.empty();
    };
  }
}
