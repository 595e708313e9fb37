package io.plumbline.arm;

import com.azure.resourcemanager.resources.models.DeploymentParameter;
import io.plumbline.files.Digest;
import io.plumbline.graph.Input;
import io.plumbline.model.Site;
import io.plumbline.spi.Engine.Workspace;
import io.plumbline.spi.EngineException;
import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The template that is deployed, what it is told of things that exist already, and what it leads
 * to.
 *
 * @param template as the format wrote it
 * @param inputs values of parameters by name
 * @param linked nested templates that stand in files of their own, by version of the template spec
 */
record ArmTemplate(
    Value.Obj template, Map<String, Value> inputs, SortedMap<String, Value.Obj> linked) {

  /** What stands in a workspace. */
  static ArmTemplate of(Workspace workspace) {
    Path folder = workspace.directory().resolve(ArmFormat.ID);
    Map<String, Value.Obj> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.equals(ArmFormat.FILE) || TemplateSpec.version(name) != null) {
          files.put(name, (Value.Obj) JsonReader.read(Files.readString(file)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(files, workspace);
  }

  /**
   * The same of files that stand nowhere yet.
   *
   * @param files by name; those that the root does not lead to are of no account
   */
  static ArmTemplate of(Map<String, Value.Obj> files, Workspace workspace) {
    Value.Obj root = files.get(ArmFormat.FILE);
    if (root == null) {
      throw new EngineException(ArmFormat.FILE + " was not written");
    }
    String text = JsonWriter.compact(root);
    SortedMap<String, Value.Obj> linked = new TreeMap<>();
    files.forEach(
        (name, template) -> {
          String version = TemplateSpec.version(name);
          if (version != null && text.contains(Expression.quoted(version))) {
            linked.put(version, template);
          }
        });
    Map<String, Value> inputs = inputs(root, workspace);
    if (!linked.isEmpty()) {
      inputs.put(TemplateSpec.GROUP, Value.text(group(workspace.target().site())));
    }
    return new ArmTemplate(root, inputs, linked);
  }

  private static String group(Site site) {
    String group = TemplateSpec.group(site);
    if (group == null) {
      throw new EngineException(
          "the design is too long for one request: its parts are kept in Azure as a template spec,"
              + " and site "
              + site.name()
              + (site.source() == null ? "" : " (" + site.source() + ")")
              + " names no group for it. Make one, and say it: artefacts: {resource-group: NAME}");
    }
    return group;
  }

  private static Map<String, Value> inputs(Value.Obj root, Workspace workspace) {
    Map<String, Value> inputs = new TreeMap<>();
    boolean together = Inputs.areTogether(root);
    for (Input input : new ArmGraph(workspace.graph()).inputs()) {
      if (!together && !Inputs.declares(root, ArmSyntax.parameter(input))) {
        continue; // of what is not deployed this time
      }
      String known = input.known();
      String value = workspace.inputs().getOrDefault(input.key(), known == null ? "" : known);
      if (value.isEmpty()) {
        throw new EngineException(
            input.resource().address()
                + ": the "
                + input.description()
                + " is not known; does it exist at this site?");
      }
      inputs.put(ArmSyntax.parameter(input), Value.text(value));
    }
    return together
        ? new TreeMap<>(Map.of(Inputs.ALL, new Value.Obj(new LinkedHashMap<>(inputs))))
        : inputs;
  }

  Map<String, Object> json() {
    return PlainJson.of(template);
  }

  Map<String, DeploymentParameter> parameters() {
    Map<String, DeploymentParameter> parameters = new TreeMap<>();
    PlainJson.of(together())
        .forEach((name, value) -> parameters.put(name, new DeploymentParameter().withValue(value)));
    return parameters;
  }

  private Value.Obj together() {
    return new Value.Obj(new LinkedHashMap<>(inputs));
  }

  /** SHA-256 of all that is deployed; links are by content. */
  String digest() {
    return Digest.of(JsonWriter.compact(template) + JsonWriter.compact(together()));
  }
}
