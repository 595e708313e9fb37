package io.plumbline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.kind.Dialect;
import io.plumbline.kind.Document;
import io.plumbline.kind.Lens;
import io.plumbline.kind.ResourceKind;
import io.plumbline.testkit.golden.Golden;
import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For each kind, a resource as a fleet has it, and the documents that it becomes: to be read by
 * people.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class KindDocumentsContract {
  private static final Path CASES = Path.of("src/test/resources/kinds");

  private final List<ResourceKind> kinds;
  private final Dialect api;
  private final List<Dialect> dialects;

  /**
   * The kinds of one provider.
   *
   * @param api the dialect that they are read in
   * @param engines the dialects of its engines
   */
  protected KindDocumentsContract(List<ResourceKind> kinds, Dialect api, Dialect... engines) {
    this.kinds = List.copyOf(kinds);
    this.api = api;
    this.dialects = Stream.concat(Stream.of(engines), Stream.of(api)).toList();
  }

  Stream<Arguments> kindsAndDialects() {
    return kinds.stream()
        .flatMap(kind -> dialects.stream().map(dialect -> Arguments.of(kind, dialect)));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("kindsAndDialects")
  void writesTheDocuments(ResourceKind kind, Dialect dialect) throws IOException {
    Path folder = CASES.resolve(kind.id());
    Value attributes =
        Guillemets.read(JsonReader.read(Files.readString(folder.resolve("attributes.json"))));

    assertThat(attributes).isEqualTo(Guillemets.read(Guillemets.write(attributes)));
    Golden.check(
        folder.resolve("expected").resolve(dialect.id() + ".json"),
        JsonWriter.pretty(documents(kind, (Obj) attributes, dialect)) + "\n");
  }

  @Test
  void hasACaseForEachKindAndNoOther() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      assertThat(folders.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(kinds.stream().map(ResourceKind::id).toList());
    }
  }

  private Obj documents(ResourceKind kind, Obj attributes, Dialect dialect) {
    boolean live = dialect.equals(api);
    Obj said =
        live ? (Obj) References.replace(attributes, KindDocumentsContract::liveId) : attributes;
    Map<String, Value> documents = new LinkedHashMap<>();
    if (live || !kind.documents(dialect).isEmpty()) {
      Lens.encode(kind.shape(), said, dialect)
          .forEach(
              (name, document) ->
                  documents.put(label(kind, dialect, name), Guillemets.write(document)));
    }
    return new Obj(documents);
  }

  private static Value liveId(Value.Ref ref) {
    return Value.text(ref.resource().replace('/', '-') + "-" + ref.output());
  }

  /** What the dialect calls the document: its type; in the API, the operation that answers it. */
  private String label(ResourceKind kind, Dialect dialect, String name) {
    List<Document> types = kind.documents(dialect);
    return dialect.equals(api)
        ? Objects.requireNonNull(kind.reads().get(name), name).operation()
        : types.stream().filter(d -> d.name().equals(name)).findFirst().orElseThrow().type();
  }
}
