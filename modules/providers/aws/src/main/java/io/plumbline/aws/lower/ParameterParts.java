package io.plumbline.aws.lower;

import io.plumbline.aws.kinds.SsmParameter;
import io.plumbline.graph.Resource;
import io.plumbline.kind.Codec;
import io.plumbline.model.Parameter;
import io.plumbline.value.Value;
import java.util.List;

/** A parameter of Systems Manager. Its name is known beforehand, and so is its ARN. */
final class ParameterParts {
  private ParameterParts() {}

  static List<Resource> resources(Parameter parameter, Parts parts) {
    return List.of(
        parts.make(
            "",
            SsmParameter.KIND,
            Value.object(
                "name", Value.text(name(parameter, parts)),
                "type", Value.text(parameter.list() ? "StringList" : "String"),
                "value", value(parameter),
                "tier", Value.text(parameter.large() ? "Advanced" : "Standard"),
                "description",
                    parameter.description() == null
                        ? Value.NULL
                        : Value.text(parameter.description()),
                "dataType", Value.text("text"),
                "tags", parts.tags(""))));
  }

  static Value value(Parameter parameter) {
    return Codec.COMMA_SEPARATED.encode().apply(Value.list(parameter.texts()));
  }

  static String name(Parameter parameter, Parts parts) {
    String chosen = parameter.chosenName();
    return chosen == null ? parts.name("", Names.PARAMETER) : chosen;
  }

  static Value arn(Parameter parameter, Parts parts, Place place) {
    String name = name(parameter, parts);
    return Value.text(
        "arn:"
            + place.partition()
            + ":ssm:"
            + place.region()
            + ":"
            + place.account()
            + ":parameter"
            + (name.startsWith("/") ? "" : "/")
            + name);
  }
}
