package io.plumbline.testkit.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.value.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The check, case by case: each folder below {@code drift/} holds desired, observed and findings.
 * {@code -Dgolden.update} writes the findings anew.
 */
class DriftTriadsTest {
  private static final Path CASES = Path.of("src", "test", "resources", "drift");

  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsWhatTheCaseSays(Path folder) throws IOException {
    Triad triad = new Triad(folder);
    String found = JsonWriter.pretty(triad.check()) + "\n";
    if (System.getProperty("golden.update") != null) {
      Files.writeString(triad.findings(), found);
    }
    assertThat(found).isEqualTo(Files.readString(triad.findings()));
  }

  @Test
  void thereAreCases() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(25);
  }
}
