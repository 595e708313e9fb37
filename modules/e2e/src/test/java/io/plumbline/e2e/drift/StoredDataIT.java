package io.plumbline.e2e.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Plumbline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done to keys, parameters and shared files behind Plumbline's back. */
class StoredDataIT {
  @RegisterExtension
  static final DeployedFleet DEPLOYED =
      new DeployedFleet(StoredData.NAME, StoredData.NAME, "days: 30", StoredData::before);

  static Stream<Change> changes() {
    return Stream.of(KeyChanges.all(), FileChanges.all()).flatMap(List::stream);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void isFoundWhereItWasDone(Change change) {
    Runnable undo = change.deed().to(DEPLOYED.fleet());
    Plumbline.Result after;
    try {
      after = DEPLOYED.drift();
    } finally {
      undo.run();
    }
    assertThat(Found.in(after.json(), DEPLOYED.project().home()))
        .as(after.toString())
        .containsExactlyElementsOf(change.found());
    assertThat(after.exit()).isEqualTo(change.found().isEmpty() ? 0 : 2);
    Plumbline.Result undone = DEPLOYED.drift();
    assertThat(undone.exit()).as(undone.toString()).isZero();
  }

  @Test
  void holdsNoSecretAnywhere() throws IOException {
    try (Stream<Path> files = Files.walk(DEPLOYED.project().work(StoredData.NAME))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).as(file.toString()).doesNotContain("never read");
      }
    }
  }
}
