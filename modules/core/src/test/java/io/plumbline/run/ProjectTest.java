package io.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProjectTest {
  @TempDir Path folder;

  @Test
  void isTheNearestFolderWithEnvironments() throws IOException {
    Path inside = Files.createDirectories(folder.resolve("stacks/src"));
    Files.createDirectories(folder.resolve("environments"));
    assertThat(Project.find(null, inside).home()).isEqualTo(folder);
    assertThat(Project.find(inside.toString(), folder).home()).isEqualTo(inside);
  }

  @Test
  void saysWhereItLooked() {
    assertThatThrownBy(() -> Project.find(null, folder))
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("-Dplumbline.home=DIR");
  }

  @Test
  void findsSourcesOfAnyModule() throws IOException {
    Path file = folder.resolve("stacks/src/main/java/com/acme/Fleet.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    Project project = new Project(folder);
    assertThat(project.locate("com/acme/Fleet.java"))
        .isEqualTo("stacks/src/main/java/com/acme/Fleet.java");
    assertThat(project.locate("com/acme/Other.java")).isEqualTo("com/acme/Other.java");
  }
}
