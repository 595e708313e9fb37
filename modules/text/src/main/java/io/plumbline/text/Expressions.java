package io.plumbline.text;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words in what a template, or one that it includes, asks FreeMarker to work out. A variable
 * that is not among them is given for nothing: as a rule somebody wrote {@code ${name}}, which is
 * the shell's.
 */
final class Expressions {
  private static final Pattern COMMENT = Pattern.compile("(?s)<#--.*?-->");

  /** From where a value or a directive begins to the end of the line: rather too much. */
  private static final Pattern BEGUN = Pattern.compile("(?:\\[=|</?[#@]).*");

  private static final Pattern WORD = Pattern.compile("[A-Za-z_$@][A-Za-z0-9_$@]*");
  private static final Pattern INCLUDE = Pattern.compile("<#(?:include|import)\\s+\"([^\"]+)\"");

  private final TemplateFiles files;
  private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

  Expressions(TemplateFiles files) {
    this.files = files;
  }

  /** Of the given names those that nothing in a template asks for. */
  Set<String> without(String template, Set<String> names) {
    Set<String> unused = new HashSet<>(names);
    unused.removeAll(known.computeIfAbsent(template, this::words));
    return unused;
  }

  private Set<String> words(String template) {
    Set<String> words = new HashSet<>();
    collect(template, words, new HashSet<>());
    return Set.copyOf(words);
  }

  private void collect(String template, Set<String> words, Set<String> seen) {
    String text = seen.add(template) ? text(template) : "";
    text = COMMENT.matcher(text).replaceAll("");
    for (Matcher begun = BEGUN.matcher(text); begun.find(); ) {
      for (Matcher word = WORD.matcher(begun.group()); word.find(); ) {
        words.add(word.group());
      }
    }
    for (Matcher include = INCLUDE.matcher(text); include.find(); ) {
      String name = include.group(1);
      String folder = template.substring(0, template.lastIndexOf('/') + 1);
      collect(name.startsWith("/") ? name.substring(1) : folder + name, words, seen);
    }
  }

  /** What cannot be found was reported where it was rendered. */
  private String text(String template) {
    try {
      String text = files.text(template);
      return text == null ? "" : text;
    } catch (IOException e) {
      return "";
    }
  }
}
