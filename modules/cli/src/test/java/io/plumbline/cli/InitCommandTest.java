package io.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written, and what is refused; that it works, an integration test shows. */
final class InitCommandTest {
  @TempDir Path here;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  @Test
  void writesAProjectInWhichNothingIsLeftToFillIn() throws IOException {
    Path folder = here.resolve("My Fleet");
    assertThat(run("init", folder.toString(), "--package", "org.acme.gpu")).isZero();
    assertThat(folder.resolve("src/main/java/org/acme/gpu/Fleet.java"))
        .content()
        .startsWith("package org.acme.gpu;");
    assertThat(folder.resolve("src/main/resources/META-INF/services/io.plumbline.dsl.Stack"))
        .hasContent("org.acme.gpu.Fleet");
    assertThat(folder.resolve("plumbline")).isExecutable();
    assertThat(folder.resolve("pom.xml")).content().contains("<artifactId>my-fleet</artifactId>");
    assertThat(folder.resolve(".gitignore")).content().contains(".plumbline/");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(out.toString()).contains(file.toString());
        assertThat(Files.readString(file)).doesNotContainPattern("@[a-z]+@");
      }
    }
  }

  @Test
  void refusesAFolderThatHoldsSomething() throws IOException {
    Files.writeString(here.resolve("notes.txt"), "mine");
    assertThat(run("init", here.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("PLB-RUN-051");
    assertThat(here).isDirectoryNotContaining("glob:**/pom.xml");
    assertThat(run("init", here.resolve("notes.txt").toString())).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.example.", "com.class.x", "1a", "com/example", "a b", ""})
  void refusesWhatIsNoPackage(String name) {
    assertThat(run("init", here.resolve("new").toString(), "--package", name)).isEqualTo(1);
    assertThat(err.toString()).contains("PLB-RUN-050");
    assertThat(here.resolve("new")).doesNotExist();
  }
}
