package io.plumbline.e2e.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.plumbline.e2e.harness.Plumbline;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people and programs are told of a fleet whose largest group somebody has enlarged. */
class ReportsIT {
  @RegisterExtension static final DeployedFleet DEPLOYED = new DeployedFleet("reports");

  @BeforeAll
  static void enlarge() {
    maximum(9);
  }

  @AfterAll
  static void restore() {
    maximum(2);
  }

  @AfterEach
  void ignoreNothing() {
    DEPLOYED.project().sections("");
  }

  private static void maximum(int size) {
    String name = DEPLOYED.fleet().group("trainers/group").autoScalingGroupName();
    DEPLOYED
        .fleet()
        .scaling()
        .updateAutoScalingGroup(r -> r.autoScalingGroupName(name).maxSize(size));
  }

  private static void ignore(String until) {
    DEPLOYED
        .project()
        .sections(
            """
            ignore:
              - address: trainers/*
                attribute: maxSize
                reason: load test
                until: %s
            """
                .formatted(until));
  }

  @Test
  void writesJsonAsTheSchemaSays() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(schemaFile()));
    List<Error> errors = schema.validate(DEPLOYED.drift().out(), InputFormat.JSON);
    assertThat(errors).isEmpty();
  }

  private static Path schemaFile() {
    return Path.of(System.getProperty("plumbline.home", "../.."))
        .resolve("docs/schema/drift-report.schema.json");
  }

  @Test
  void writesPlainTextWhereNobodyLooks() throws IOException {
    Path file = DEPLOYED.project().home().resolve("report.txt");
    Plumbline.Result result =
        DEPLOYED.plumbline().run("drift", "--output", "json", "--output", "text=" + file);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(Files.readString(file))
        .startsWith("sandbox: drift: 1 changed\n")
        .contains("trainers/group  auto-scaling-group  sandbox-llm-training-trainers-group\n")
        .contains("at stacks/src/main/java/com/example/fleet/LlmTraining.java:")
        .containsPattern("maxSize\n +desired +2\n +observed +9\n")
        .containsPattern("coverage: [0-9]+ resources; [0-9]+ of [0-9]+ attributes compared")
        .doesNotContain("\u001b");
    assertThat(result.err()).doesNotContain("\u001b");
  }

  @Test
  void leavesOutWhatARuleIgnoresForAWhile() {
    ignore("2999-12-31");
    Plumbline.Result result = DEPLOYED.drift();
    assertThat(result.exit()).as(result.toString()).isZero();
    assertThat(Found.items(result.json(), "findings")).isEmpty();
    assertThat(((Obj) result.json().get("summary")).get("ignored")).isEqualTo(Value.whole(1));
  }

  @ParameterizedTest
  @CsvSource({
    "trainers/*, 0, 1",
    "trainers/*:maxSize, 0, 1",
    "trainers/*:minSize, 2, 0",
    "spot/*, 2, 0"
  })
  void leavesOutWhatTheCommandLineIgnores(String pattern, int exit, int ignored) {
    Plumbline.Result result =
        DEPLOYED.plumbline().run("drift", "--output", "json", "--ignore", pattern);
    assertThat(result.exit()).as(result.toString()).isEqualTo(exit);
    assertThat(((Obj) result.json().get("summary")).get("ignored")).isEqualTo(Value.whole(ignored));
  }

  @Test
  void countsARuleThatHasExpiredAsDrift() {
    ignore("2026-01-01");
    Plumbline.Result result = DEPLOYED.drift();
    assertThat(result.exit()).isEqualTo(2);
    assertThat(Found.in(result.json(), DEPLOYED.project().home()))
        .containsExactly("changed trainers/group maxSize <- trainers");
    assertThat(Found.items(result.json(), "diagnostics"))
        .extracting(each -> Found.text(each, "code") + " " + Found.text(each, "severity"))
        .containsExactly("PLB-DRF-001 error");
  }

  @Test
  void warnsOfARuleThatNothingNeeds() {
    ignore("2999-12-31");
    maximum(2);
    try {
      Plumbline.Result result = DEPLOYED.drift();
      assertThat(result.exit()).isZero();
      assertThat(Found.items(result.json(), "diagnostics"))
          .extracting(each -> Found.text(each, "code") + " " + Found.text(each, "severity"))
          .containsExactly("PLB-DRF-002 warning");
    } finally {
      maximum(9);
    }
  }

  /** What nobody says is known to be what AWS fills in. */
  @Test
  void findsNoMoreInThisFleetWhereItIsStrict() {
    Plumbline.Result result = DEPLOYED.plumbline().run("drift", "--strict", "--output", "json");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(Found.in(result.json(), DEPLOYED.project().home()))
        .containsExactly("changed trainers/group maxSize <- trainers");
  }
}
