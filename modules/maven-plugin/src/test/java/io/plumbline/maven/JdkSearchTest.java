package io.plumbline.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JdkSearchTest {

  @TempDir private Path folder;

  @Test
  void takesTheOneThatTheUserNames() throws IOException {
    Path named = jdk("named", "21.0.5");
    jdk("installed/newer", "25");

    assertThat(search(named, null).java()).contains(java(named));
  }

  @Test
  void passesOverANamedJdkThatIsTooOld() throws IOException {
    Path named = jdk("named", "17.0.15");
    Path onPath = jdk("on-path", "22.0.1");

    assertThat(search(named, onPath).java()).contains(java(onPath));
  }

  @Test
  void takesTheNewestInstalledAtLast() throws IOException {
    Path onPath = jdk("on-path", "1.8.0_392");
    jdk("installed/a", "21.0.9");
    Path newest = jdk("installed/b", "25.0.3");
    jdk("installed/c", "24");

    assertThat(search(null, onPath).java()).contains(java(newest));
  }

  @Test
  void findsNothingWhereAllAreTooOldOrBroken() throws IOException {
    jdk("installed/a", "17");
    Files.createDirectories(folder.resolve("installed/no-release-file/bin"));

    assertThat(search(null, null).java()).isEmpty();
  }

  private JdkSearch search(Path named, Path onPath) {
    return new JdkSearch(
        named == null ? null : named.toString(),
        onPath == null ? null : onPath.resolve("bin").toString(),
        List.of(folder.resolve("installed"), folder.resolve("absent")));
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = folder.toRealPath().resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Files.createFile(java(home));
    assertThat(java(home).toFile().setExecutable(true)).isTrue();
    return home;
  }

  private static Path java(Path home) {
    boolean windows = java.io.File.separatorChar == '\\';
    return home.resolve("bin").resolve(windows ? "java.exe" : "java");
  }
}
