package io.plumbline.maven;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Finds a JDK that can run Plumbline where Maven has chosen no toolchain, in the order of the
 * launcher {@code plumbline}: the one that the user names, the one on the path, the newest of those
 * installed.
 *
 * @param javaHome the value of JAVA_HOME
 * @param path the value of PATH
 * @param folders folders that hold one JDK per folder
 */
record JdkSearch(@Nullable String javaHome, @Nullable String path, List<Path> folders) {

  /** The oldest release of Java that runs Plumbline. */
  static final int OLDEST = 21;

  JdkSearch {
    folders = List.copyOf(folders);
  }

  static JdkSearch ofThisMachine() {
    Map<String, String> variables = System.getenv();
    Path user = Path.of(System.getProperty("user.home"));
    return new JdkSearch(
        variables.getOrDefault("JAVA_HOME", System.getProperty("java.home")),
        variables.get("PATH"),
        List.of(
            Path.of("/usr/lib/jvm"),
            Path.of("/usr/java"),
            Path.of("/opt/java"),
            user.resolve(".sdkman/candidates/java"),
            user.resolve(".jdks"),
            Path.of("/Library/Java/JavaVirtualMachines"),
            user.resolve("Library/Java/JavaVirtualMachines"),
            Path.of("C:/Program Files/Eclipse Adoptium"),
            Path.of("C:/Program Files/Java")));
  }

  /** The {@code java} program of the JDK found. */
  Optional<Path> java() {
    return named()
        .or(this::onPath)
        .or(this::installed)
        .map(home -> home.resolve("bin").resolve(program("java")));
  }

  private Optional<Path> named() {
    return Optional.ofNullable(javaHome).map(Path::of).filter(JdkSearch::runsPlumbline);
  }

  private Optional<Path> onPath() {
    for (String entry : path == null ? new String[0] : path.split(File.pathSeparator, -1)) {
      Path java = Path.of(entry).resolve(program("java"));
      if (Files.isExecutable(java)) {
        return homeOf(java).filter(JdkSearch::runsPlumbline);
      }
    }
    return Optional.empty();
  }

  private Optional<Path> installed() {
    List<Path> homes = new ArrayList<>();
    for (Path folder : folders) {
      homes.addAll(homesIn(folder));
    }
    return homes.stream()
        .filter(JdkSearch::runsPlumbline)
        .max(Comparator.comparingInt(JdkSearch::release).thenComparing(Path::toString));
  }

  private static List<Path> homesIn(Path folder) {
    List<Path> homes = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          Path bundle = entry.resolve("Contents/Home");
          homes.add(Files.isDirectory(bundle) ? bundle : entry);
        }
      } catch (IOException e) {
        // A folder that cannot be listed holds no JDK that could be used.
        return List.of();
      }
    }
    return homes;
  }

  private static Optional<Path> homeOf(Path java) {
    try {
      return Optional.ofNullable(java.toRealPath().getParent()).map(Path::getParent);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean runsPlumbline(Path home) {
    return release(home) >= OLDEST
        && Files.isExecutable(home.resolve("bin").resolve(program("java")));
  }

  /** The feature release that the JDK's own {@code release} file tells; 0 where there is none. */
  private static int release(Path home) {
    Properties release = new Properties();
    try (Reader text = Files.newBufferedReader(home.resolve("release"), StandardCharsets.UTF_8)) {
      release.load(text);
      String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
      return Runtime.Version.parse(version).feature();
    } catch (IOException | IllegalArgumentException e) {
      return 0;
    }
  }

  private static String program(String name) {
    return File.separatorChar == '\\' ? name + ".exe" : name;
  }
}
