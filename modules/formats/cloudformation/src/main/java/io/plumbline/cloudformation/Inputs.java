package io.plumbline.cloudformation;

import io.plumbline.graph.Input;
import io.plumbline.spi.Engine.Workspace;
import io.plumbline.spi.EngineException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** What root is told of things that exist already: one parameter for each of their outputs. */
final class Inputs {

  /** An output of the thing at {@code address}, by the name of its parameter. */
  private record Told(String address, String parameter, String value) {}

  private final List<Told> all = new ArrayList<>();

  /**
   * The inputs of a workspace.
   *
   * @throws EngineException if one is not known
   */
  Inputs(Workspace workspace) {
    for (Input input : Input.of(CloudFormationFormat.legal(workspace.graph()))) {
      String known = input.known();
      String value = workspace.inputs().getOrDefault(input.key(), known == null ? "" : known);
      String address = input.resource().address();
      if (value.isEmpty()) {
        throw new EngineException(
            address
                + ": the "
                + input.description()
                + " is not known; does it exist at this site?");
      }
      all.add(new Told(address, GraphNames.parameter(input.resource(), input.output()), value));
    }
  }

  List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    all.forEach(told -> parameters.add(parameter(told.parameter, told.value)));
    return parameters;
  }

  /**
   * Addresses of those of which the stack was told something else at its last deploy, or nothing.
   */
  Set<String> newTo(@Nullable Stack stack) {
    Map<String, String> before = new HashMap<>();
    if (stack != null) {
      stack.parameters().forEach(p -> before.put(p.parameterKey(), p.parameterValue()));
    }
    Set<String> addresses = new LinkedHashSet<>();
    for (Told told : all) {
      if (!told.value.equals(before.get(told.parameter))) {
        addresses.add(told.address);
      }
    }
    return addresses;
  }

  static Parameter parameter(String name, String value) {
    return Parameter.builder().parameterKey(name).parameterValue(value).build();
  }
}
