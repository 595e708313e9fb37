package io.plumbline.terraform;

import io.plumbline.graph.Input;
import io.plumbline.spi.Engine.Workspace;
import io.plumbline.spi.EngineException;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the program works, and the files there that are not the configuration. */
record WorkFolder(Path path, Path shared) {
  private static final String SHARED = ".plumbline";
  private static final String INPUTS = "plumbline.auto.tfvars.json";

  /**
   * The folder of a workspace; {@code shared} is the project's own, which all its workspaces lie
   * in.
   */
  static WorkFolder of(Workspace workspace) {
    Path directory = workspace.directory().toAbsolutePath().normalize();
    Path shared = directory;
    while (shared != null && !shared.endsWith(SHARED)) {
      shared = shared.getParent();
    }
    return new WorkFolder(
        directory.resolve(TerraformFormat.ID), shared == null ? directory : shared);
  }

  Path plan() {
    return path.resolve("plan.tfplan");
  }

  Path configuration() {
    return path.resolve(TerraformFormat.FILE);
  }

  /** Tells the program what is known of existing things; it reads the file by itself. */
  void writeInputs(Workspace workspace) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (Input input : Input.of(workspace.graph())) {
      String value = workspace.inputs().getOrDefault(input.key(), input.known());
      if (value == null) {
        throw new EngineException(
            input.resource().address()
                + ": the "
                + input.description()
                + " is not known; does it exist at this site?");
      }
      values.put(
          TerraformAddress.variable(input.resource().address(), input.output()), Value.text(value));
    }
    try {
      Path file = path.resolve(INPUTS);
      if (values.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        Files.writeString(file, JsonWriter.pretty(new Value.Obj(values)) + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
