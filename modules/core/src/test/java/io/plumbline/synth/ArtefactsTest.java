package io.plumbline.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.Format;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArtefactsTest {
  private static final ResourceKind KIND = ResourceKind.kind("thing").build();
  private static final Site SITE = new Site("main", "fake", "auto", Map.of("region", "r"), null);

  @TempDir Path folder;

  /** One file for each resource. */
  private record Lines(String id, boolean breaks) implements Format {
    @Override
    public Dialect dialect() {
      return Dialect.TERRAFORM;
    }

    @Override
    public Set<String> providers() {
      return Set.of("fake");
    }

    @Override
    public Map<String, Artefact> render(ResourceGraph graph, Target target) {
      Map<String, Artefact> files = new LinkedHashMap<>();
      for (Resource resource : graph.resources()) {
        files.put(
            resource.address() + ".txt",
            out -> {
              out.append(resource.address()).append('\n');
              if (breaks) {
                throw new IOException("full");
              }
            });
      }
      return files;
    }
  }

  private Artefacts artefacts() {
    return new Artefacts(folder, (provider, kind) -> KIND);
  }

  private void write(String stack, boolean whole, String... addresses) {
    write(new Lines("lines", false), stack, whole, addresses);
  }

  private void write(Format format, String stack, boolean whole, String... addresses) {
    ResourceGraph graph =
        new ResourceGraph(
            Stream.of(addresses).map(a -> Resource.of(a, KIND, Obj.EMPTY, null)).toList());
    TargetGraph target = new TargetGraph(new Target("prod", stack, SITE), graph);
    artefacts().write("prod", List.of(target), List.of(format), whole);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void writesAManifestThatSaysWhatIsWanted() {
    write("fleet", true, "a", "b");
    Manifest manifest = artefacts().read();
    assertThat(manifest.environment()).isEqualTo("prod");
    Manifest.Entry entry = manifest.entries().get(0);
    assertThat(entry.target()).isEqualTo(new Target("prod", "fleet", SITE));
    assertThat(entry.files()).containsOnlyKeys("fleet/main/lines/a.txt", "fleet/main/lines/b.txt");
    assertThat(entry.graph().resources()).extracting(Resource::address).containsExactly("a", "b");
  }

  @Test
  void removesWhatAnEarlierSynthLeftAndNothingElse() throws IOException {
    write("fleet", true, "a", "b/c");
    Files.writeString(folder.resolve("fleet/main/lines/notes.txt"), "mine");
    write("fleet", true, "a");
    assertThat(files())
        .containsExactly("fleet/main/lines/a.txt", "fleet/main/lines/notes.txt", "manifest.json");
  }

  @Test
  void keepsOtherStacksUnlessAllAreWritten() throws IOException {
    write("fleet", true, "a");
    write("serving", false, "b");
    assertThat(artefacts().read().entries()).hasSize(2);
    write("serving", true, "b");
    assertThat(files()).containsExactly("manifest.json", "serving/main/lines/b.txt");
  }

  @Test
  void leavesEverythingAsItWasWhereOneFileFails() throws IOException {
    write("fleet", true, "a");
    List<String> before = files();
    assertThatThrownBy(() -> write(new Lines("lines", true), "fleet", true, "b"))
        .hasMessageContaining("cannot write");
    assertThat(files()).isEqualTo(before);
    artefacts().read();
  }

  @Test
  void refusesArtefactsThatWereChangedByHand() throws IOException {
    write("fleet", true, "a", "b");
    Files.writeString(folder.resolve("fleet/main/lines/a.txt"), "other");
    Files.delete(folder.resolve("fleet/main/lines/b.txt"));
    assertThatThrownBy(() -> artefacts().read())
        .hasMessageContaining("a.txt was changed")
        .hasMessageContaining("b.txt is gone");
  }

  @Test
  void saysWhereNoArtefactsAre() {
    assertThatThrownBy(() -> artefacts().read()).hasMessageContaining("no artefacts here");
  }
}
