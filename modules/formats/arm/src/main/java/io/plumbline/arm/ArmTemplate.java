package io.plumbline.arm;

import com.azure.resourcemanager.resources.models.DeploymentParameter;
import io.plumbline.files.Digest;
import io.plumbline.graph.Input;
import io.plumbline.spi.Engine.Workspace;
import io.plumbline.spi.EngineException;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;

/**
 * The template that is deployed, and what it is told of things that exist already.
 *
 * @param template as the format wrote it
 * @param inputs values of parameters by name
 */
record ArmTemplate(Value.Obj template, Map<String, String> inputs, String text) {

  static ArmTemplate of(Workspace workspace) {
    try {
      String text =
          Files.readString(workspace.directory().resolve(ArmFormat.ID).resolve(ArmFormat.FILE));
      return new ArmTemplate((Value.Obj) JsonReader.read(text), inputs(workspace), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> inputs(Workspace workspace) {
    Map<String, String> inputs = new TreeMap<>();
    for (Input input : new ArmGraph(workspace.graph()).inputs()) {
      String known = input.known();
      String value = workspace.inputs().getOrDefault(input.key(), known == null ? "" : known);
      if (value.isEmpty()) {
        throw new EngineException(
            input.resource().address()
                + ": the "
                + input.description()
                + " is not known; does it exist at this site?");
      }
      inputs.put(ArmSyntax.parameter(input), value);
    }
    return inputs;
  }

  /** Whether the resource group is in it, so that the subscription is what it is deployed to. */
  boolean isOfSubscription() {
    return template.get("$schema") instanceof Value.Text schema
        && schema.value().contains("subscriptionDeploymentTemplate");
  }

  Map<String, Object> json() {
    return PlainJson.of(template);
  }

  Map<String, DeploymentParameter> parameters() {
    Map<String, DeploymentParameter> parameters = new TreeMap<>();
    inputs.forEach(
        (name, value) -> parameters.put(name, new DeploymentParameter().withValue(value)));
    return parameters;
  }

  /** SHA-256 of all that is deployed. */
  String digest() {
    return Digest.of(text + inputs);
  }
}
