package io.plumbline.live.aws;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ssm.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;
import software.amazon.awssdk.services.ssm.model.ParameterStringFilter;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Systems Manager, one line an operation: by name, as many at a time as it takes. */
final class SsmOperations {
  private SsmOperations() {}

  /** The most names that one request may hold. */
  private static final int VALUES = 10;

  private static final int METADATA = 50;

  static final List<Operation> ALL =
      List.of(
          new Operation(
              "ssm:DescribeParameters",
              ParameterMetadata::builder,
              "Name",
              (aws, names, asking) ->
                  Operation.inBatches(
                      asking, names, METADATA, (some, items) -> describe(aws, some, items))),
          new Operation(
              "ssm:GetParameters",
              Parameter::builder,
              "Name",
              (aws, names, asking) ->
                  Operation.inBatches(
                      asking, names, VALUES, (some, items) -> values(aws, some, items))),
          Operation.each(
              "ssm:ListTagsForResource",
              ListTagsForResourceResponse::builder,
              "Name",
              "",
              Set.of("InvalidResourceId"),
              (aws, name) ->
                  Operation.holding(
                      "TagList",
                      aws.ssm()
                          .listTagsForResource(
                              r -> r.resourceType("Parameter").resourceId(name)))));

  /** Each parameter has metadata, so those that a list leaves out are asked for once more. */
  private static void describe(AwsServices aws, List<String> names, Consumer<Obj> items) {
    Set<String> open = new LinkedHashSet<>(names);
    listed(aws, open, items);
    if (!open.isEmpty()) {
      listed(aws, open, items);
    }
    Operation.requireAll(open, "metadata of a parameter");
  }

  /** Takes from {@code open} what was answered. */
  private static void listed(AwsServices aws, Set<String> open, Consumer<Obj> items) {
    List<String> names = List.copyOf(open);
    Operation.addAll(
        aws.ssm()
            .describeParametersPaginator(
                r -> r.maxResults(METADATA).parameterFilters(List.of(named(names)))),
        "Parameters",
        parameter -> {
          if (parameter.get("Name") instanceof Value.Text name && open.remove(name.value())) {
            items.accept(parameter);
          }
        });
  }

  private static ParameterStringFilter named(List<String> names) {
    return ParameterStringFilter.builder().key("Name").option("Equals").values(names).build();
  }

  private static void values(AwsServices aws, List<String> names, Consumer<Obj> items) {
    var answer =
        aws.ssm().getParameters(r -> r.names(new ArrayList<>(names)).withDecryption(false));
    answer.parameters().forEach(parameter -> items.accept(withoutSecret(parameter)));
  }

  /** What a secret holds is kept from everybody, encrypted or not. */
  private static Obj withoutSecret(Parameter parameter) {
    Obj document = Documents.of(parameter);
    if (parameter.type() != ParameterType.SECURE_STRING) {
      return document;
    }
    Map<String, Value> members = new LinkedHashMap<>(document.members());
    members.put("Value", new Value.Unknown("it is a secret now, which is not read"));
    return new Obj(members);
  }
}
