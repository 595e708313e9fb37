package io.plumbline.terraform;

import io.plumbline.graph.Resource;
import io.plumbline.spi.Engine.Action;
import io.plumbline.spi.Engine.Change;
import io.plumbline.spi.Engine.Workspace;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What Terraform is to take over: a Terraform that was killed may have made something that it does
 * not remember, and would make it again. Import blocks beside the configuration; they are part of
 * the plan, and mean nothing once it is carried out.
 */
final class Imports {
  private final Workspace workspace;
  private final Path file;

  Imports(Workspace workspace, WorkFolder folder) {
    this.workspace = workspace;
    this.file = folder.path().resolve("imports.tf.json");
  }

  /** Those of before are in Terraform's state by now, or nobody wants them. */
  void clear() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes those of what would be made and is there already; false where that is nothing. */
  boolean write(List<Change> changes) {
    List<Value> blocks = new ArrayList<>();
    for (Change change : changes) {
      String id = workspace.there().get(change.address());
      Resource resource = workspace.graph().find(change.address());
      if (change.action() == Action.CREATE && id != null && resource != null) {
        blocks.add(
            Value.object(
                "to", Value.text(GraphNames.resource(resource)),
                "id", Value.text(Template.literal(id))));
      }
    }
    if (blocks.isEmpty()) {
      return false;
    }
    try {
      Files.writeString(file, JsonWriter.pretty(Value.object("import", Value.list(blocks))) + "\n");
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
