package io.plumbline.cloudformation;

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
 * @param stack id of the stack
 * @param changeSet id of the change set; empty where the stack is to go
 * @param template SHA-256 of the template that was planned
 */
record PlanFile(String stack, String changeSet, String template) {

  boolean removes() {
    return changeSet.isEmpty();
  }

  Path write(Workspace workspace) {
    Path file = workspace.directory().resolve(CloudFormationFormat.ID).resolve("plan.json");
    Value content =
        Value.object(
            "stack", Value.text(stack),
            "changeSet", Value.text(changeSet),
            "template", Value.text(template));
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, JsonWriter.pretty(content) + "\n");
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PlanFile read(Path file) {
    try {
      Value.Obj content = (Value.Obj) JsonReader.read(Files.readString(file));
      return new PlanFile(
          text(content, "stack"), text(content, "changeSet"), text(content, "template"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Value.Obj content, String name) {
    return ((Value.Text) content.get(name)).value();
  }
}
