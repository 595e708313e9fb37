package io.plumbline.e2e.deploy;

import io.plumbline.e2e.harness.ProjectFolder;
import io.plumbline.graph.Resource;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Document;
import io.plumbline.kind.Lens;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Terraform itself reads of the live fleet: its state, refreshed, by type and local name. */
final class TerraformState {
  private final Map<String, Obj> documents = new LinkedHashMap<>();

  private TerraformState() {}

  /** Refreshes the state of a stack, and reads it. */
  static TerraformState refreshed(ProjectFolder project, String stack) {
    Path folder = project.work(stack).resolve("terraform");
    run(project, folder, "plan", "-refresh-only", "-input=false", "-out=refreshed.tfplan");
    Obj plan = (Obj) JsonReader.read(run(project, folder, "show", "-json", "refreshed.tfplan"));
    TerraformState state = new TerraformState();
    Value resources =
        Lens.find(plan, List.of("prior_state", "values", "root_module")) instanceof Obj root
            ? root.get("resources")
            : Value.NULL;
    for (Value each : ((Value.Sequence) resources).items()) {
      Obj resource = (Obj) each;
      String key = text(resource, "type") + "." + text(resource, "name");
      state.documents.put(key, (Obj) resource.get("values"));
    }
    return state;
  }

  /** A resource's attributes as Terraform sees them. */
  Obj attributes(Resource resource) {
    Map<String, Value> mine = new LinkedHashMap<>();
    for (Document document : resource.kind().documents(Dialect.TERRAFORM)) {
      Obj values = documents.get(document.type() + "." + resource.address().replace('/', '_'));
      if (values != null) {
        mine.put(document.name(), values);
      }
    }
    return Lens.decode(resource.kind().shape(), mine, Dialect.TERRAFORM);
  }

  private static String text(Obj from, String member) {
    return ((Value.Text) from.get(member)).value();
  }

  private static String run(ProjectFolder project, Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("terraform"));
    command.addAll(List.of(arguments));
    try {
      Path out = Files.createTempFile("terraform", ".out");
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      Path configuration = project.home().resolve(".plumbline/terraform.rc");
      if (Files.exists(configuration)) {
        builder.environment().put("TF_CLI_CONFIG_FILE", configuration.toString());
      }
      builder.redirectOutput(out.toFile()).redirectErrorStream(true);
      int exit = builder.start().waitFor();
      String said = Files.readString(out);
      Files.delete(out);
      if (exit != 0) {
        throw new IllegalStateException(command + " ended with " + exit + ":\n" + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
