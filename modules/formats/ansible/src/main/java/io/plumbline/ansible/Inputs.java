package io.plumbline.ansible;

import io.plumbline.graph.Input;
import io.plumbline.spi.Engine.Workspace;
import io.plumbline.spi.EngineException;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What other sites have made that files of machines name, told to the playbook in a file: who runs
 * it by hand writes one like it, {@code --extra-vars @inputs.yaml}.
 */
final class Inputs {
  /** The variable that holds them, each under its address, or its address and output. */
  static final String VARIABLE = "plumbline_inputs";

  private static final String FILE = "inputs.yaml";

  private Inputs() {}

  /** Writes the file where anything is asked for; the arguments that name it. */
  static List<String> write(Workspace workspace) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (Input input : Input.of(workspace.graph())) {
      String value = workspace.inputs().getOrDefault(input.key(), input.known());
      if (value == null) {
        throw new EngineException(
            input.resource().address() + ": the " + input.description() + " is not known");
      }
      values.put(input.key(), Value.text(value));
    }
    Path file = workspace.directory().resolve(AnsibleFormat.ID).resolve(FILE);
    try {
      if (values.isEmpty()) {
        Files.deleteIfExists(file);
        return List.of();
      }
      Value told = Value.object(VARIABLE, new Obj(values));
      try (OutputStream out = Files.newOutputStream(file)) {
        Yaml.of(told, workspace.target()).writeTo(out);
      }
      return List.of("--extra-vars", "@" + FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
