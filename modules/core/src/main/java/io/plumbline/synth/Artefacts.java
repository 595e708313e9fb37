package io.plumbline.synth;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.files.Digest;
import io.plumbline.files.Drafts;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Target;
import io.plumbline.spi.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one environment's artefacts, {@code DIR/ENV}. Writing replaces what an earlier
 * synth of the same targets left, and nothing else.
 */
public final class Artefacts {
  private final Path folder;
  private final BiFunction<String, String, @Nullable ResourceKind> kinds;

  public Artefacts(Path folder, BiFunction<String, String, @Nullable ResourceKind> kinds) {
    this.folder = folder;
    this.kinds = kinds;
  }

  /**
   * Writes each target in each format that can write its provider's resources.
   *
   * @param whole whether these are all targets of the environment: then others are stale
   * @return the files, in the order in which they were written
   */
  public List<Path> write(
      String environment, List<TargetGraph> targets, List<Format> formats, boolean whole) {
    Manifest earlier = readOrNull();
    List<Manifest.Entry> entries = new ArrayList<>();
    List<Path> written = new ArrayList<>();
    try (Drafts drafts = new Drafts()) {
      for (TargetGraph each : targets) {
        Map<String, String> files = draft(each, formats, drafts);
        files.keySet().forEach(file -> written.add(folder.resolve(file)));
        entries.add(new Manifest.Entry(each.target(), files, each.graph()));
      }
      entries.addAll(untouched(earlier, targets, whole));
      Manifest manifest = new Manifest(ToolVersion.current(), environment, entries);
      drafts.add(folder.resolve(Manifest.FILE), manifest::writeTo);
      drafts.settle();
    }
    removeStale(earlier, entries);
    written.add(folder.resolve(Manifest.FILE));
    return written;
  }

  private Map<String, String> draft(TargetGraph each, List<Format> formats, Drafts drafts) {
    Map<String, String> files = new TreeMap<>();
    for (Format format : formats) {
      if (format.serves(each.target().site())) {
        String place = place(each.target()) + "/" + format.id() + "/";
        format
            .render(each.graph(), each.target())
            .forEach(
                (name, content) ->
                    files.put(place + name, drafts.add(folder.resolve(place + name), content)));
      }
    }
    return files;
  }

  private static String place(Target target) {
    return target.stack() + "/" + target.site().name();
  }

  private static List<Manifest.Entry> untouched(
      @Nullable Manifest earlier, List<TargetGraph> targets, boolean whole) {
    if (earlier == null || whole) {
      return List.of();
    }
    Set<String> stacks = new LinkedHashSet<>();
    targets.forEach(each -> stacks.add(each.target().stack()));
    return earlier.entries().stream()
        .filter(entry -> !stacks.contains(entry.target().stack()))
        .toList();
  }

  private void removeStale(@Nullable Manifest earlier, List<Manifest.Entry> entries) {
    if (earlier == null) {
      return;
    }
    Set<String> current = new LinkedHashSet<>();
    entries.forEach(entry -> current.addAll(entry.files().keySet()));
    for (Manifest.Entry entry : earlier.entries()) {
      for (String file : entry.files().keySet()) {
        Path path = folder.resolve(file).normalize();
        if (!current.contains(file) && path.startsWith(folder.normalize())) {
          Drafts.delete(path);
          removeEmpty(path.getParent());
        }
      }
    }
  }

  private void removeEmpty(@Nullable Path emptied) {
    Path at = emptied;
    while (at != null && at.startsWith(folder) && !at.equals(folder) && isEmpty(at)) {
      Drafts.delete(at);
      at = at.getParent();
    }
  }

  private static boolean isEmpty(Path at) {
    try (var entries = Files.newDirectoryStream(at)) {
      return !entries.iterator().hasNext();
    } catch (IOException e) {
      return false;
    }
  }

  /** An earlier manifest that cannot be read tells nothing about what is stale. */
  private @Nullable Manifest readOrNull() {
    try {
      return Files.exists(folder.resolve(Manifest.FILE)) ? readManifest() : null;
    } catch (InvalidInputException e) {
      return null;
    }
  }

  /**
   * The manifest, after making sure that each file holds what it says.
   *
   * @throws InvalidInputException if there is none, or a file was changed or removed since
   */
  public Manifest read() {
    Manifest manifest = readManifest();
    Map<String, String> changed = new LinkedHashMap<>();
    for (Manifest.Entry entry : manifest.entries()) {
      entry
          .files()
          .forEach(
              (file, digest) -> {
                Path path = folder.resolve(file);
                if (!Files.exists(path)) {
                  changed.put(file, "is gone");
                } else if (!Digest.of(path).equals(digest)) {
                  changed.put(file, "was changed since it was written");
                }
              });
    }
    if (!changed.isEmpty()) {
      throw new InvalidInputException(
          changed.entrySet().stream()
              .map(each -> problem(folder.resolve(each.getKey()) + " " + each.getValue()))
              .toList());
    }
    return manifest;
  }

  @SuppressWarnings("CatchingUnchecked") // a manifest that was garbled may break anything
  private Manifest readManifest() {
    Path file = folder.resolve(Manifest.FILE);
    try {
      return Manifest.read(Files.readString(file), kinds);
    } catch (IOException | UncheckedIOException e) {
      throw new InvalidInputException(List.of(problem("no artefacts here: cannot read " + file)));
    } catch (RuntimeException e) {
      throw new InvalidInputException(
          List.of(problem(file + " is not understood: " + e.getMessage())));
    }
  }

  private static Diagnostic problem(String detail) {
    return new Diagnostic(
        "PLB-RUN-003",
        Diagnostic.Severity.ERROR,
        "artefacts cannot be used",
        detail,
        null,
        "write the artefacts with `plumbline synth -o DIR`, and name that DIR");
  }
}
