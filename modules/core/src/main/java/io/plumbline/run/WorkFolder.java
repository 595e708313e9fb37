package io.plumbline.run;

import io.plumbline.files.Drafts;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Target;
import io.plumbline.spi.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where one target's engine works, {@code .plumbline/ENV/STACK/SITE}. The artefacts there are
 * replaced by each plan; everything else belongs to the engine and stays.
 */
public final class WorkFolder {
  private static final String LISTING = "artefacts.txt";

  private final Path directory;

  public WorkFolder(Project project, Target target) {
    directory = project.work().resolve(target.path());
  }

  public Path directory() {
    return directory;
  }

  /**
   * Writes the artefacts of one format, and removes those of the last time that are no more.
   *
   * @return SHA-256 by path below the folder
   */
  Map<String, String> write(Format format, ResourceGraph graph, Target target) {
    List<String> earlier = listed();
    Map<String, String> files = new TreeMap<>();
    try (Drafts drafts = new Drafts()) {
      format
          .render(graph, target)
          .forEach(
              (name, content) -> {
                String file = format.id() + "/" + name;
                files.put(file, drafts.add(directory.resolve(file), content));
              });
      drafts.add(directory.resolve(LISTING), out -> out.append(String.join("\n", files.keySet())));
      drafts.settle();
    }
    earlier.stream()
        .filter(file -> !files.containsKey(file))
        .map(file -> directory.resolve(file).normalize())
        .filter(file -> file.startsWith(directory))
        .forEach(Drafts::delete);
    return files;
  }

  private List<String> listed() {
    Path listing = directory.resolve(LISTING);
    try {
      return Files.exists(listing)
          ? Files.readAllLines(listing).stream().filter(line -> !line.isBlank()).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + listing, e);
    }
  }
}
