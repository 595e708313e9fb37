package io.plumbline.e2e.ci;

import io.plumbline.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code ./plumbline} of a test's project: the command line with the classes of the test. */
final class Launcher {
  private Launcher() {}

  static void write(Path project) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    Path file = project.resolve("plumbline");
    Files.writeString(
        file,
        """
        #!/bin/sh
        exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dplumbline.home="$PWD" -cp '%s' %s "$@"
        """
            .formatted(java, System.getProperty("java.class.path"), Main.class.getName()));
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
  }
}
