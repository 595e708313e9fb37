package io.plumbline.run;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The user's project: the folder that holds {@code environments/}. */
public final class Project {
  /** System property that names the project's folder. */
  public static final String PROPERTY = "plumbline.home";

  private static final List<String> SOURCES =
      List.of("src/main/java", "src/main/kotlin", "src/test/java");
  private static final int DEEPEST_MODULE = 2;

  private final Path home;
  private final Map<String, String> located = new LinkedHashMap<>();
  private @Nullable List<Path> sourceRoots;

  public Project(Path home) {
    this.home = home.toAbsolutePath().normalize();
  }

  /**
   * The project that {@code named} says, or else the nearest folder from {@code start} upwards that
   * holds {@code environments/}.
   *
   * @throws InvalidInputException if there is none
   */
  public static Project find(@Nullable String named, Path start) {
    if (named != null && !named.isBlank()) {
      return new Project(Path.of(named));
    }
    for (Path at = start.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("environments"))) {
        return new Project(at);
      }
    }
    throw new InvalidInputException(
        List.of(
            new Diagnostic(
                "PLB-RUN-010",
                Diagnostic.Severity.ERROR,
                "no project here",
                "neither " + start.toAbsolutePath() + " nor a folder above it holds environments/",
                null,
                "run Plumbline inside a project, or name its folder with -D" + PROPERTY + "=DIR")));
  }

  public Path home() {
    return home;
  }

  public Path environments() {
    return home.resolve("environments");
  }

  public Path templates() {
    return home.resolve("templates");
  }

  /** Where engines work and state is kept; never under {@code target/}, which builds wipe. */
  public Path work() {
    return home.resolve(".plumbline");
  }

  /** Where artefacts go unless another folder is named. */
  public Path output() {
    return home.resolve("target/plumbline");
  }

  /**
   * Where a source file lies below the project, as {@code
   * stacks/src/main/java/com/acme/Fleet.java}; {@code file} itself where it is not found.
   *
   * @param file path by package: {@code com/acme/Fleet.java}
   */
  public String locate(String file) {
    return located.computeIfAbsent(file, this::search);
  }

  private String search(String file) {
    for (Path root : sourceRoots()) {
      Path candidate = root.resolve(file);
      if (Files.isRegularFile(candidate)) {
        return home.relativize(candidate).toString().replace('\\', '/');
      }
    }
    return file;
  }

  private List<Path> sourceRoots() {
    if (sourceRoots == null) {
      List<Path> roots = new ArrayList<>();
      collect(home, 0, roots);
      sourceRoots = roots;
    }
    return sourceRoots;
  }

  private static void collect(Path module, int depth, List<Path> roots) {
    for (String source : SOURCES) {
      Path root = module.resolve(source);
      if (Files.isDirectory(root)) {
        roots.add(root);
      }
    }
    if (depth < DEEPEST_MODULE) {
      modules(module).forEach(child -> collect(child, depth + 1, roots));
    }
  }

  private static List<Path> modules(Path folder) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder, Project::mayBeModule)) {
      children.forEach(found::add);
    } catch (IOException e) {
      // What cannot be listed holds no sources that could be named.
      return List.of();
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }

  private static boolean mayBeModule(Path path) {
    String name = path.getFileName().toString();
    return !name.startsWith(".")
        && !List.of("target", "src", "node_modules", "environments").contains(name)
        && Files.isDirectory(path);
  }
}
