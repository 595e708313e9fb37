package io.plumbline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Document;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of a provider's catalogue owes, whatever it is about. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class KindContract {
  private final List<ResourceKind> kinds;
  private final Dialect api;

  /**
   * The kinds of one provider.
   *
   * @param api the dialect that they are read in
   */
  protected KindContract(List<ResourceKind> kinds, Dialect api) {
    this.kinds = List.copyOf(kinds);
    this.api = api;
  }

  /** The dialects of engines that owe documents of this kind. */
  protected abstract List<Dialect> engines(ResourceKind kind);

  /** Whether it is read itself; all are, but for those that are compared elsewhere. */
  protected boolean isRead(ResourceKind kind) {
    return true;
  }

  List<ResourceKind> kinds() {
    return kinds;
  }

  @Test
  void listsKindsInAlphabeticalOrderOnce() {
    assertThat(kinds).extracting(ResourceKind::id).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isReadAndRecognisedOrComparedElsewhere(ResourceKind kind) {
    assertThat(kind.name() != null || kind.tags() != null || !kind.naturalKey().isEmpty()).isTrue();
    if (isRead(kind)) {
      assertThat(kind.reads()).containsKey("");
      assertThat(kind.output("id", api)).isNotNull();
    } else {
      assertThat(kind.reads()).isEmpty();
      assertThat(kindOf(String.valueOf(kind.comparedAt())).reads()).containsKey("");
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
    if (isRead(kind)) {
      assertThat(documentsOf(Paths.writtenBy(kind, api))).isSubsetOf(kind.reads().keySet());
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void declaresEachDocumentThatAnEngineIsGiven(ResourceKind kind) {
    for (Dialect dialect : engines(kind)) {
      assertThat(kind.documents(dialect).stream().map(Document::name).toList())
          .containsAll(documentsOf(Paths.writtenBy(kind, dialect)));
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

  private ResourceKind kindOf(String id) {
    return kinds.stream().filter(k -> k.id().equals(id)).findFirst().orElseThrow();
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
          struct.attributes().stream().map(Attribute::shape).flatMap(KindContract::references);
      case Shape.Leaf l -> Stream.empty();
      case Shape.Json j -> Stream.empty();
    };
  }
}
