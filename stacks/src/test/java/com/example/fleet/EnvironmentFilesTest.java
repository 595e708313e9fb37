package com.example.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.plumbline.config.EnvironmentSchema;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.Provider;
import io.plumbline.value.JsonWriter;
import io.plumbline.yaml.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EnvironmentFilesTest {
  private static final Path COMMITTED = Project.ROOT.resolve("docs/schema/environment.schema.json");

  static List<String> names() {
    return Project.names();
  }

  @Test
  void thereIsOneForEachStageOneOfSeveralRegionsAndOnesOfOtherPlaces() {
    assertThat(names())
        .containsExactly("azure", "dev", "prod", "regions", "sandbox", "sandbox-hybrid");
  }

  @ParameterizedTest
  @MethodSource("names")
  void describeWithoutProblems(String name) {
    assertThat(Project.designs(name))
        .isNotEmpty()
        .allSatisfy(design -> assertThat(design.problems()).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("names")
  void areAcceptedByTheirProvider(String name) {
    for (Site site : Project.environment(name).sites()) {
      Provider provider = Project.provider(site);
      assertThat(Project.designs(name))
          .allSatisfy(
              design -> {
                Target target = new Target(name, design.stack(), site);
                assertThat(provider.validate(design, target)).isEmpty();
                assertThat(provider.lower(design, target).isEmpty()).isFalse();
              });
    }
  }

  /** Run with -Dgolden.update to write it anew. */
  @Test
  void theSchemaIsTheOneCommitted() throws IOException {
    String generated = EnvironmentSchema.of(Project.parameters());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(COMMITTED, generated);
    }
    assertThat(COMMITTED).hasContent(generated);
  }

  @ParameterizedTest
  @MethodSource("names")
  void areValidByTheSchema(String name) throws IOException {
    assertThat(errors(text(name))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "region:|regoin:",
        "engine: auto|engine: magic",
        "account: \"123456789012\"|account: 123456789012",
        "credentials: fake|credentials: {secret: x}",
        "trainers: 2|trainers: two",
        "min: 0|min: [0]",
        "stacks:|stack:",
        "llm-training:|llm-trainig:",
      })
  void areInvalidByTheSchemaWhenBroken(String right, String wrong) throws IOException {
    String text = text("sandbox");
    assertThat(text).contains(right);
    assertThat(errors(text.replace(right, wrong))).isNotEmpty();
  }

  private static String text(String name) throws IOException {
    return Files.readString(Project.ROOT.resolve("environments/" + name + ".yaml"));
  }

  private static List<String> errors(String yaml) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(COMMITTED));
    String json = JsonWriter.compact(YamlDocument.read(yaml, "test").value());
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }
}
