package io.plumbline.e2e.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Plumbline.Result;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * All that Azure is asked for, deployed, and what people do to it behind Plumbline's back: each is
 * found where it was done, and undone nothing is left of it. Changes of things that have nothing to
 * do with each other are made at once, since a check tells them apart.
 */
class AzureOutOfBandIT {
  @TempDir static Path home;
  private static DeployedAzure deployed;

  @BeforeAll
  static void deploy() throws IOException {
    deployed = new DeployedAzure(home, DeployedAzure.everything());
  }

  @AfterAll
  static void stop() {
    deployed.close();
  }

  @TestFactory
  Stream<DynamicTest> isFoundWhereItWasDone() {
    List<DynamicTest> tests = new ArrayList<>();
    List<Change> open = new ArrayList<>(Change.all());
    while (!open.isEmpty()) {
      Map<String, Change> round = round(open);
      open.removeAll(round.values());
      tests.add(
          DynamicTest.dynamicTest(
              String.join("; ", round.values().stream().map(Change::what).toList()),
              () -> check(List.copyOf(round.values()))));
    }
    return tests.stream();
  }

  /** The next ones of which none is done to what another is done to, or inside of it. */
  private static Map<String, Change> round(List<Change> open) {
    Map<String, Change> round = new LinkedHashMap<>();
    for (Change each : open) {
      String place = each.deed().place(deployed);
      if (round.isEmpty()
          || (!each.alone()
              && round.values().stream().noneMatch(Change::alone)
              && round.keySet().stream().noneMatch(other -> isIn(other, place)))) {
        round.put(place, each);
      }
    }
    return round;
  }

  private static boolean isIn(String one, String other) {
    return (one + "/").startsWith(other + "/") || (other + "/").startsWith(one + "/");
  }

  private static void check(List<Change> round) {
    List<Runnable> undoing = new ArrayList<>();
    Result result;
    try {
      round.forEach(each -> undoing.add(each.deed().to(deployed)));
      result = deployed.drift();
    } finally {
      undoing.forEach(Runnable::run);
      deployed.azure().pass(Duration.ofDays(1));
    }
    assertThat(found(result))
        .as(result.toString())
        .containsExactlyInAnyOrderElementsOf(
            round.stream().flatMap(each -> each.found().stream()).toList());
    assertThat(result.exit()).isEqualTo(round.stream().allMatch(Change::isNoDrift) ? 0 : 2);
    Result undone = deployed.drift();
    assertThat(undone.exit()).as(undone.toString()).isZero();
  }

  private static List<String> found(Result result) {
    return ((Value.Sequence) result.json().get("findings"))
        .items().stream().map(each -> line((Obj) each)).toList();
  }

  private static String line(Obj finding) {
    String id = text(finding, "id");
    return String.join(
            " ",
            text(finding, "type"),
            id.isEmpty() ? text(finding, "kind") : id,
            text(finding, "attribute"))
        .strip();
  }

  private static String text(Obj object, String member) {
    return object.get(member) instanceof Value.Text text ? text.value() : "";
  }
}
