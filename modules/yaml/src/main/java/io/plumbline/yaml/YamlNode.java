package io.plumbline.yaml;

import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of a YAML document, with the line and column where it begins, both counted from 1. */
public sealed interface YamlNode {

  int line();

  int column();

  /** The same as plain data, without places. */
  Value value();

  /**
   * A single value.
   *
   * @param text as written, without quotes: {@code 012} and {@code 1.10} say more than the numbers
   *     that they are
   * @param quoted written in quotes or as a block, hence meant as text
   */
  record Scalar(Value value, String text, boolean quoted, int line, int column)
      implements YamlNode {}

  /** Items in order. */
  record Sequence(List<YamlNode> items, int line, int column) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public Value value() {
      return Value.list(items.stream().map(YamlNode::value).toList());
    }
  }

  /** Members in the order in which they are written; names are unique. */
  record Mapping(List<Member> members, int line, int column) implements YamlNode {
    public Mapping {
      members = List.copyOf(members);
    }

    /** The member of this name, or null. */
    public @Nullable Member find(String name) {
      return members.stream().filter(m -> m.name().equals(name)).findFirst().orElse(null);
    }

    @Override
    public Value value() {
      Map<String, Value> values = new LinkedHashMap<>();
      members.forEach(member -> values.put(member.name(), member.node().value()));
      return new Value.Obj(values);
    }
  }

  /** A member of a mapping, with the place of its name. */
  record Member(String name, YamlNode node, int line, int column) {}
}
