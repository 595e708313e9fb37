package io.plumbline.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A program on the user's path. */
public record Program(String name, Path file) {
  private static final boolean WINDOWS =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

  /**
   * The first of the names that is found in one of the folders of {@code path}; null if none is.
   */
  public static @Nullable Program find(List<String> names, @Nullable String path) {
    for (String name : names) {
      for (String folder :
          path == null ? new String[0] : path.split(Pattern.quote(File.pathSeparator), -1)) {
        Path file = Path.of(folder.isEmpty() ? "." : folder, WINDOWS ? name + ".exe" : name);
        if (Files.isExecutable(file) && !Files.isDirectory(file)) {
          return new Program(name, file.toAbsolutePath());
        }
      }
    }
    return null;
  }
}
