package io.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The sandbox's own tests, which are in Python as it is: one for each gap that it fills, and more.
 */
class SandboxTestsIT {
  private static final Pattern RAN = Pattern.compile("Ran (\\d+) tests in [0-9.]+s\\R+OK\\R");

  @Test
  void pass() {
    Path folder = RealPrograms.HOME.toAbsolutePath().resolve("ci/sandbox/tests");
    String said =
        RealPrograms.python(
            folder,
            "-c",
            "import sys, unittest; sys.stderr = sys.stdout; unittest.main(None, argv=['unittest',"
                + " 'discover'])");
    Matcher ran = RAN.matcher(said);
    assertThat(ran.find()).as(said).isTrue();
    assertThat(Integer.parseInt(ran.group(1))).isGreaterThan(100);
  }
}
