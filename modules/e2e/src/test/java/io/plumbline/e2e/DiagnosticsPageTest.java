package io.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.testkit.golden.Golden;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Writes {@code docs/diagnostics.md} from the sources: run with -Dgolden.update. Holds each code to
 * one severity and one summary, which are written beside it.
 */
final class DiagnosticsPageTest {
  private static final Path ROOT = Path.of("../..");
  private static final Path PAGE = ROOT.resolve("docs/diagnostics.md");

  /** A code in code, not in prose. */
  private static final Pattern CODE = Pattern.compile("\"(PLB-[A-Z]+-[0-9]+)\"");

  /**
   * A code with what follows: perhaps a severity, then the summary as one literal. Where none is
   * named it is an error, unless a rule says that it is a warning.
   */
  private static final Pattern DECLARED =
      Pattern.compile(
          "(Rule\\.warning\\(\\s*)?\"(PLB-[A-Z]+-[0-9]+)\",\\s*"
              + "(?:(?:Diagnostic\\.)?Severity\\.(ERROR|WARNING),\\s*)?\"([^\"\\\\]+)\",");

  private static final String HEAD =
      """
      # Diagnostics

      Everything that Plumbline refuses or warns of has a code, which is never reused. The message says what was got,
      what is allowed and what to do. An error makes the command fail, but for an expired rule, which counts as drift; a
      warning is printed and changes nothing. Breaches of an organisation's own policies have the code `policy:` and the
      policy's id.

      Generated from the sources; `mvn -pl modules/e2e -am test -Dtest=DiagnosticsPageTest
      -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update` writes it anew.

      | code | severity | summary |
      |---|---|---|
      """;

  @Test
  void isTheOneCommitted() throws IOException {
    SortedMap<String, Set<String>> rows = new TreeMap<>();
    for (Path file : sources()) {
      collect(Files.readString(file), file, rows);
    }

    assertThat(rows).as("codes found").hasSizeGreaterThan(80);
    assertThat(rows)
        .allSatisfy((code, said) -> assertThat(said).as("what %s says", code).hasSize(1));
    StringBuilder page = new StringBuilder(HEAD);
    rows.forEach((code, said) -> page.append("| `" + code + "` | " + said.iterator().next()));
    Golden.check(PAGE, page.toString());
  }

  private static void collect(String source, Path file, SortedMap<String, Set<String>> rows) {
    Matcher declared = DECLARED.matcher(source);
    int found = 0;
    while (declared.find()) {
      boolean warning = declared.group(1) != null || "WARNING".equals(declared.group(3));
      String row = (warning ? "warning" : "error") + " | " + declared.group(4) + " |\n";
      rows.computeIfAbsent(declared.group(2), code -> new TreeSet<>()).add(row);
      found++;
    }
    assertThat(found)
        .as("codes of %s with a constant summary", file)
        .isEqualTo(CODE.matcher(source).results().count());
  }

  private static List<Path> sources() throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        ROOT.resolve("modules"),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            Path name = folder.getFileName();
            boolean skipped = name.endsWith("target") || folder.endsWith("src/test");
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }
}
