package io.plumbline.config;

import io.plumbline.drift.Baseline.Entry;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;
import io.plumbline.yaml.YamlNode;
import io.plumbline.yaml.YamlNode.Mapping;
import io.plumbline.yaml.YamlNode.Member;
import io.plumbline.yaml.YamlNode.Scalar;
import io.plumbline.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The whole of a baseline file: by stack, site and address, a kind with its settings. */
final class BaselineLayout {
  static final String STACKS = "stacks";
  static final String KIND = "kind";
  static final String SETTINGS = "settings";
  static final String UNSET = "unset";

  private final Problems problems;
  private final BiFunction<String, String, @Nullable ResourceKind> kinds;
  private final List<Entry> entries = new ArrayList<>();

  BaselineLayout(Problems problems, BiFunction<String, String, @Nullable ResourceKind> kinds) {
    this.problems = problems;
    this.kinds = kinds;
  }

  /** Where in the file something stands: stack, site and address, with the kind. */
  private record Thing(String stack, String site, String address, ResourceKind kind) {}

  List<Entry> entries(YamlNode root) {
    for (Member member : members(root, "the file")) {
      if (member.name().equals(STACKS)) {
        for (Member stack : members(member.node(), STACKS)) {
          for (Member site : members(stack.node(), stack.name())) {
            members(site.node(), site.name()).forEach(each -> thing(stack, site, each));
          }
        }
      } else {
        problems.unknownKey(
            "column " + member.column(), member.name(), List.of(STACKS), member.line(), null);
      }
    }
    return entries;
  }

  private void thing(Member stack, Member site, Member address) {
    List<Member> members = members(address.node(), address.name());
    Member kind =
        members.stream().filter(each -> each.name().equals(KIND)).findFirst().orElse(null);
    if (kind == null) {
      problems.missing(address.name(), KIND, "the kind of the resource", address.line());
      return;
    }
    String id = kind.node() instanceof Scalar scalar ? scalar.text() : "";
    ResourceKind known = kinds.apply(site.name(), id);
    if (known == null) {
      problems.refused(at(kind) + address.name(), "\"" + id + "\"", "no such kind", kind.line());
      return;
    }
    Thing thing = new Thing(stack.name(), site.name(), address.name(), known);
    for (Member each : members) {
      switch (each.name()) {
        case KIND -> {}
        case SETTINGS -> members(each.node(), SETTINGS).forEach(set -> setting(thing, set));
        case UNSET -> unset(thing, each.node());
        default ->
            problems.unknownKey(
                at(each) + address.name(),
                each.name(),
                List.of(KIND, SETTINGS, UNSET),
                each.line(),
                null);
      }
    }
  }

  private void setting(Thing thing, Member setting) {
    Attribute attribute = attribute(thing, setting.name(), setting.line(), setting.column());
    if (attribute != null
        && new PlainData(problems, thing.address()).fits(attribute.shape(), setting.node())) {
      add(thing, setting.name(), setting.node().value(), setting.line());
    }
  }

  private void unset(Thing thing, YamlNode node) {
    if (!(node instanceof Sequence paths)) {
      problems.wrongType(at(node) + UNSET, "no list", "a list of attributes", node.line(), "list");
      return;
    }
    for (YamlNode each : paths.items()) {
      String path = each instanceof Scalar scalar ? scalar.text() : "";
      if (attribute(thing, path, each.line(), each.column()) != null) {
        add(thing, path, Value.NULL, each.line());
      }
    }
  }

  private void add(Thing thing, String path, Value value, int line) {
    entries.add(
        new Entry(
            thing.stack(),
            thing.site(),
            thing.address(),
            thing.kind().id(),
            path,
            value,
            problems.line(line)));
  }

  private @Nullable Attribute attribute(Thing thing, String path, int line, int column) {
    AttributePath.Found found = AttributePath.find(thing.kind(), path);
    if (found.attribute() == null) {
      problems.unknownKey(
          "column " + column + ": " + thing.address(), path, found.allowed(), line, null);
    }
    return found.attribute();
  }

  private List<Member> members(YamlNode node, String what) {
    if (node instanceof Mapping mapping) {
      return mapping.members();
    }
    boolean empty = node instanceof Scalar scalar && scalar.value() instanceof Value.Null;
    if (!empty) {
      problems.wrongType(
          at(node) + what, "no section", "a section", node.line(), "write it as a section");
    }
    return List.of();
  }

  private static String at(YamlNode node) {
    return "column " + node.column() + ": ";
  }

  private static String at(Member member) {
    return "column " + member.column() + ": ";
  }
}
