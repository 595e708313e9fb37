package io.plumbline.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.value.References;
import io.plumbline.value.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The boot script of a GPU node, rendered; its linter is among the real programs. */
class GpuNodeTest {
  @TempDir Path folder;

  @Test
  void isBashWhateverTheBucketIsCalled() throws Exception {
    Path script =
        script(Map.of("bucket", Value.text("it's a \"bucket\" $(id)\n"), "gpus", Value.whole(8)));
    assertThat(run("bash", "-n", script.toString())).isEmpty();
  }

  @Test
  void keepsTheBucketAsAReference() {
    Value text = render(Map.of("bucket", Value.ref("checkpoints", "name"), "gpus", Value.whole(8)));
    List<Value> references = new ArrayList<>();
    References.forEach(text, references::add);
    assertThat(references).containsExactly(Value.ref("checkpoints", "name"));
  }

  @Test
  void fitsIntoUserData() {
    Value text = render(Map.of("bucket", Value.text("b".repeat(63)), "gpus", Value.whole(8)));
    assertThat(((Value.Text) text).value().length()).isLessThan(16_384);
  }

  private Value render(Map<String, Value> variables) {
    return new FreemarkerTemplates(folder)
        .render("aws/gpu-node.sh", new LinkedHashMap<>(variables));
  }

  private Path script(Map<String, Value> variables) throws Exception {
    return Files.writeString(
        folder.resolve("gpu-node.sh"), ((Value.Text) render(variables)).value());
  }

  private static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out;
  }
}
