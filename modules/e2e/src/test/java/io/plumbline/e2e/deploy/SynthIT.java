package io.plumbline.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Plumbline;
import io.plumbline.e2e.harness.Plumbline.Forked;
import io.plumbline.e2e.harness.Plumbline.Result;
import io.plumbline.e2e.harness.ProjectFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is written, for the example stacks and for designs made by chance. */
class SynthIT {
  private static ProjectFolder project;
  private static Plumbline plumbline;

  @BeforeAll
  static void describe() {
    project =
        ProjectFolder.offline("synth")
            .stack("llm-training", Examples.TRAINING)
            .stack("llm-serving", Examples.SERVING)
            .stack("every-kind", "most: 4")
            .stack("random-fleet", "seed: 7\ndesigns: 8");
    plumbline = new Plumbline(project);
  }

  /** Every JVM has a seed of its own for the order of hashed collections. */
  @Test
  void isTheSameByteForByteInOtherSurroundings() throws IOException {
    Map<String, String> here = written(plumbline.run("synth", "-o", folder("here")), "here");
    assertThat(here).hasSizeGreaterThanOrEqualTo(9);

    Forked turkish =
        plumbline
            .forked()
            .flag("-Duser.language=tr")
            .flag("-Duser.country=TR")
            .flag("-Duser.timezone=Pacific/Chatham")
            .flag("-Dfile.encoding=ISO-8859-1")
            .variable("LC_ALL", "C");
    Forked arabic =
        plumbline
            .forked()
            .flag("-Duser.language=ar")
            .flag("-Duser.country=EG")
            .flag("-Dfile.encoding=UTF-16")
            .variable("TZ", "America/St_Johns");
    assertThat(written(turkish.run("synth", "-o", folder("turkish")), "turkish")).isEqualTo(here);
    assertThat(written(arabic.run("synth", "-o", folder("arabic")), "arabic")).isEqualTo(here);
  }

  @Test
  void givesTheLinterOfCloudFormationNothingToSay() throws IOException {
    List<String> templates = new ArrayList<>();
    templates.addAll(templates("sandbox"));
    for (String environment : List.of("dev", "prod")) {
      project.copyEnvironment(environment);
      templates.addAll(templates(environment));
    }
    // One for each stack; what is made up by chance may be too much for one.
    assertThat(templates).hasSizeGreaterThanOrEqualTo(4 + 1 + 4);

    assertThat(new Linter(project).findings(templates)).isEmpty();
  }

  private static List<String> templates(String environment) throws IOException {
    String format = "cloudformation";
    Result result =
        plumbline.run("synth", "-e", environment, "--format", format, "-o", folder("lint"));
    return written(result, "lint/" + environment).keySet().stream()
        .filter(file -> file.endsWith(".yaml"))
        .map(file -> folder("lint/" + environment) + "/" + file)
        .toList();
  }

  private static String folder(String name) {
    return project.home().resolve("target").resolve(name).toString();
  }

  /** Each file's content, by its path. */
  private static Map<String, String> written(Result result, String name) throws IOException {
    assertThat(result.exit()).as("%s", result).isZero();
    Path folder = Path.of(folder(name));
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        files.put(folder.relativize(file).toString(), content);
      }
    }
    return files;
  }
}
