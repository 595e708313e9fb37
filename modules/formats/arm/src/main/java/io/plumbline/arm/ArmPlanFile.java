package io.plumbline.arm;

import io.plumbline.spi.Engine.Workspace;
import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is to be done, as it is kept between plan and apply.
 *
 * @param stack name of the deployment stack
 * @param template digest of what is deployed; empty where the stack is to go
 * @param foreseen digest of what Azure foresaw
 */
record ArmPlanFile(String stack, String template, String foreseen) {

  boolean removes() {
    return template.isEmpty();
  }

  Path write(Workspace workspace) {
    Path file = workspace.directory().resolve(ArmFormat.ID).resolve("plan.json");
    Value content =
        Value.object(
            "stack", Value.text(stack),
            "template", Value.text(template),
            "foreseen", Value.text(foreseen));
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, JsonWriter.pretty(content) + "\n");
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ArmPlanFile read(Path file) {
    try {
      Value.Obj content = (Value.Obj) JsonReader.read(Files.readString(file));
      return new ArmPlanFile(
          text(content, "stack"), text(content, "template"), text(content, "foreseen"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Value.Obj content, String name) {
    return ((Value.Text) content.get(name)).value();
  }
}
