package io.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.plumbline.drift.DriftReport;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DriftJsonTest {
  private static final Path SCHEMA = Path.of("../../docs/schema/drift-report.schema.json");

  static DriftReport[] reports() {
    return new DriftReport[] {Reports.inSync(), Reports.undetermined(), Reports.everything()};
  }

  @ParameterizedTest
  @MethodSource("reports")
  void fitsThePublishedSchema(DriftReport report) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
    String json = ReportFormat.JSON.render(report, Display.PLAIN);
    assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
  }

  @Test
  void schemaRefusesWhatIsNotInIt() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
    String json =
        ReportFormat.JSON
            .render(Reports.everything(), Display.PLAIN)
            .replace("\"changed\"", "\"altered\"");
    assertThat(schema.validate(json, InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void countsEachTypeAndKeepsEveryMember() {
    Value.Obj json = (Value.Obj) JsonReader.read(DriftJson.render(Reports.everything()));
    assertThat(json.get("verdict")).isEqualTo(Value.text("drift"));
    Value.Obj summary = (Value.Obj) json.get("summary");
    assertThat(summary.get("changed")).isEqualTo(Value.whole(4));
    assertThat(summary.get("pending")).isEqualTo(Value.whole(2));
    Value.Obj missing = (Value.Obj) ((Value.Sequence) json.get("findings")).items().get(0);
    assertThat(missing.members())
        .containsKeys("liveId", "attribute", "desired", "observed", "replaces", "reason")
        .containsEntry("id", Value.text("net"));
  }
}
