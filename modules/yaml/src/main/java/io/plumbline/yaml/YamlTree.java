package io.plumbline.yaml;

import io.plumbline.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Turns the library's nodes into ours, and refuses what the library lets through: doubled names,
 * foreign tags, loops.
 */
final class YamlTree {
  /** Aliases repeat what they name; without a bound a short file could say more than fits. */
  private static final int MOST_NODES = 100_000;

  private final String file;
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int nodes;

  YamlTree(String file) {
    this.file = file;
  }

  YamlNode root(Optional<Node> node) {
    return node.map(this::convert)
        .orElseGet(() -> new YamlNode.Scalar(Value.NULL, "", false, 1, 1));
  }

  private YamlNode convert(Node node) {
    if (++nodes > MOST_NODES) {
      throw problem(node, "more than " + MOST_NODES + " values, with those that aliases repeat");
    }
    if (!open.add(node)) {
      throw problem(node, "contains itself through an alias");
    }
    YamlNode converted =
        switch (node) {
          case ScalarNode scalar -> scalar(scalar);
          case SequenceNode sequence -> sequence(sequence);
          case MappingNode mapping -> mapping(mapping);
          default -> throw problem(node, "not a scalar, a sequence or a mapping");
        };
    open.remove(node);
    return converted;
  }

  private YamlNode sequence(SequenceNode node) {
    requireTag(node, Tag.SEQ);
    List<YamlNode> items = new ArrayList<>(node.getValue().size());
    node.getValue().forEach(item -> items.add(convert(item)));
    return new YamlNode.Sequence(items, line(node), column(node));
  }

  private YamlNode mapping(MappingNode node) {
    requireTag(node, Tag.MAP);
    List<YamlNode.Member> members = new ArrayList<>(node.getValue().size());
    Map<String, Integer> lines = new HashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      Node key = tuple.getKeyNode();
      String name = name(key);
      Integer earlier = lines.putIfAbsent(name, line(key));
      if (earlier != null) {
        throw problem(key, "\"" + name + "\" is there twice: also in line " + earlier);
      }
      members.add(new YamlNode.Member(name, convert(tuple.getValueNode()), line(key), column(key)));
    }
    return new YamlNode.Mapping(members, line(node), column(node));
  }

  private String name(Node key) {
    if (!(key instanceof ScalarNode scalar)) {
      throw problem(key, "the name of a member must be text");
    }
    return scalar.getValue();
  }

  private YamlNode scalar(ScalarNode node) {
    boolean quoted = node.getScalarStyle() != ScalarStyle.PLAIN;
    return new YamlNode.Scalar(value(node), node.getValue(), quoted, line(node), column(node));
  }

  private Value value(ScalarNode node) {
    String text = node.getValue();
    Tag tag = node.getTag();
    if (tag.equals(Tag.STR) || tag.equals(Tag.ENV_TAG)) { // the library's name for ${NAME}
      return Value.text(text);
    } else if (tag.equals(Tag.NULL)) {
      return Value.NULL;
    } else if (tag.equals(Tag.BOOL)) {
      return Value.flag(text.toLowerCase(Locale.ROOT).equals("true"));
    } else if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return number(node, text);
    }
    throw problem(node, "the tag " + tag + " is not supported; write the value plainly");
  }

  private Value number(ScalarNode node, String text) {
    try {
      if (text.startsWith("0x")) {
        return whole(new BigInteger(text.substring(2), 16));
      } else if (text.startsWith("0o")) {
        return whole(new BigInteger(text.substring(2), 8));
      }
      return node.getTag().equals(Tag.INT)
          ? whole(new BigInteger(text))
          : Value.decimal(new BigDecimal(text));
    } catch (NumberFormatException e) {
      throw problem(node, "\"" + text + "\" is no finite number; put text into quotes");
    }
  }

  private static Value whole(BigInteger number) {
    return number.bitLength() < Long.SIZE
        ? Value.whole(number.longValueExact())
        : Value.decimal(new BigDecimal(number));
  }

  private void requireTag(Node node, Tag tag) {
    if (!node.getTag().equals(tag)) {
      throw problem(
          node, "the tag " + node.getTag() + " is not supported; write the value plainly");
    }
  }

  private YamlException problem(Node node, String problem) {
    return new YamlException(file, line(node), column(node), problem);
  }

  private static int line(Node node) {
    @Nullable Mark mark = node.getStartMark().orElse(null);
    return mark == null ? 1 : mark.getLine() + 1;
  }

  private static int column(Node node) {
    @Nullable Mark mark = node.getStartMark().orElse(null);
    return mark == null ? 1 : mark.getColumn() + 1;
  }
}
