package io.plumbline.config;

import io.plumbline.drift.IgnoreRule;
import io.plumbline.value.Value;
import io.plumbline.yaml.YamlDocument;
import io.plumbline.yaml.YamlNode;
import io.plumbline.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text of an environment file, changed at one place: comments, layout and order stay as they
 * are. What comes out is read again, and must say what was meant and nothing else.
 */
public final class EnvironmentText {
  private static final String IGNORE = "ignore";

  private final String file;
  private final String text;

  /**
   * A text.
   *
   * @param file named in errors
   */
  public EnvironmentText(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * One value that is written in the section of a stack.
   *
   * @param path of its names: {@code trainers}, {@code spot/max}
   */
  public record Parameter(String path, YamlNode.Scalar at) {}

  /** The plain values of a stack's section that are written exactly so, without quotes. */
  public List<Parameter> written(String stack, String value) {
    List<Parameter> found = new ArrayList<>();
    if (member(root(text), "stacks") instanceof YamlNode.Mapping stacks) {
      collect(member(stacks, stack), "", value, found);
    }
    return found;
  }

  private static void collect(
      @Nullable YamlNode node, String path, String value, List<Parameter> found) {
    switch (node) {
      case YamlNode.Scalar scalar when !scalar.quoted() && scalar.text().equals(value) ->
          found.add(new Parameter(path, scalar));
      case YamlNode.Mapping mapping ->
          mapping
              .members()
              .forEach(each -> collect(each.node(), join(path, each.name()), value, found));
      case YamlNode.Sequence sequence -> {
        int index = 0;
        for (YamlNode item : sequence.items()) {
          collect(item, join(path, Integer.toString(index++)), value, found);
        }
      }
      case null, default -> {}
    }
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }

  /**
   * The text with another value there; null where the text does not stand where it is said to.
   *
   * @param value a number or a word that needs no quotes
   */
  public @Nullable String with(Parameter parameter, String value) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    YamlNode.Scalar at = parameter.at();
    String line = lines.get(at.line() - 1);
    int begin = at.column() - 1;
    if (!line.startsWith(at.text(), begin)) {
      return null;
    }
    lines.set(
        at.line() - 1,
        line.substring(0, begin) + value + line.substring(begin + at.text().length()));
    return joined(lines);
  }

  /**
   * The text with one more rule in its list {@code ignore}.
   *
   * @throws IllegalArgumentException if the list is written in a form to which nothing can be added
   */
  public String withIgnore(IgnoreRule rule) {
    YamlNode list = member(root(text), IGNORE);
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (list == null) {
      lines.addAll(List.of(IGNORE + ":"));
      lines.addAll(entry(rule, "  "));
    } else {
      int heading = heading(lines);
      boolean block = lines.get(heading).strip().matches("ignore:\\s*(#.*)?");
      if (!block && list instanceof YamlNode.Sequence sequence && sequence.items().isEmpty()) {
        lines.set(heading, IGNORE + ":");
        lines.addAll(heading + 1, entry(rule, "  "));
      } else if (block && list instanceof YamlNode.Sequence sequence) {
        int column = sequence.column() - 1;
        lines.addAll(end(lines, heading), entry(rule, " ".repeat(column)));
      } else {
        throw new IllegalArgumentException("its list `ignore` is not written as one item a line");
      }
    }
    String changed = joined(lines);
    require(changed, rule, list);
    return changed;
  }

  /** With the ends of lines that the file has. */
  private String joined(List<String> lines) {
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    return String.join(end, lines) + end;
  }

  /** The line with the name of the list, which is a member of the root: it begins a line. */
  private static int heading(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(IGNORE + ":")) {
        return i;
      }
    }
    throw new IllegalArgumentException("its list `ignore` has its name in quotes");
  }

  /** After the last line that belongs to the list; comments below it belong to what follows. */
  private static int end(List<String> lines, int heading) {
    int last = heading;
    for (int i = heading + 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (!line.startsWith(" ") && !line.startsWith("-")) {
        break;
      }
      last = i;
    }
    return last + 1;
  }

  private static List<String> entry(IgnoreRule rule, String indent) {
    String item = YamlWriter.write(Value.list(new Value.Obj(members(rule))));
    List<String> lines = new ArrayList<>();
    item.strip().lines().forEach(line -> lines.add(indent + line));
    lines.add(indent + "  until: " + rule.until());
    return lines;
  }

  private static Map<String, Value> members(IgnoreRule rule) {
    Map<String, Value> members = new LinkedHashMap<>();
    if (rule.stack() != null) {
      members.put("stack", Value.text(literal(rule.stack())));
    }
    members.put("address", Value.text(literal(rule.address())));
    members.put("attribute", Value.text(literal(rule.attribute())));
    members.put("reason", Value.text(literal(rule.reason())));
    return members;
  }

  /** Nothing that is written here stands for an environment variable. */
  private static String literal(String value) {
    return value.replace("${", "$${");
  }

  private void require(String changed, IgnoreRule rule, @Nullable YamlNode before) {
    Map<String, Value> wanted = new LinkedHashMap<>(((Value.Obj) root(text).value()).members());
    List<Value> rules = new ArrayList<>();
    if (before != null && before.value() instanceof Value.Sequence sequence) {
      rules.addAll(sequence.items());
    }
    Map<String, Value> added = members(rule);
    added.put("until", Value.text(rule.until().toString()));
    rules.add(new Value.Obj(added));
    wanted.put(IGNORE, Value.list(rules));
    if (!root(changed).value().equals(new Value.Obj(wanted))) {
      throw new IllegalArgumentException("its layout is none to which a rule can be added");
    }
  }

  private YamlNode root(String yaml) {
    return YamlDocument.read(yaml, file);
  }

  private static @Nullable YamlNode member(@Nullable YamlNode node, String name) {
    YamlNode.Member member = node instanceof YamlNode.Mapping mapping ? mapping.find(name) : null;
    return member == null ? null : member.node();
  }
}
