package io.plumbline.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares texts with {@code src/test/resources/golden/CASE/expected/FILE} of the module under
 * test. {@code -Dgolden.update} writes the files anew instead, to be read through before they are
 * committed.
 */
public final class Golden {
  private static final Path ROOT = Path.of("src/test/resources/golden");

  private Golden() {}

  /** Fails unless {@code text} is what the case expects in {@code file}. */
  public static void check(String testCase, String file, String text) {
    check(ROOT.resolve(testCase).resolve("expected").resolve(file), text);
  }

  /** Fails unless {@code text} is what stands at {@code path}. */
  public static void check(Path path, String text) {
    try {
      if (System.getProperty("golden.update") != null) {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, text, StandardCharsets.UTF_8);
      }
      assertThat(path).as("update with -Dgolden.update").exists();
      assertThat(text).as("%s", path).isEqualTo(Files.readString(path, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
