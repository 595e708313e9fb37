package io.plumbline.config;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;
import io.plumbline.yaml.YamlNode;
import io.plumbline.yaml.YamlNode.Mapping;
import io.plumbline.yaml.YamlNode.Member;
import io.plumbline.yaml.YamlNode.Scalar;
import io.plumbline.yaml.YamlNode.Sequence;
import org.jspecify.annotations.Nullable;

/** Whether what is written is a value of a shape, with what is wrong where it is not. */
final class PlainData {
  private final Problems problems;
  private final String path;

  PlainData(Problems problems, String path) {
    this.problems = problems;
    this.path = path;
  }

  boolean fits(Shape shape, YamlNode node) {
    return switch (shape) {
      case Shape.Json json -> true;
      case Shape.ListOf list -> items(list.item(), node);
      case Shape.SetOf set -> items(set.item(), node);
      case Shape.MapOf map -> members(map.item(), node);
      case Shape.Struct struct -> members(struct, node);
      case Shape.Leaf leaf -> leaf(leaf, node);
      case Shape.Reference reference -> leaf(Shape.Leaf.TEXT, node);
    };
  }

  private boolean items(Shape item, YamlNode node) {
    return node instanceof Sequence items
        ? items.items().stream().allMatch(each -> fits(item, each))
        : refuse(node, "a list");
  }

  private boolean members(Shape item, YamlNode node) {
    return node instanceof Mapping mapping
        ? mapping.members().stream().allMatch(each -> fits(item, each.node()))
        : refuse(node, "a section");
  }

  private boolean members(Shape.Struct struct, YamlNode node) {
    return node instanceof Mapping mapping
        ? mapping.members().stream().allMatch(each -> member(struct, each))
        : refuse(node, "a section");
  }

  private boolean member(Shape.Struct struct, Member member) {
    for (Attribute each : struct.attributes()) {
      if (each.name().equals(member.name())) {
        return fits(each.shape(), member.node());
      }
    }
    problems.unknownKey(
        "column " + member.column() + ": " + path,
        member.name(),
        struct.attributes().stream().map(Attribute::name).toList(),
        member.line(),
        null);
    return false;
  }

  private boolean leaf(Shape.Leaf leaf, YamlNode node) {
    Value value = node instanceof Scalar scalar ? scalar.value() : null;
    return switch (leaf) {
      case FLAG -> value instanceof Value.Bool || refuse(node, "true or false");
      case WHOLE -> value instanceof Value.Int || refuse(node, "a whole number");
      case DECIMAL ->
          value instanceof Value.Int || value instanceof Value.Decimal || refuse(node, "a number");
      case TEXT -> value instanceof Value.Text || refuse(node, "text");
    };
  }

  private boolean refuse(YamlNode node, String wanted) {
    problems.wrongType(
        "column " + node.column() + ": " + path,
        got(node instanceof Scalar scalar ? scalar : null),
        wanted,
        node.line(),
        wanted.equals("text") ? "put it in quotes" : "write it so");
    return false;
  }

  private static String got(@Nullable Scalar scalar) {
    return scalar == null ? "a list or section" : "\"" + scalar.text() + "\"";
  }
}
