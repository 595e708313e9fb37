package io.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The sandbox's own tests, which are in Python as it is: one for each gap that it fills, and more.
 * And those of the benchmark of recall and of scripts on machines, which are in Python too, and of
 * a function at Azure, in JavaScript.
 */
class SandboxTestsIT {
  private static final Pattern RAN = Pattern.compile("Ran (\\d+) tests in [0-9.]+s\\R+OK\\R");

  @Test
  void pass() {
    assertThat(passed("ci/sandbox/tests")).isGreaterThan(100);
  }

  @Test
  void ofTheBenchmarkPass() {
    assertThat(passed("modules/benchmarks/tests")).isGreaterThan(5);
  }

  @Test
  void ofTheScriptOnMachinesPass() {
    assertThat(passed("modules/providers/onprem/src/test/python")).isGreaterThan(15);
  }

  @Test
  void ofWhatPlaybooksFindToDoPass() {
    assertThat(passed("modules/formats/ansible/src/test/python")).isGreaterThan(9);
  }

  @Test
  void ofWhatHearsScheduledEventsPass() {
    assertThat(passed("modules/providers/azure/src/test/python")).isGreaterThan(10);
  }

  /** The function of an interruption handling, by the program that runs it at Azure. */
  @Test
  void ofWhatReplacesNodesPass() {
    String said =
        RealPrograms.node(
            RealPrograms.HOME.toAbsolutePath().resolve("modules/providers/azure/src/test/js"),
            "--test",
            "--test-reporter=tap",
            "replace-nodes.test.js");
    assertThat(said).contains("# pass 9").contains("# fail 0");
  }

  /** How many tests of a folder passed, which is all of them. */
  private static int passed(String folder) {
    String said =
        RealPrograms.python(
            RealPrograms.HOME.toAbsolutePath().resolve(folder),
            "-c",
            "import sys, unittest; sys.stderr = sys.stdout; unittest.main(None, argv=['unittest',"
                + " 'discover'])");
    Matcher ran = RAN.matcher(said);
    assertThat(ran.find()).as(said).isTrue();
    return Integer.parseInt(ran.group(1));
  }
}
