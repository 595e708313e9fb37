package io.plumbline.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextDiffTest {
  @TempDir Path folder;

  @Test
  void isOneHunkWithThreeLinesAround() {
    assertThat(TextDiff.of("f", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n"))
        .isEqualTo(
            """
            --- a/f
            +++ b/f
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +x
             6
             7
             8
            """);
  }

  @Test
  void isWhatGitApplies() throws IOException, InterruptedException {
    List<List<String>> pairs =
        List.of(
            List.of("a\nb\n", "a\nb\nc\n"),
            List.of("a\na\na\n", "a\na\na\na\n"),
            List.of("a\nb\nc\n", "b\nc\n"),
            List.of("1\n2\n3\n4\n5\n6\n7\n8\n", "0\n1\n2\n4\n5\n6\n7\n8\n9\n"));
    for (List<String> pair : pairs) {
      Path file = folder.resolve("f");
      Files.writeString(file, pair.get(0));
      Path patch = folder.resolve("p");
      Files.writeString(patch, TextDiff.of("f", pair.get(0), pair.get(1)));
      int exit =
          new ProcessBuilder("git", "apply", "--unsafe-paths", patch.toString())
              .directory(folder.toFile())
              .inheritIO()
              .start()
              .waitFor();
      assertThat(exit).as(Files.readString(patch)).isZero();
      assertThat(file).hasContent(pair.get(1).strip());
      assertThat(Files.readString(file)).isEqualTo(pair.get(1));
    }
  }
}
