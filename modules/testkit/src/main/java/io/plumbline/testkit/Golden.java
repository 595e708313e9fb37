package io.plumbline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares text with a file that lies beside its case. {@code -Dgolden.update} writes the files
 * instead; that run then fails when {@code CI} is set, so that no machine approves what no one
 * looked at.
 */
public final class Golden {
  private Golden() {}

  /** Fails unless {@code file} holds {@code actual}. */
  public static void check(Path file, String actual) {
    try {
      if (System.getProperty("golden.update") != null) {
        assertThat(System.getenv("CI")).as("golden files are not updated in CI").isNull();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, actual);
      }
      assertThat(file)
          .as("golden file; run again with -Dgolden.update to write it, then read what changed")
          .exists();
      assertThat(actual).as("%s", file).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
