package io.plumbline.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of the project that another one names.
 *
 * @param root the project's folder
 * @param name its path below that, with {@code /} between folders
 */
record ProjectFile(Path root, String name) {

  Path path() {
    return root.resolve(name);
  }

  /**
   * The file of this name; null where there is none below the project, which is reported. A link
   * that leads out of the project counts as outside.
   */
  static @Nullable ProjectFile find(
      Path root, String name, String path, int line, Problems problems) {
    String wrong = problem(root, name);
    if (wrong == null) {
      return new ProjectFile(root, name);
    }
    problems.add(
        "PLB-ENV-014",
        "file of the project is not there",
        path
            + ": got \""
            + name
            + "\", "
            + wrong
            + "; allowed is the path of a file below the"
            + " project, from where environments/ is",
        line,
        "correct the path");
    return null;
  }

  private static @Nullable String problem(Path root, String name) {
    try {
      Path file = root.resolve(name);
      if (Path.of(name).isAbsolute() || !file.normalize().startsWith(root.normalize())) {
        return "which is outside";
      } else if (!Files.isRegularFile(file)) {
        return "where no file is";
      }
      return file.toRealPath().startsWith(root.toRealPath()) ? null : "which leads outside";
    } catch (InvalidPathException e) {
      return "which is no path";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
