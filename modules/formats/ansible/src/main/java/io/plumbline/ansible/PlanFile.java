package io.plumbline.ansible;

import io.plumbline.files.Digest;
import io.plumbline.spi.Engine.Workspace;
import io.plumbline.spi.EngineException;
import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says, for whoever carries it out: on which machines, and by which artefacts. With
 * others it is not carried out.
 */
final class PlanFile {
  private static final String NAME = "plan.json";

  private PlanFile() {}

  /** Writes the plan to change these machines; null where there are none. */
  static @Nullable Path write(Workspace workspace, List<String> machines) {
    Path folder = workspace.directory().resolve(AnsibleFormat.ID);
    Path file = folder.resolve(NAME);
    try {
      if (machines.isEmpty()) {
        Files.deleteIfExists(file);
        return null;
      }
      Obj plan =
          Value.object("artefacts", Value.text(digest(folder)), "machines", Value.texts(machines));
      Files.writeString(file, JsonWriter.pretty(plan) + "\n");
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The machines that are to be changed.
   *
   * @throws EngineException if the artefacts are not those that were planned with
   */
  static List<String> read(Workspace workspace, Path file) {
    try {
      Obj plan = (Obj) JsonReader.read(Files.readString(file));
      Path folder = workspace.directory().resolve(AnsibleFormat.ID);
      if (!plan.get("artefacts").equals(Value.text(digest(folder)))) {
        throw new EngineException(
            "what would be carried out is not what was planned: plan again, and deploy that");
      }
      List<String> machines = new ArrayList<>();
      for (Value each : ((Value.Sequence) plan.get("machines")).items()) {
        machines.add(((Value.Text) each).value());
      }
      return machines;
    } catch (JsonReader.SyntaxException | ClassCastException e) {
      throw new EngineException(file + " is no plan: plan again", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(each).toString();
        if (!name.equals(NAME) && !name.startsWith(".")) {
          all.append(Digest.of(each)).append(' ').append(name).append('\n');
        }
      }
    }
    return Digest.of(all.toString());
  }
}
